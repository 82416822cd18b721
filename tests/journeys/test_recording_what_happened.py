"""An officer records what happened: nothing is saved until its consequences were shown."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.catalogue import BY_KEY, OF_A_CHILD
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

REQUEST = date(2025, 11, 24)
TODAY = date(2026, 1, 19)


@pytest.fixture
def case(make_case, today, client, priya):
    today(TODAY)
    client.force_login(priya)
    return make_case((Kind.REQUEST_RECEIVED, REQUEST, {"by": "parent"}))


@pytest.fixture
def send(client, case):
    def post(key, **said):
        url = reverse("casework:record", args=[case.pk, key])
        return client.post(url, said, follow=True).text

    return post


def on(day, name="occurred_on"):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


PROOF = {
    "impractical": "yes",
    "evidence": "DOC-118",
    "authoriser": "MB",
    **on(date(2026, 1, 5), "family_told_on"),
}


def test_a_decision_is_shown_checked_and_saved(send, case):
    said = {**on(date(2026, 1, 16)), "outcome": "assess"}

    check = send("ehc.assessment_decided", step="check", **said)
    assert "due 5 January 2026, 14 days overdue" in check
    assert "due 5 January 2026, done 16 January 2026, 11 days late" in check
    assert "To assess" in check
    assert case.events.count() == 1

    done = send("ehc.assessment_decided", step="save", after_entry="1", **said)
    assert "Recorded: Decided whether to assess<" in done
    assert list(case.events.values_list("kind", "occurred_on", "facts", "source"))[1:] == [
        ("ehc.assessment_decided", date(2026, 1, 16), {"outcome": "assess"}, "casework")
    ]


def test_what_somebody_else_recorded_meanwhile_is_shown_before_saving(send, case):
    said = {**on(date(2026, 1, 16)), "outcome": "assess"}
    send("ehc.family_consulted", step="save", after_entry="1", **on(TODAY))

    check = send("ehc.assessment_decided", step="save", after_entry="1", **said)

    assert "Something was recorded in this case after you looked." in check
    assert case.events.count() == 2
    assert 'name="after_entry" value="2"' in check


def test_a_second_press_of_save_records_nothing(send, case):
    send("ehc.family_consulted", step="save", after_entry="1", **on(TODAY))
    send("ehc.family_consulted", step="save", after_entry="1", **on(TODAY))

    assert case.events.count() == 2


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"outcome": "assess"}, "Enter the date of the decision"),
        ({**on(date(2026, 1, 20)), "outcome": "assess"}, "The date must be today or in the past"),
        ({**on(TODAY), "occurred_on_day": "32", "outcome": "assess"}, "must be a real date"),
        (on(TODAY), "Choose what was decided"),
        ({**on(TODAY), "outcome": "maybe"}, "Select a valid choice"),
        (
            {**on(date(2013, 1, 7)), "outcome": "refuse"},
            "We hold no time limits for a date so far back or ahead. Check the year.",
        ),
    ],
)
@pytest.mark.parametrize("step", ["check", "save"])
def test_what_cannot_be_recorded_is_said_beside_the_question(send, case, said, words, step):
    page = send("ehc.assessment_decided", step=step, after_entry="1", **said)

    assert "There is a problem" in page
    assert words in page
    assert case.events.count() == 1


def test_what_does_not_follow_is_said_before_it_is_saved_and_stops_nobody(send, case):
    said = {**on(date(2026, 1, 16)), "outcome": "issue"}
    words = "The record has no decision to assess before this decision."

    check = send("ehc.plan_decided", step="check", **said)
    assert "Look at this before you save" in check
    assert words in check

    done = send("ehc.plan_decided", step="save", after_entry="1", **said)
    assert "Recorded: Decided whether to issue a plan<" in done
    assert "Entry 2, decided whether to issue a plan, 16 January 2026</a>: " + words in done

    asked = {**on(date(2025, 12, 29)), "outcome": "assess"}
    settled = send("ehc.assessment_decided", step="save", after_entry="2", **asked)
    assert words not in settled


def test_an_appeal_is_recorded_with_its_hour_and_its_ground(send, case):
    said = {**on(date(2026, 1, 16)), "ground": "refuse_to_assess", "section_i_only": "no"}

    wrong = send("appeal.received", step="check", time="half past five", **said)
    assert "Enter the time as hours and minutes, such as 09:05 or 17:30" in wrong

    done = send("appeal.received", step="save", after_entry="1", time="17:30", **said)
    assert "At what time?</span> 17:30" in done
    assert case.events.get(number=2).facts == {
        "time": "17:30", "ground": "refuse_to_assess", "section_i_only": False,
    }  # fmt: skip


def test_an_order_is_recorded_as_a_code_with_the_day_it_gives(send, case):
    said = {**on(date(2026, 1, 16)), **on(date(2026, 2, 20), "due_on"), "order": "make_plan"}

    send("appeal.order_made", step="save", after_entry="1", **said)

    facts = {"order": "make_plan", "due_on": "2026-02-20"}
    assert case.events.get(number=2).facts == facts


def test_a_reason_for_lateness_stands_beside_the_date_and_never_moves_it(send, case):
    said = {
        **on(date(2026, 1, 5)),
        **on(date(2025, 12, 1), "from"),
        **on(date(2025, 12, 31), "to"),
        **PROOF,
        "who": "child",
    }

    check = send("exception.claimed.X_ABS4", step="check", **said)
    assert "due 5 January 2026, limit lifted by a reason the law accepts" in check

    send("exception.claimed.X_ABS4", step="save", after_entry="1", **said)
    assert case.events.get(number=2).facts == {
        "ground": "X_ABS4",
        "from": "2025-12-01",
        "to": "2025-12-31",
        "who": "child",
        "impractical": True,
        "evidence": "DOC-118",
        "authoriser": "MB",
        "family_told_on": "2026-01-05",
    }
    decision = case.deadlines.get(clock="decide_whether_to_assess")
    assert (decision.due_on, decision.exceptions) == (date(2026, 1, 5), ["X_ABS4"])


@pytest.mark.parametrize("setting", ["St Mary's School", "=1+1", "a" * 41, "Miss Jones"])
def test_a_reference_is_never_a_name_or_a_formula(send, case, setting):
    page = send("placement.consultation_sent", step="check", setting=setting, **on(TODAY))

    assert "There is a problem" in page


TOLD = on(date(2026, 1, 12))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter the number of school days suspended this term"),
        ("six", "The number of school days suspended this term must be a whole number, like 6"),
        ("5.5", "must be a whole number, like 6"),
        ("-1", "must be a whole number, like 6"),
        ("0", "The number of school days suspended this term must be between 1 and 100"),
        ("101", "must be between 1 and 100"),
        ("9" * 5000, "must be between 1 and 100"),
    ],
)
def test_a_number_out_of_bounds_is_said_beside_its_question(send, case, typed, words):
    page = send("exclusion.board_informed.suspension", step="check", term_total=typed, **TOLD)

    assert "There is a problem" in page
    assert words in page


@pytest.mark.parametrize("days", [1, 100])
def test_a_number_is_stored_as_a_number_and_read_back(send, case, days):
    said = {"term_total": str(days), "representations": "yes", "calendar": "100001", **TOLD}

    check = send("exclusion.board_informed.suspension", step="check", **said)
    assert f'<dd class="govuk-summary-list__value">{days}</dd>' in check

    page = send("exclusion.board_informed.suspension", step="save", after_entry="1", **said)
    assert case.events.get(number=2).facts == {
        "exclusion_type": "suspension",
        "term_total": days,
        "representations": True,
        "calendar": "100001",
    }
    assert f"suspended this term?</span> {days}" in page


def test_a_school_is_named_by_its_urn(send, case):
    page = send("exclusion.irp_applied", step="check", calendar="St Mary", **TOLD)

    assert "A URN is 6 numbers, like 123456" in page


ELSEWHERE = sorted(set(BY_KEY) - set(OF_A_CHILD))


@pytest.mark.parametrize("key", ELSEWHERE)
def test_what_is_about_no_child_is_not_asked_for_here(client, case, key):
    assert client.get(reverse("casework:record", args=[case.pk, key])).status_code == 404


@pytest.mark.parametrize("key", OF_A_CHILD)
def test_every_form_in_the_catalogue_can_be_shown(client, case, key):
    page = client.get(reverse("casework:record", args=[case.pk, key]))

    assert page.status_code == 200


def test_what_is_not_in_the_catalogue_is_not_found(client, case):
    url = reverse("casework:record", args=[case.pk, "record.voided"])

    assert client.get(url).status_code == 404
