"""What is said about a deadline: plain, true of the day it is said on, and said once."""

from datetime import date

import pytest

from core.law.cases import LONG_AFTER, on, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.explanation import explanation

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 11, 24))
NOTICE = (Kind.NOTICE_SENT, date(2025, 10, 1))
MEETING = (Kind.REVIEW_MEETING_HELD, date(2026, 1, 15))
WITHOUT = (Kind.REVIEW_DECISION_NOTIFIED, date(2026, 2, 10), {"outcome": "amend"})


def said(deadline, day=LONG_AFTER):
    return [sentence.text for sentence in explanation(on(day, deadline))]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2025, 11, 25), "Tuesday 25 November 2025 was day 1, and 41 days were left."),
        (date(2026, 1, 4), "Sunday 4 January 2026 was day 41, and 1 day was left."),
        (date(2026, 1, 5), "Monday 5 January 2026 was the last day."),
        (
            date(2026, 1, 6),
            "On Tuesday 6 January 2026 it was not on record as done, and was 1 day overdue.",
        ),
        (
            date(2026, 1, 7),
            "On Wednesday 7 January 2026 it was not on record as done, and was 2 days overdue.",
        ),
    ],
)
def test_the_days_used_and_left_are_told_to_the_day(day, sentence):
    assert sentence in said(only("decide_whether_to_assess", REQUEST), day)


def test_a_count_that_includes_its_first_day_calls_that_day_1():
    window = only("draft_representations", (Kind.DRAFT_SERVED, date(2026, 6, 1)))

    assert "Monday 1 June 2026 was day 1, and 14 days were left." in said(window, date(2026, 6, 1))


def test_a_posted_draft_tells_the_day_it_was_sent_and_the_day_it_arrived():
    posted = (Kind.DRAFT_SENT, date(2026, 6, 1), {"method": "first_class_post"})

    assert said(only("draft_representations", posted))[:2] == [
        "The draft plan was sent on Monday 1 June 2026.",
        "By post it is taken to have arrived on Wednesday 3 June 2026. That day is day 1.",
    ]


def test_a_duty_that_fell_away_is_said_to_once():
    withdrawn = (Kind.REQUEST_WITHDRAWN, date(2025, 12, 8))
    texts = said(only("issue_final_plan", REQUEST, withdrawn))

    assert (
        "The request was withdrawn on Monday 8 December 2025, so this no longer has to be "
        "done." in texts
    )
    assert [text for text in texts if "nothing had to be done" in text] == []


def test_a_right_not_on_record_as_used_is_not_said_to_be_unused():
    assert (
        "Nothing on record shows that it was used in time, so it is taken to have lapsed. After "
        "that, an appeal without a certificate needs the Tribunal's permission."
    ) in said(only("mediation_contact", NOTICE))


@pytest.mark.parametrize(
    ("contacted", "certificate", "ending"),
    [
        (date(2025, 12, 1), date(2026, 1, 15), "That is later, so it counts."),
        (date(2025, 11, 3), date(2025, 11, 3), "That is later, so it counts."),
        (date(2025, 10, 6), date(2025, 11, 1), "That is not later, so it changes nothing."),
        (
            date(2025, 12, 2),
            date(2026, 1, 15),
            "That is later, but the adviser was first contacted only after the 2 months, so it "
            "counts only if the Tribunal allows it.",
        ),
    ],
)
def test_what_a_mediation_certificate_adds_is_said(contacted, certificate, ending):
    deadline = only(
        "appeal_lodge",
        NOTICE,
        (Kind.MEDIATION_CONTACTED, contacted),
        (Kind.CERTIFICATE_ISSUED, certificate),
    )

    (told,) = [
        text for text in said(deadline) if text.startswith("The mediation certificate was issued")
    ]

    assert told.endswith(ending)


def test_an_appeal_after_five_on_the_last_day_is_told_why_it_is_late():
    appeal = (Kind.APPEAL_RECEIVED, date(2025, 12, 1), {"time": "17:30"})

    assert (
        "It came after 5 pm, when the Tribunal's day ends. A late appeal needs the Tribunal's "
        "permission."
    ) in said(only("appeal_lodge", NOTICE, appeal))


@pytest.mark.parametrize("later", [(), ((Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 20)),)])
def test_a_decision_without_its_notice_is_said_not_to_do_even_once_the_notice_has_gone(later):
    assert (
        "The family was told the plan would be amended on Tuesday 10 February 2026. A decision "
        "without amendment notice does not meet this duty."
    ) in said(only("review_decision_notify", MEETING, WITHOUT, *later))


def test_a_law_in_force_for_a_time_is_told_once_whether_or_not_anyone_relied_on_it():
    request = (Kind.REQUEST_RECEIVED, date(2020, 5, 4))
    claim = (Kind.EXCEPTION_CLAIMED, date(2020, 5, 4), {"ground": "COVID"})

    unclaimed = said(only("decide_whether_to_assess", request))
    claimed = said(only("decide_whether_to_assess", request, claim))

    assert [t.count("From 1 May to 25 September 2020") for t in unclaimed].count(1) == 1
    assert [t.count("From 1 May to 25 September 2020") for t in claimed].count(1) == 1
    assert any("Nobody has put that reason forward here." in text for text in unclaimed)
    assert "A reason never moves the last day: it is still Monday 15 June 2020." in claimed


def test_a_reason_that_another_reading_refuses_is_told_so():
    facts = {"ground": "X_ABS4", "from": "2026-01-27", "to": "2026-02-23"}
    request = (Kind.REQUEST_RECEIVED, date(2025, 10, 6))
    claim = (Kind.EXCEPTION_CLAIMED, date(2026, 1, 27), facts)

    assert (
        "On another reading, on which “that time period” means the 16 weeks of regulation 10(1), "
        "it does not count."
    ) in said(only("issue_final_plan", request, claim))


def test_guidance_is_not_called_law():
    texts = said(only("school_consultation_response", (Kind.CONSULTATION_SENT, date(2026, 3, 2))))

    assert "This is guidance and not law: SEND Code of Practice, paragraph 9.83." in texts
    assert [text for text in texts if text.startswith(("The rule is in", "Guidance on"))] == []
