"""An explanation names an instrument in full, and then by its provision alone."""

from datetime import date

import pytest

from core.law.cases import on, only
from sendpath.core.casefile.events import Kind
from sendpath.core.law.explanation import explanation, how_reached
from sendpath.core.law.sentence import Sentence, named_once
from sendpath.core.law.source import regulation, section

MEETING = (Kind.REVIEW_MEETING_DATE, date(2026, 3, 12))
RULES = (
    "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) "
    "Rules 2008 (SI 2008/2699)"
)


def read(*laws):
    sentences = [Sentence(f"Read with {law}.", law) for law in laws]
    return [sentence.text for sentence in named_once(sentences)]


def test_an_instrument_named_just_before_goes_by_its_provision():
    assert read(regulation("13(2)"), regulation("13(3)"), section("39(8)"), section("40(5)")) == [
        "Read with SEND Regulations 2014 (SI 2014/1530), regulation 13(2).",
        "Read with regulation 13(3).",
        "Read with Children and Families Act 2014, section 39(8).",
        "Read with section 40(5).",
    ]


def test_an_instrument_named_before_another_is_named_in_full_again():
    assert read(regulation("5(1)"), section("36(4)"), regulation("4(1)"))[-1] == (
        "Read with SEND Regulations 2014 (SI 2014/1530), regulation 4(1)."
    )


def test_a_sentence_that_names_no_law_does_not_come_between():
    said = [
        Sentence("1", regulation("5(1)")),
        Sentence("It was in time."),
        Sentence("2", regulation("5(2)")),
    ]

    assert [sentence.called for sentence in named_once(said)] == ["", "", "regulation 5(2)"]


def test_what_the_rule_is_in_is_always_named_in_full():
    sentences = explanation(on(date(2026, 1, 1), only("appeal_lodge", notice(date(2025, 10, 1)))))

    assert f"The rule is in {RULES}, rule 20(1)(c)." in [sentence.text for sentence in sentences]
    assert [s.text for s in sentences if s.text.startswith("Read with")] == [
        "Read with rule 12.",
        "Read with Children and Families Act 2014, section 51.",
        "Read with section 55.",
    ]


def notice(day):
    return Kind.NOTICE_SENT, day, {"appealable": True}


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (date(2025, 10, 24), None),
        (date(2025, 10, 25), "Thursday 25 December 2025 is one of the days from 25 December to 1 "
         "January, when the Tribunal's time does not end, so rule 12(3)(a)"),
        (date(2025, 11, 1), "Thursday 1 January 2026 is one of the days from 25 December to 1 "
         "January, when the Tribunal's time does not end, so rule 12(3)(a)"),
        (date(2025, 11, 2), None),
        (date(2025, 11, 3), "Saturday 3 January 2026 is at a weekend, so rule 12(2)"),
        (date(2026, 2, 6), "Monday 6 April 2026 is a bank holiday, so rule 12(2)"),
        (date(2026, 6, 1), "Saturday 1 August 2026 is in August, when the Tribunal's time does "
         "not end, so rule 12(3)(a)"),
    ],
)  # fmt: skip
def test_it_says_why_the_tribunals_time_does_not_end_on_a_day(sent, why):
    sentences = how_reached(on(sent, only("appeal_lodge", notice(sent))))

    moved = [s.text.partition(" moves")[0] for s in sentences if " moves the last day" in s.text]
    assert moved == ([why] if why else [])


@pytest.mark.parametrize(
    ("sent_round", "said"),
    [
        (date(2026, 2, 25), ""),
        (date(2026, 2, 26), " On that reading it would be late."),
        (date(2026, 2, 27), ""),
    ],
)
def test_it_says_how_it_would_stand_on_another_reading_where_that_differs(sent_round, said):
    sent = (Kind.REVIEW_ADVICE_CIRCULATED, sent_round)
    deadline = only("review_circulate_advice", MEETING, sent)

    other = [s.text for s in explanation(on(date(2026, 3, 13), deadline)) if "Another" in s.text]

    gives = "Another reading (14 whole days must lie between) gives Wednesday 25 February 2026."
    assert other == [gives + said]


def test_how_a_date_is_reached_judges_nothing_on_any_reading():
    deadline = only("review_circulate_advice", MEETING)

    said = [sentence.text for sentence in how_reached(on(date(2026, 2, 26), deadline))]

    assert [text for text in said if "it would be" in text] == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 13), "On Sunday 13 September 2026, 1 day was left, days off among them."),
        (date(2026, 9, 14), "Monday 14 September 2026 was the last day."),
    ],
)
def test_days_left_of_a_count_without_days_off_are_not_numbered(day, said):
    told = (
        Kind.BOARD_INFORMED,
        date(2026, 7, 13),
        {"exclusion_type": "permanent", "calendar": "EX-2025-26+EX-2026-27"},
    )

    sentences = explanation(on(day, only("excl_board_15_days", told)))

    assert said in [sentence.text for sentence in sentences]
