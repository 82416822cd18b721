"""The page of a case: where it is, what is due and why, what happened, and the past."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendpath.casework.selectors.case_page import (
    SETTLED_SHOWN,
    SHOWN,
    Section,
    age_in_words,
    case_page,
)
from sendpath.casework.selectors.cases import case_for
from sendpath.casework.selectors.seen import EVERYTHING
from sendpath.casework.services import record
from sendpath.casework.services.record import NewEvent, Reason
from sendpath.core.casefile.catalogue.corrections import BY_PEOPLE
from sendpath.core.casefile.events import Kind
from sendpath.people import services as people

pytestmark = pytest.mark.django_db
page_for = partial(case_page, seeing=EVERYTHING)

REQUEST = date(2025, 11, 24)
TODAY = date(2026, 1, 19)


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def case(make_case):
    return make_case((Kind.REQUEST_RECEIVED, REQUEST, {"by": "parent"}))


def section(page, wanted):
    return {line.name: line.dates for part in page.sections for line in part.lines
            if part.section is wanted}  # fmt: skip


def test_what_must_happen_now_comes_before_what_is_done(make_case):
    case = make_case(
        (Kind.REQUEST_RECEIVED, REQUEST),
        (Kind.ASSESSMENT_DECIDED, date(2026, 1, 2), {"outcome": "assess"}),
    )

    page = page_for(case=case, today=TODAY)

    assert [part.section for part in page.sections] == [Section.NOW, Section.DONE]
    assert section(page, Section.NOW) == {
        "Tell the family if the council will not issue a plan": "Due 16 March 2026",
        "Send the final EHC plan": "Due 13 April 2026",
    }
    assert section(page, Section.DONE) == {
        "Tell the family whether the council will assess": "Due 5 January 2026, done 2 January 2026"
    }


def test_the_familys_rights_stand_apart_and_are_nobodys_failure(make_case, client, priya):
    case = make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 9, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2025, 10, 1), {"outcome": "refuse"}),
    )
    client.force_login(priya)

    soon_after = page_for(case=case, today=date(2025, 10, 2))
    rights = section(soon_after, Section.RIGHTS)
    page = client.get(reverse("casework:case", args=[case.pk])).text

    assert rights == {
        "Appeal to the Tribunal": "Until 1 December 2025",
        "Contact a mediation adviser, before an appeal": "Until 1 December 2025",
    }
    assert "For the family to use." in page
    assert "overdue" not in page


def test_what_a_return_could_not_have_told_is_not_called_overdue(make_case):
    case = make_case(
        (Kind.REVIEW_MEETING_HELD, date(2025, 12, 1), {"silent_on": "review.report_sent"}),
    )

    page = page_for(case=case, today=TODAY)

    assert section(page, Section.UNTOLD) == {
        "Send the report of the review meeting": "Due 15 December 2025; "
        "whether it was done is not on record"
    }


def test_a_right_that_has_run_out_is_no_longer_offered(make_case):
    refused = (Kind.ASSESSMENT_DECIDED, date(2025, 10, 1), {"outcome": "refuse"})
    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 9, 1)), refused)

    on_the_last_day = page_for(case=case, today=date(2025, 12, 1))
    after_it = page_for(case=case, today=date(2025, 12, 2))

    assert "Appeal to the Tribunal" in section(on_the_last_day, Section.RIGHTS)
    assert section(after_it, Section.RIGHTS) == {}
    assert "Appeal to the Tribunal" in section(after_it, Section.DONE)


def test_each_duty_leads_to_what_records_it_as_done(client, priya, case):
    client.force_login(priya)

    page = client.get(reverse("casework:case", args=[case.pk])).text
    past = client.get(reverse("casework:case", args=[case.pk]), {"known_on": "2026-01-19"}).text

    form = reverse("casework:record", args=[case.pk, "plan.finalised_sent"])
    assert f'<a class="govuk-link" href="{form}">Record: final plan sent</a>' in page
    assert form not in past


def test_the_law_is_linked_once_where_a_sentence_names_it(client, priya, case):
    client.force_login(priya)

    page = client.get(reverse("casework:case", args=[case.pk])).text

    law = "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13"
    link = (
        f'<a class="govuk-link" href="{law}" rel="noreferrer">'
        "SEND Regulations 2014 (SI 2014/1530), regulation 13(2)</a>"
    )
    assert f"<li>The rule is in {link}.</li>" in page


def test_a_duty_that_can_be_met_in_two_ways_is_shown_once(make_case):
    case = make_case(
        (Kind.REVIEW_MEETING_HELD, date(2025, 12, 1)),
        (Kind.REVIEW_REPORT_SENT, date(2025, 12, 10)),
        (
            Kind.REVIEW_DECISION_NOTIFIED,
            date(2025, 12, 20),
            {"outcome": "amend", "notice_attached": True},
        ),
    )

    due = section(page_for(case=case, today=TODAY), Section.NOW)

    assert list(due.values()) == ["Due 14 February 2026", "Due 19 December 2026"]


def test_why_this_date_is_answered_on_the_page_with_its_law(case):
    page = page_for(case=case, today=TODAY)
    (plan,) = (line for part in page.sections for line in part.lines
               if line.name == "Send the final EHC plan")  # fmt: skip

    first, counting, *_ = plan.why

    assert first.text == (
        "The council received the request on Monday 24 November 2025. That day is day 0."
    )
    assert str(counting.law) == "SEND Regulations 2014 (SI 2014/1530), regulation 13(2)"


def test_an_empty_case_says_that_nothing_is_on_record(client, priya, make_case):
    client.force_login(priya)

    page = client.get(reverse("casework:case", args=[make_case().pk])).text

    assert "Nothing is on record. Time limits start when the request is recorded." in page
    assert "Where is this now?" not in page


def test_names_are_escaped_wherever_they_stand(client, priya, make_case):
    case = make_case(
        (Kind.REQUEST_RECEIVED, REQUEST),
        forename="<script>alert(1)</script>",
        surname='"><img src=x>',
    )
    client.force_login(priya)

    for url in (
        reverse("casework:case", args=[case.pk]),
        reverse("casework:choose", args=[case.pk]),
        reverse("casework:correct", args=[case.pk, 1]),
        reverse("casework:worklist"),
        reverse("casework:find") + "?born_on_day=14&born_on_month=3&born_on_year=2015",
    ):
        page = client.get(url).text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>alert" not in page
        assert "<img src=x>" not in page


def test_numbers_are_shown_with_the_nhs_number_in_threes(client, priya, case):
    people.add_nhs_numbers(numbers={case.person_id: "9434765919"})
    client.force_login(priya)

    page = client.get(reverse("casework:case", args=[case.pk])).text

    assert "Born 14 March 2015, aged 10, UPN Z999220000001, NHS number 943 476 5919" in page


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2015, 3, 14), "aged 0 months"),
        (date(2017, 3, 13), "aged 23 months"),
        (date(2017, 3, 14), "aged 2"),
        (date(2026, 3, 13), "aged 10"),
        (date(2026, 3, 14), "aged 11"),
        (date(2015, 3, 13), "not yet born"),
    ],
)
def test_an_age_changes_on_the_birthday(on, words):
    assert age_in_words(date(2015, 3, 14), on) == words


def test_a_very_full_record_is_shown_in_part_until_all_is_asked_for(make_case):
    case = make_case()
    meetings = [
        NewEvent(kind=Kind.REVIEW_MEETING_HELD, occurred_on=TODAY - timedelta(days=40 * n))
        for n in range(1, 101)
    ]
    decisions = [
        NewEvent(
            kind=Kind.REVIEW_DECISION_NOTIFIED,
            occurred_on=meeting.occurred_on + timedelta(days=7),
            facts={"outcome": "maintain"},
        )
        for meeting in meetings
    ]
    record.record_events(
        additions={case.pk: [*meetings, *decisions]}, by=case.officer, source="sen2-2026"
    )

    part, whole = (page_for(case=case, today=TODAY, whole_record=w) for w in (False, True))

    assert (len(part.happenings), part.more_happenings) == (SHOWN, 200 - SHOWN)
    assert (len(whole.happenings), whole.more_happenings) == (200, 0)
    (done,) = (found for found in part.sections if found.section is Section.DONE)
    (all_done,) = (found for found in whole.sections if found.section is Section.DONE)
    assert (len(done.lines), done.more) == (SETTLED_SHOWN, len(all_done.lines) - SETTLED_SHOWN)
    assert part.happenings[0].source == "SEN2 return 2026"


@pytest.mark.parametrize("happened", [1, 20])
def test_the_page_takes_five_queries_however_much_happened(make_case, priya, happened):
    case = make_case(*[(Kind.FAMILY_CONSULTED, REQUEST)] * happened)

    with CaptureQueriesContext(connection) as queries:
        page_for(case=case_for(priya, case.pk), today=TODAY)

    # the case, its record, whether calendars have changed, the checks and the readings adopted
    assert len(queries) == 5


def test_dates_out_of_reach_leave_the_record_to_be_mended(client, priya, make_case):
    case = make_case()
    long_ago = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=date(2004, 1, 5))
    record.record_events(additions={case.pk: [long_ago]}, by=priya, source="sen2-2026")
    client.force_login(priya)

    page = client.get(reverse("casework:case", args=[case.pk]))

    assert page.status_code == 200
    assert "3 time limits of this case have no date yet" in page.text
    assert reverse("casework:correct", args=[case.pk, 1]) in page.text


class TestThePast:
    def test_what_was_recorded_on_a_day_is_known_at_its_end(self, make_case, today, priya):
        today(date(2026, 1, 5))
        case = make_case((Kind.REQUEST_RECEIVED, REQUEST))
        today(date(2026, 1, 16))
        record.record_event(
            case=case,
            new=NewEvent(
                kind=Kind.ASSESSMENT_DECIDED,
                occurred_on=date(2026, 1, 5),
                facts={"outcome": "assess"},
            ),
            by=priya,
        )
        today(TODAY)

        stages = {
            day: page_for(case=case, today=TODAY, known_on=date(2026, 1, day)).stage
            for day in (4, 5, 15, 16)
        }

        assert stages == {
            4: "No request open",
            5: "Deciding whether to assess",
            15: "Deciding whether to assess",
            16: "Being assessed",
        }

    def test_nothing_can_be_changed_there(self, client, priya, case):
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk]), {"known_on": "2026-01-19"})

        assert "You are looking at the past" in page.text
        assert "Record what happened" not in page.text
        assert reverse("casework:correct", args=[case.pk, 1]) not in page.text

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            ("2026-01-20", "The day to look back to must be today or in the past"),
            ("2026-02-30", "The day to look back to must be a real date"),
            ("soon", "The day to look back to must include a"),
        ],
    )
    def test_a_day_that_cannot_be_looked_back_to_is_said(self, client, priya, case, day, words):
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk]), {"known_on": day})

        assert words in page.text
        assert "You are looking at the past" not in page.text


class TestTheTimeline:
    def test_the_latest_happening_comes_first(self, make_case):
        case = make_case(
            (Kind.REQUEST_RECEIVED, date(2025, 11, 1)),
            (Kind.PLAN_MEETING_HELD, date(2026, 1, 3)),
            (Kind.FAMILY_CONSULTED, date(2025, 12, 2)),
        )

        lines = page_for(case=case, today=TODAY).happenings

        assert [line.number for line in lines] == [2, 3, 1]

    def test_each_entry_says_what_became_of_it(self, case, priya):
        again = {"occurred_on": REQUEST, "facts": {}, "by": priya}
        record.correct_event(case=case, number=1, reason=Reason.MISTYPED, **again)
        record.void_event(case=case, number=2, reason=Reason.RECORDED_TWICE, by=priya)
        record.correct_event(case=case, number=1, reason=Reason.LEARNT_LATER, **again)

        lines = {line.number: line for line in page_for(case=case, today=TODAY).happenings}

        assert {number: line.fate for number, line in lines.items()} == {
            1: "Replaced by entry 4: we have learnt more since",
            2: "Marked as a mistake: it was recorded twice",
            3: "",
            4: "",
        }
        assert lines[3].happened == (
            "Entry 2 (request received) marked as a mistake: it was recorded twice"
        )
        assert [n for n, line in lines.items() if line.may_correct] == [4]
        assert [n for n, line in lines.items() if line.may_void] == [4]

    def test_a_day_known_only_at_the_latest_says_so(self, make_case, client, priya):
        case = make_case((Kind.REQUEST_WITHDRAWN, REQUEST, {"on_or_before": True}))
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk])).text

        assert "24 November 2025 at the latest; the exact day is not on record" in page


class TestWhatIsOpenBesideTheStage:
    def test_stands_in_words_after_it(self, make_case, client, priya):
        case = make_case(
            (Kind.REQUEST_RECEIVED, REQUEST),
            (Kind.ASSESSMENT_DECIDED, date(2026, 1, 2), {"outcome": "refuse"}),
            (Kind.MEDIATION_REQUESTED, date(2026, 1, 9)),
            (Kind.APPEAL_RECEIVED, date(2026, 1, 16), {"ground": "refuse_to_assess"}),
        )
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk])).text

        assert page_for(case=case, today=TODAY).flags == ("Mediation open", "Appeal open")
        assert page.index("Refused an assessment.") < page.index(">Appeal open</strong>")

    def test_is_what_it_was_on_a_past_day(self, make_case, today, priya):
        today(date(2026, 1, 5))
        case = make_case((Kind.REQUEST_RECEIVED, REQUEST))
        today(TODAY)
        claim = {"ground": "X_EPC", "from": "2025-12-01"}
        new = NewEvent(kind=Kind.EXCEPTION_CLAIMED, occurred_on=date(2025, 12, 15), facts=claim)
        record.record_event(case=case, new=new, by=priya)

        then = page_for(case=case, today=TODAY, known_on=date(2026, 1, 18))

        assert then.flags == ()
        assert page_for(case=case, today=TODAY).flags == ("Exception claimed",)

    def test_says_of_somebody_in_custody_where_the_case_has_got_to(self, make_case):
        case = make_case((Kind.REQUEST_RECEIVED, REQUEST), (Kind.DETAINED, date(2026, 1, 5)))

        page = page_for(case=case, today=TODAY)

        assert page.stage == "In youth custody; deciding whether to assess"


class TestThingsToCheck:
    def checks(self, case, **more):
        page = page_for(case=case, today=TODAY, **more)
        return [(line.about, line.says) for line in page.to_check]

    def test_are_not_mentioned_where_there_are_none(self, client, priya, make_case):
        case = make_case((Kind.REQUEST_RECEIVED, date(2026, 1, 5)))
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk])).text

        assert self.checks(case) == []
        assert "Things in this record to check" not in page

    def test_name_the_entry_and_lead_to_it(self, client, priya, make_case):
        case = make_case((Kind.ASSESSMENT_DECIDED, date(2026, 1, 5), {"outcome": "assess"}))
        client.force_login(priya)

        page = client.get(reverse("casework:case", args=[case.pk])).text

        assert self.checks(case) == [
            (
                "Entry 1, decided whether to assess, 5 January 2026",
                "The record has no open request before this decision. If the request is known, "
                "record it first.",
            )
        ]
        assert '<a class="govuk-link" href="#entry-1">Entry 1, decided whether' in page
        assert '<li id="entry-1">' in page

    def test_compare_the_record_with_the_date_of_birth(self, make_case):
        case = make_case((Kind.REQUEST_RECEIVED, date(2015, 3, 13)), birth_date=date(2015, 3, 14))

        assert (
            "Entry 1, request received, 13 March 2015",
            "This is before the date of birth on record, 14 March 2015. Check both.",
        ) in self.checks(case)

    def test_say_that_a_date_of_birth_has_not_come(self, make_case):
        case = make_case(birth_date=date(2026, 1, 20))

        assert self.checks(case) == [
            (
                "Date of birth",
                "This day has not come. Until it has, nothing follows from the entry.",
            )
        ]

    def test_count_entries_recorded_late_together(self, make_case):
        consulted = (Kind.FAMILY_CONSULTED, date(2025, 12, 21))  # 29 days before
        one, two, many = (make_case(*[consulted] * n) for n in (1, 2, 13))
        says = "Each was recorded more than 28 days after it happened."

        assert self.checks(one) == [
            (
                "Entry 1, family consulted about assessing, 21 December 2025",
                "This was recorded on 19 January 2026, 29 days after it happened.",
            )
        ]
        assert self.checks(two) == [("Entries 1 and 2", says)]
        assert self.checks(many) == [("Entries 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more", says)]

    def test_say_nothing_of_what_a_return_could_not_tell(self, make_case, priya):
        case = make_case()
        sent = NewEvent(kind=Kind.FINALISED_SENT, occurred_on=date(2020, 3, 2))
        record.record_events(additions={case.pk: [sent]}, by=priya, source="sen2-2026")

        assert self.checks(case) == []

    def test_are_those_of_a_past_day_when_one_is_looked_at(self, make_case, today, priya):
        today(date(2026, 1, 5))
        case = make_case((Kind.ASSESSMENT_DECIDED, date(2026, 1, 5), {"outcome": "assess"}))
        today(TODAY)
        new = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=date(2026, 1, 2))
        record.record_event(case=case, new=new, by=priya)

        assert self.checks(case) == []
        assert len(self.checks(case, known_on=date(2026, 1, 18))) == 1

    def test_are_shown_in_part_until_the_whole_record_is_asked_for(self, make_case):
        decided = (Kind.ASSESSMENT_DECIDED, date(2026, 1, 5), {"outcome": "assess"})
        case = make_case(*[decided] * (SHOWN + 5))

        part, whole = (page_for(case=case, today=TODAY, whole_record=w) for w in (False, True))

        assert (len(part.to_check), part.more_to_check) == (SHOWN, 5)
        assert (len(whole.to_check), whole.more_to_check) == (SHOWN + 5, 0)


def test_every_reason_for_a_correction_is_one_the_record_knows():
    assert {reason.value for reason in Reason} == BY_PEOPLE | {"source_changed"}
