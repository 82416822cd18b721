"""An officer relies on a closed school: term dates tell how long, and the proof is asked for."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind
from sendpath.establishments.services import Year

pytestmark = pytest.mark.django_db

URN = "990001"
TODAY = date(2026, 9, 14)
UNTIL_SUMMER = Year(terms=((date(2026, 4, 13), date(2026, 7, 21)),))
FROM_AUTUMN = Year(terms=((date(2026, 9, 1), date(2026, 10, 23)),), inset_days=[date(2026, 9, 1)])


def on(day, name):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


CLAIM = {
    **on(date(2026, 8, 3), "occurred_on"),
    **on(date(2026, 8, 4), "family_told_on"),
    "calendar": URN,
    "impractical": "yes",
    "evidence": "DOC-118",
    "authoriser": "MB",
}


@pytest.fixture
def case(make_case, today, client, priya):
    today(TODAY)
    client.force_login(priya)
    return make_case(
        (Kind.REQUEST_RECEIVED, date(2026, 6, 22), {"by": "parent"}),  # six weeks: 3 August
        (Kind.ADVICE_REQUESTED, date(2026, 7, 15), {"body": "head"}),
        (Kind.ASSESSMENT_DECIDED, date(2026, 9, 7), {"outcome": "assess"}),
    )


@pytest.fixture
def send(client, case):
    def post(key="exception.claimed.X_SCHOOL", *, step="check", **changes):
        said = {"step": step, "after_entry": "3", **CLAIM, **changes}
        url = reverse("casework:record", args=[case.pk, key])
        return client.post(url, said, follow=True).text

    return post


@pytest.fixture
def term_dates(publish):
    publish(URN, 2025, UNTIL_SUMMER)
    publish(URN, 2026, FROM_AUTUMN)


def test_the_term_dates_tell_how_long_the_school_was_closed(send, case, client, term_dates):
    check = send()
    assert "done 7 September 2026, 35 days late" in check
    assert "due 3 August 2026, limit lifted by a reason the law accepts" in check

    send(step="save")
    assert case.events.get(number=4).facts == {
        "ground": "X_SCHOOL",
        "calendar": URN,
        "impractical": True,
        "evidence": "DOC-118",
        "authoriser": "MB",
        "family_told_on": "2026-08-04",
    }
    page = client.get(reverse("casework:case", args=[case.pk])).text
    assert "It is accepted. Every part of its test is met" in page
    assert "It is not on record" not in page


def test_days_may_be_given_in_place_of_term_dates(send, case):
    given = {**on(date(2026, 7, 22), "first_closed"), **on(date(2026, 9, 2), "reopens")}

    assert "limit lifted by a reason the law accepts" in send(**given)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"calendar": ""}, "Enter the URN of the school or college"),
        ({"calendar": "St Mary"}, "A URN is 6 numbers, like 123456"),
        (
            {"calendar": "990009"},
            "No term dates of 990009 are held. Add them under Term dates, or enter both days",
        ),
        (on(date(2026, 7, 22), "first_closed"), "Enter both days, or leave both empty"),
        (on(date(2026, 9, 2), "reopens"), "Enter both days, or leave both empty"),
        (
            {**on(date(2026, 9, 2), "first_closed"), **on(date(2026, 7, 22), "reopens")},
            "This day must not be before the first day",
        ),
        ({"impractical": ""}, "Choose whether this made it impractical to keep the time limit"),
        ({"evidence": ""}, "Enter the reference of the document that shows it"),
        ({"authoriser": ""}, "Enter the initials or staff number of who authorised it"),
        ({"authoriser": "Marcus Bell"}, "Do not write a name here"),
        ({"family_told_on_year": ""}, "The date the family was told must include a year"),
        (on(date(2026, 9, 15), "family_told_on"), "The date must be today or in the past"),
    ],
)
def test_a_claim_without_a_part_of_its_test_or_proof_is_asked_for_it(
    send, case, term_dates, changes, words
):
    page = send(**changes)

    assert "There is a problem" in page
    assert words in page
    assert case.events.count() == 3


def test_term_dates_that_end_too_soon_are_told_in_the_case(send, case, client, publish):
    publish(URN, 2025, UNTIL_SUMMER)
    send(step="save")
    address = reverse("casework:case", args=[case.pk])
    untold = "The term dates held under “990001” do not tell how long it was closed."
    assert untold in client.get(address).text

    publish(URN, 2026, FROM_AUTUMN)

    page = client.get(address).text
    assert untold not in page
    assert "It is accepted." in page


def test_a_correction_is_held_to_the_same(client, case, term_dates, send):
    send(step="save")
    url = reverse("casework:correct", args=[case.pk, 4])
    said = {**CLAIM, "why": "mistyped", "step": "check", **on(date(2026, 9, 2), "reopens")}

    assert "Enter both days, or leave both empty" in client.post(url, said).text


@pytest.mark.parametrize("key", ["X_EPC", "X_ABS4", "X_ABS2", "X_R13.X_EPC", "X_R13.X_ABS4"])
def test_a_span_that_ends_before_it_begins_is_asked_again(send, case, key):
    said = {**on(date(2026, 8, 3), "from"), **on(date(2026, 8, 2), "to"), "who": "child"}

    page = send(f"exception.claimed.{key}", **said)

    assert "This day must not be before the first day" in page
