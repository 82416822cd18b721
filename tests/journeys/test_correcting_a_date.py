"""An officer sees an overdue duty, reads why, and corrects the date the family pointed out."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

REQUEST = date(2025, 11, 24)  # so the decision is due on 5 January 2026
TODAY = date(2026, 1, 19)


@pytest.fixture
def case(make_case, today):
    today(date(2025, 11, 25))
    case = make_case((Kind.REQUEST_RECEIVED, REQUEST, {"by": "parent"}), surname="Ambersson")
    today(TODAY)
    return case


@pytest.fixture
def page_of(client, priya):
    client.force_login(priya)

    def page(name, *args, **query):
        return client.get(reverse(f"casework:{name}", args=args), query)

    return page


@pytest.fixture
def answer(client):
    def post(name, *args, **said):
        return client.post(reverse(f"casework:{name}", args=args), said, follow=True)

    return post


def corrected(**changed):
    return {
        "occurred_on_day": "21",
        "occurred_on_month": "11",
        "occurred_on_year": "2025",
        "by": "parent",
        "why": "family_pointed_out",
        **changed,
    }


def test_the_officer_sees_what_is_overdue_and_reads_why(page_of, case):
    worklist = page_of("worklist").text
    assert "Amber Ambersson" in worklist
    assert "14 days overdue" in worklist
    assert "SEND Regulations 2014 (SI 2014/1530), regulation 5(1)" in worklist

    page = page_of("case", case.pk).text
    assert "The council received the request on Monday 24 November 2025. That day is day 0." in page
    assert "Today is in week 8." in page
    assert "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13" in page


def test_a_correction_is_checked_before_it_is_saved(page_of, answer, case):
    form = page_of("correct", case.pk, 1).text
    assert 'value="24"' in form

    check = answer("correct", case.pk, 1, step="check", **corrected()).text
    assert "due 13 April 2026, 84 days left" in check
    assert "due 10 April 2026, 81 days left" in check
    assert "The family pointed it out" in check
    assert case.events.count() == 1


def test_the_due_date_moves_and_both_facts_stay(page_of, answer, case):
    page_of("case", case.pk)
    done = answer("correct", case.pk, 1, step="save", after_entry="1", **corrected()).text

    assert "Corrected: Request received<" in done
    assert "due 10 April 2026, 81 days left" in done
    assert "Replaced by entry 2: the family pointed it out" in done
    assert list(case.events.values_list("number", "occurred_on", "replaces")) == [
        (1, REQUEST, None),
        (2, date(2025, 11, 21), 1),
    ]


def test_the_day_before_still_shows_what_was_known_then(page_of, answer, case):
    page_of("case", case.pk)
    answer("correct", case.pk, 1, step="save", after_entry="1", **corrected())

    then = page_of("case", case.pk, known_on="2026-01-18").text

    assert "as it was known at the end of Sunday 18 January 2026" in then
    assert "due 13 April 2026, 85 days left" in then
    assert "10 April 2026" not in then
    assert "Replaced by" not in then
    assert "Correct<" not in then


def test_saving_twice_records_once(page_of, answer, case):
    page_of("case", case.pk)
    answer("correct", case.pk, 1, step="save", after_entry="1", **corrected())
    again = answer("correct", case.pk, 1, step="save", after_entry="1", **corrected()).text

    assert "Entry 1 no longer stands" in again
    assert case.events.count() == 2


def test_a_correction_that_changes_nothing_is_refused(page_of, answer, case):
    page_of("case", case.pk)
    same = corrected(occurred_on_day="24")

    page = answer("correct", case.pk, 1, step="check", **same).text

    assert "Nothing here differs from the entry. Change what is wrong" in page
    assert case.events.count() == 1


def test_the_answers_survive_going_back_to_change_them(page_of, answer, case):
    page_of("case", case.pk)
    back = answer("correct", case.pk, 1, step="change", **corrected()).text

    assert 'name="occurred_on_day" type="text" inputmode="numeric" value="21"' in back
    assert case.events.count() == 1


def test_an_entry_marked_as_a_mistake_stays_and_starts_nothing(page_of, answer, case):
    page_of("case", case.pk)
    said = {"why": "wrong_case"}
    check = answer("void", case.pk, 1, step="check", **said).text
    assert "Deciding whether to assess" in check
    assert "No request open" in check

    done = answer("void", case.pk, 1, step="save", after_entry="1", **said).text

    assert "Marked as a mistake: it belongs to another case" in done
    assert case.deadlines.count() == 0


def test_another_teams_case_is_not_found(client, tom, case):
    client.force_login(tom)

    assert "Ambersson" not in client.get(reverse("casework:worklist"), {"officer": "anyone"}).text
    for name, *rest in (("case",), ("choose",), ("record", "plan.draft_sent"), ("correct", 1),
                        ("void", 1), ("allocate",)):  # fmt: skip
        assert client.get(reverse(f"casework:{name}", args=[case.pk, *rest])).status_code == 404
