"""Which dates run from here: chosen, asked, answered, and never stored."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from icalendar import Calendar

from core.law.cases import CALENDARS
from core.law.made_up_rules import A_DAY
from core.law.made_up_rules import SECTIONS as MADE_UP
from sendpath.core.casefile.events import Kind
from sendpath.core.law.calculator import Happening, dates_from
from sendpath.core.law.starting import BEGINNINGS, Beginnings
from sendpath.lawbook.forms.dates import HappenedForm
from sendpath.lawbook.selectors.dates import dates_page
from sendpath.lawbook.selectors.starting import choices, often_asked

pytestmark = pytest.mark.django_db
REQUEST = {"what": "ehc.request_received", "on_day": "2", "on_month": "3", "on_year": "2026"}


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 1, 19))


def dates(client, follow=True, **query):
    return client.get(reverse("lawbook:dates"), query, follow=follow)


def test_what_may_have_happened_is_found_by_a_word(client):
    assert "The review meeting was held" in dates(client, words="annual review").text
    assert "Nothing matches that." in dates(client, words="zebra").text


def test_an_address_that_names_nothing_known_offers_the_list(client):
    page = dates(client, what="no.such.thing")

    assert page.status_code == 200
    assert "names something we do not know" in page.text


def test_each_thing_that_may_have_happened_can_be_chosen_and_asked_about(client):
    every = [one for part in choices() for one in part.choices]

    for choice in (*every, *often_asked()):
        page = client.get(f"{reverse('lawbook:dates')}?{choice.query}")
        assert (choice.words, page.status_code) == (choice.words, 200)
        assert "Work out the dates" in page.text
    assert {parse_qs(one.query)["what"][0] for one in every} == {k.value for k in BEGINNINGS.bears}


def test_a_request_gives_three_dates_each_with_its_reason(client):
    page = dates(client, **REQUEST)

    assert "Monday 13 April 2026" in page.text
    assert "Monday 20 July 2026" in page.text
    assert "2 March 2026 + 140 days = Monday 20 July 2026." in page.text
    assert "In 182 days" in page.text
    assert "overdue" not in page.text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ({"on_day": "31", "on_month": "2", "on_year": "2026"}, "The date must be a real date"),
        ({"on_day": "", "on_month": "", "on_year": ""}, "Enter the date"),
        ({"on_day": "2", "on_month": "3", "on_year": "26"}, "must have 4 numbers"),
        ({"on_day": "31", "on_month": "8", "on_year": "2014"}, "goes back to Monday 1 September"),
        ({"on_day": "20", "on_month": "1", "on_year": "2036"}, "no later than Saturday 19 January"),
        ({"on_day": "1", "on_month": "1", "on_year": "9999"}, "no later than Saturday 19 January"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words(client, day, words):
    page = dates(client, **{**REQUEST, **day})

    assert "There is a problem" in page.text
    assert words in page.text
    assert "<title>Error: The council received the request" in page.text


@pytest.mark.parametrize("day", [(2014, 9, 1), (2036, 1, 19)])
def test_the_first_and_the_last_day_that_can_be_asked_about_are_answered(client, day):
    page = dates(client, what="ehc.request_received", on=date(*day).isoformat())

    assert "Dates that run from here" in page.text


def test_a_day_past_the_bank_holidays_says_which_date_cannot_be_told(client):
    page = dates(client, what="notice.sent", on="2035-03-02")

    assert "Runs, and cannot be worked out" in page.text
    assert "Bank holidays are known from" in page.text


def test_without_an_answer_each_date_says_what_it_hangs_on(client):
    open_ = dates(client, what="review.decision_notified", on="2026-03-02").text
    known = dates(
        client, what="review.decision_notified", on="2026-03-02", f_outcome="maintain"
    ).text

    assert "Only if the answer to “What was decided?” is" in open_
    assert "Only if the answer to “What was decided?” is" not in known


def test_the_address_of_an_answer_carries_only_what_was_answered(client):
    answer = dates(
        client, follow=False, what="notice.sent", on_day="2", on_month="3", on_year="2026",
        f_appealable="", f_notice_type="no_plan",
    )  # fmt: skip

    assert answer.status_code == 302
    assert parse_qs(urlsplit(answer.url).query) == {
        "what": ["notice.sent"],
        "on_day": ["2"],
        "on_month": ["3"],
        "on_year": ["2026"],
        "f_notice_type": ["no_plan"],
    }


def test_answers_can_be_changed_from_where_they_stand(client):
    page = dates(client, **REQUEST, change="1").text

    assert "Work out the dates" in page
    assert 'value="2026"' in page
    assert "There is a problem" not in page


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"f_notice_type": "nonsense"}, "is not one of the answers"),
        ({"f_then_mediation_certificate_issued_day": "31",
          "f_then_mediation_certificate_issued_month": "2",
          "f_then_mediation_certificate_issued_year": "2026"}, "This date must be a real date"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused_in_words(client, facts, words):
    page = dates(client, what="notice.sent", on="2026-03-02", **facts)

    assert "There is a problem" in page.text
    assert words in page.text


def test_term_dates_that_cannot_be_read_are_named_by_their_line(client):
    page = dates(
        client, what="placement.consultation_sent", on="2026-03-02",
        f_calendar="2/3/2026 - 27/3/2026\nsummer",
    )  # fmt: skip

    assert "Line 2 must have two dates" in page.text


def test_what_is_not_law_stands_apart(client):
    page = dates(client, what="placement.consultation_sent", on="2026-03-02").text

    assert "Guidance, standards and habits: not law" in page
    assert page.index("not-law") < page.index("Answer the consultation")
    assert "Last days set by law" not in page


def test_every_kind_of_rule_has_its_place_on_the_page():
    def page(kind, **facts):
        happening = Happening(kind=Kind(kind), on=A_DAY, facts=facts)
        answer = dates_from(happening, CALENDARS, Beginnings(MADE_UP))
        return dates_page(answer, {}, date(2026, 3, 2))

    excluded = page("exclusion.decided")
    assert [line.rule.key for line in excluded.undated] == ["tell_without_delay"]
    assert [line.points for line in excluded.contents] == [("the reasons", "the right to be heard")]
    assert [line.rule.key for line in excluded.no_date] == ["answer_in_school_days"]
    assert [line.from_now for line in excluded.law] == ["In 10 days"]
    assert page("ehc.assessment_completed").held[0].points == (
        "From Monday 2 March 2026",
        "Until Sunday 30 August 2026",
    )
    assert [line.rule.key for line in page("ehe.withdrawal_requested").not_in_force] == [
        "new_thing"
    ]
    assert [line.rule.key for line in page("health.referral_received").not_law] == ["see_soon"]
    assert page("record.note_added").empty


def test_a_form_asks_for_each_shape_of_answer_and_reads_it():
    made_up = Beginnings(MADE_UP)
    said = {
        "on": "2026-03-02",
        "f_term_total": "7",
        "f_exclusion_type": "suspension",
        "f_calendar": "23/2/2026 - 27/3/2026",
    }
    form = HappenedForm(said, kind=Kind.EXCLUSION_DECIDED, beginnings=made_up)

    assert form.is_valid(), form.errors
    happening = form.happening()
    assert happening.facts == {"term_total": 7, "exclusion_type": "suspension"}
    assert happening.terms == ((date(2026, 2, 23), date(2026, 3, 27)),)
    assert form.said()[-1] == (
        "What are the school’s term dates?",
        "Monday 23 February 2026 to Friday 27 March 2026",
    )
    wrong = HappenedForm(
        {**said, "f_term_total": "many"}, kind=Kind.EXCLUSION_DECIDED, beginnings=made_up
    )
    assert list(wrong.errors) == ["f_term_total"]


def test_the_calendar_file_has_each_date_as_a_whole_day_that_leads_back(client):
    answer = client.get(reverse("lawbook:dates_ics"), REQUEST)
    days = {str(e["summary"]): e for e in Calendar.from_ical(answer.content).walk("VEVENT")}

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    plan = days["Send the final EHC plan"]
    assert (plan["dtstart"].dt, plan["dtend"].dt) == (date(2026, 7, 20), date(2026, 7, 21))
    assert "Law: SEND Regulations 2014 (SI 2014/1530), regulation 13(2)." in plan["description"]
    back = urlsplit(str(plan["url"]))
    assert client.get(f"{back.path}?{back.query}").status_code == 200
    again = Calendar.from_ical(client.get(reverse("lawbook:dates_ics"), REQUEST).content)
    assert {str(e["uid"]) for e in again.walk("VEVENT")} == {str(e["uid"]) for e in days.values()}


@pytest.mark.parametrize("query", [{}, {"what": "ehc.request_received"}, {"what": "x", "on": "y"}])
def test_there_is_no_calendar_without_an_answer(client, query):
    assert client.get(reverse("lawbook:dates_ics"), query).status_code == 404


def test_working_out_dates_writes_nothing_and_leaves_nothing_behind(
    client, django_assert_num_queries
):
    with django_assert_num_queries(1):  # who has checked which rule
        answer = client.get(reverse("lawbook:dates"), REQUEST)

    assert dict(answer.cookies) == {}
