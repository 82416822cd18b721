"""An officer says that a duty was done for which the law has no event of its own."""

import re
from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

ASKED = date(2026, 1, 5)  # so the twentieth working day is 2 February
TODAY = date(2026, 2, 3)
DONE = "Record that this was done"


@pytest.fixture(autouse=True)
def signed_in(client, priya, today):
    today(TODAY)
    client.force_login(priya)


def on(day):
    return {
        "occurred_on_day": day.day,
        "occurred_on_month": day.month,
        "occurred_on_year": day.year,
    }


def page_of(client, case):
    return client.get(reverse("casework:case", args=[case.pk])).text


def offered(page):
    """Return the address behind each offer to say that a duty was done."""
    return re.findall(rf'href="([^"]+)">{DONE}<', page)


def test_a_late_answer_is_recorded_from_its_deadline_and_ends_it(client, make_case):
    case = make_case((Kind.FOI_RECEIVED, ASKED))
    page = page_of(client, case)
    assert "Due 2 February 2026" in page
    assert f'{DONE}<span class="govuk-visually-hidden">: freedom of information request ' in page
    (form,) = offered(page)
    assert form == reverse("casework:record", args=[case.pk, "duty.done.foi_respond"])
    assert "When was the request answered?" in client.get(form).text

    check = client.post(form, {"step": "check", **on(TODAY)}).text
    assert "due 2 February 2026, 1 day overdue" in check
    assert "due 2 February 2026, done 3 February 2026, 1 day late" in check
    assert case.events.count() == 1

    save = {"step": "save", "after_entry": "1", **on(TODAY)}
    done = client.post(form, save, follow=True).text
    assert "Recorded: Freedom of information request answered" in done
    assert offered(done) == []
    assert case.events.get(number=2).facts == {"clock": "foi_respond"}
    assert case.deadlines.get(clock="foi_respond").done_on == TODAY


def test_its_day_can_be_corrected_and_it_goes_on_saying_which_duty_it_was(client, make_case):
    case = make_case((Kind.FOI_RECEIVED, ASKED), (Kind.DUTY_DONE, TODAY, {"clock": "foi_respond"}))
    earlier = {**on(date(2026, 2, 2)), "why": "mistyped", "step": "save", "after_entry": "2"}

    client.post(reverse("casework:correct", args=[case.pk, 2]), earlier)

    assert case.deadlines.get(clock="foi_respond").done_on == date(2026, 2, 2)
    assert "Due 2 February 2026, done 2 February 2026" in page_of(client, case)


def test_a_duty_owed_for_each_school_is_done_for_the_school_whose_deadline_it_was(
    client, make_case
):
    case = make_case(
        (Kind.ROLL_ADDED, date(2026, 1, 26), {"setting": "100001"}),
        (Kind.ROLL_ADDED, date(2026, 1, 28), {"setting": "100002"}),
    )
    forms = offered(page_of(client, case))
    assert [form.partition("?")[2] for form in forms] == ["setting=100001", "setting=100002"]

    form = client.get(forms[0]).text
    assert 'name="setting" value="100001"' in form
    said = {"setting": "100001", "step": "save", "after_entry": "2", **on(TODAY)}
    client.post(forms[0], said)

    assert dict(case.deadlines.values_list("run", "done_on")) == {"100001": TODAY, "100002": None}


def test_a_review_conference_that_ends_the_plan_asks_for_no_other(client, make_case):
    case = make_case((Kind.ICPC_HELD, date(2025, 11, 3), {"outcome": "plan"}))
    (form,) = offered(page_of(client, case))
    said = {"step": "save", "after_entry": "1", **on(TODAY)}

    asked_again = client.post(form, said).text
    assert "Choose what the conference decided" in asked_again

    client.post(form, {**said, "outcome": "no_plan"})
    assert [row.done_on for row in case.deadlines.filter(clock="care_rcpc")] == [TODAY]


def test_a_duty_with_an_event_of_its_own_is_recorded_by_that_alone(client, make_case):
    case = make_case((Kind.SAR_RECEIVED, ASKED))

    page = page_of(client, case)

    assert offered(page) == []
    assert "Record: request to see personal data answered" in page


def test_time_that_must_be_left_to_a_parent_is_not_a_thing_to_be_done(client, make_case):
    case = make_case((Kind.EHE_NOTICE_SERVED, date(2026, 2, 2), {"reply_by": "2026-02-16"}))

    page = page_of(client, case)

    assert "Leave the parent 15 days" in page
    assert offered(page) == []


@pytest.mark.parametrize(
    "key",
    [
        "duty.done",
        "duty.done.issue_final_plan",  # has an event of its own
        "duty.done.sao_notice",  # leaves somebody time
        "duty.done.strategic_plan_publish",  # the whole area's
        "duty.done.cream_tea",
        "foi_respond",
    ],
)
def test_nothing_else_can_be_said_to_be_done(client, make_case, key):
    case = make_case((Kind.FOI_RECEIVED, ASKED))

    form = reverse("casework:record", args=[case.pk, key])

    assert client.get(form).status_code == 404
    assert client.post(form, {"step": "save", "after_entry": "1", **on(TODAY)}).status_code == 404
    assert case.events.count() == 1
