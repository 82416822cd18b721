"""What stands beside the deadlines of a case: no set day, what holds, rights, and a calendar."""

from datetime import date

import pytest
from django.urls import reverse
from icalendar import Calendar

from sendpath.casework.selectors.case_page import case_page
from sendpath.casework.selectors.seen import EVERYTHING
from sendpath.casework.services import record
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.lawbook import services as law

TODAY = date(2026, 1, 19)
REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 12, 22))
REFUSED = (Kind.ASSESSMENT_DECIDED, date(2026, 1, 9), {"outcome": "refuse"})

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(today):
    today(TODAY)


def named(lines):
    return [line.name for line in lines]


def test_a_duty_without_a_number_of_days_waits_in_sight_until_it_is_done(make_case):
    asked = make_case(REQUEST)
    told = make_case(REQUEST, (Kind.FAMILY_CONSULTED, date(2026, 1, 5)))

    waiting = case_page(case=asked, today=TODAY, seeing=EVERYTHING).beside.undated
    still = case_page(case=told, today=TODAY, seeing=EVERYTHING).beside.undated

    assert set(named(waiting)) - set(named(still)) == {
        line.name for line in waiting if "family" in line.name.lower()
    }
    assert all(line.stands.startswith("Waiting 28 days.") for line in waiting)


def test_a_return_could_not_have_told_so_nothing_of_it_waits(make_case, priya):
    case = make_case()
    request = NewEvent(kind=REQUEST[0], occurred_on=REQUEST[1])
    record.record_events(additions={case.pk: [request]}, by=priya, source="sen2-2026")

    assert case_page(case=case, today=TODAY, seeing=EVERYTHING).beside.undated == []


def test_a_notice_that_lacks_what_it_must_say_is_told(make_case):
    notice = (
        Kind.NOTICE_SENT,
        date(2026, 1, 12),
        {"notice_type": "refusal_to_assess", "mediation_info": False, "appeal_right": True},
    )
    case = make_case(REQUEST, REFUSED, notice)

    (line,) = case_page(case=case, today=TODAY, seeing=EVERYTHING).beside.lacking

    assert line.stands.startswith("What was sent on 12 January 2026 lacks: how to get mediation")


def test_what_holds_says_from_when_the_rights_are_the_young_persons(make_case):
    case = make_case(REQUEST, birth_date=date(2010, 7, 20))

    holds = [
        line.stands for line in case_page(case=case, today=TODAY, seeing=EVERYTHING).beside.holds
    ]

    assert any("Friday 26 June 2026" in stands for stands in holds)


def test_a_check_by_the_legal_lead_and_an_adopted_reading_are_told_with_the_date(make_case, lena):
    case = make_case(
        (Kind.FINALISED_SENT, date(2025, 3, 3), {"first": True}),
        (Kind.REASSESSMENT_REQUESTED, date(2026, 1, 12)),
    )
    law.record_check(
        rule="reassess_decision", verified_on=date(2026, 1, 8), name="Lena Made-up",
        role="Solicitor", note="", by=lena,
    )  # fmt: skip
    reading = next(iter(law.AMBIGUITIES["A14"].readings))
    law.adopt_reading(
        ambiguity="A14", reading=reading, since=date(2026, 1, 1), reason="Usage", by=lena
    )

    sections = case_page(case=case, today=TODAY, seeing=EVERYTHING).sections
    (line,) = [
        line for part in sections for line in part.lines if "re-assess" in line.name.lower()
    ][:1]
    said = [sentence.text for sentence in line.why]

    assert "Lena Made-up, Solicitor, checked its wording on 8 January 2026." in said
    assert any(text.startswith("Since 1 January 2026 this area goes by one") for text in said)


def test_the_rights_page_says_until_when_whose_and_what_is_needed(client, priya, make_case):
    case = make_case(REQUEST, REFUSED)
    client.force_login(priya)

    page = client.get(reverse("casework:rights", args=[case.pk])).text

    assert "The decision not to assess" in page
    assert "by 5 pm on Monday 9 March 2026" in page
    assert "The child&#x27;s parent." in page
    assert "A mediation certificate is needed first" in page
    assert "section 51(2)(a)" in page


def test_without_a_decision_there_is_nothing_to_appeal(client, priya, make_case):
    case = make_case(REQUEST)
    client.force_login(priya)

    page = client.get(reverse("casework:rights", args=[case.pk])).text

    assert "No decision in this record can be appealed." in page


def test_the_calendar_file_holds_what_is_open_and_no_name(client, priya, make_case):
    case = make_case(REQUEST, surname="Rarename", forename="Unusual")
    client.force_login(priya)

    answer = client.get(reverse("casework:dates_ics", args=[case.pk]))
    days = {
        str(event["summary"]): event["dtstart"].dt
        for event in Calendar.from_ical(answer.content).walk("VEVENT")
    }

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert days[f"{case.reference}: Send the final EHC plan, last day"] == date(2026, 5, 11)
    assert b"Rarename" not in answer.content
    assert b"Unusual" not in answer.content
