"""A school or early years provider that was closed, with one part of the test missing at a time."""

from dataclasses import replace
from datetime import date

import pytest

from core.law.cases import CALENDARS
from core.law.one_claim import (
    DUE,
    MADE_OUT,
    NOT_ASKED,
    SIX_WEEKS,
    asked,
    claimed,
    closed,
    reason,
    why,
)
from sendpath.core.casefile.events import Kind
from sendpath.core.law.exceptions import Period
from sendpath.core.law.source import regulation

WINDOW = "It has to be from Wednesday 16 July 2025 to Wednesday 27 August 2025."
RUN_OUT = "When advice was asked for, the limit had already run out."


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ([], NOT_ASKED),
        ([date(2025, 7, 15)], f"Advice was asked for on Tuesday 15 July 2025. {WINDOW}"),
        ([date(2025, 7, 16)], MADE_OUT),
        ([DUE], MADE_OUT),
        ([date(2025, 8, 5)], RUN_OUT),
        ([date(2025, 8, 27)], RUN_OUT),
        ([date(2025, 8, 28)], f"Advice was asked for on Thursday 28 August 2025. {WINDOW}"),
        ([date(2025, 7, 15), date(2025, 7, 16)], MADE_OUT),
        ([date(2025, 7, 15), date(2025, 8, 5)], RUN_OUT),
        (
            [date(2025, 7, 15), date(2025, 8, 28)],
            "Advice was asked for on Tuesday 15 July 2025, Thursday 28 August 2025. " + WINDOW,
        ),
    ],
)
def test_a_closed_school_must_have_been_asked_in_the_window_and_before_the_limit_ran_out(
    days, says
):
    assert why(*asked(*days), closed()) == says


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2025, 8, 27), MADE_OUT),
        (date(2025, 8, 28), f"Advice was asked for on Thursday 28 August 2025. {WINDOW}"),
    ],
)
def test_the_window_ends_a_week_before_the_school_opens_again(day, says):
    longer = replace(SIX_WEEKS, last=date(2025, 9, 30), due=date(2025, 9, 30))

    assert why(*asked(day), closed(), period=longer) == says


@pytest.mark.parametrize(
    ("reopens", "days", "says"),
    [
        ("2025-08-19", 27, "It was closed for 27 days on end, which is less than 28."),
        ("2025-08-20", 28, MADE_OUT),
    ],
)
def test_a_school_must_be_closed_for_28_days_on_end(reopens, days, says):
    found = reason(*asked(date(2025, 7, 18)), closed(reopens=reopens))

    assert (found.why, dict(found.figures)["closure_days"]) == (says, days)


def test_a_closure_is_shown_with_its_figures_its_law_and_the_days_asked():
    found = reason(*asked(date(2025, 7, 18)), closed())

    assert found.figures == (
        ("closure_days", 42),
        ("window_start", date(2025, 7, 16)),
        ("window_end", date(2025, 8, 27)),
    )
    assert (found.code, found.law) == ("X_SCHOOL", regulation("5(4)(a)"))
    assert (found.claim.number, found.days) == (2, (date(2025, 7, 18),))


@pytest.mark.parametrize("missing", ["first_closed", "reopens"])
def test_a_closure_without_one_of_its_days_or_a_calendar_is_not_accepted(missing):
    found = reason(*asked(date(2025, 7, 18)), closed(**{missing: None}))

    assert (found.accepted, found.figures) == (False, ())


SUMMER = (date(2025, 4, 22), date(2025, 7, 22))
AUTUMN = (date(2025, 9, 3), date(2025, 12, 19))
NOT_CLOSED = "By its term dates it was not closed at a time that bears on this limit."
UNTOLD = (
    "The term dates held under “100001” do not tell how long it was closed. Add what is missing, "
    "or give the first day it was closed and the day it opened again."
)


def told_by(*terms, asked_on=date(2025, 7, 16), began=date(2025, 6, 23), due=DUE, inset=()):
    """Return what a school's own term dates tell of a claim that gives no days."""
    calendars = replace(
        CALENDARS, schools={"100001": terms}, inset_days={"100001": frozenset(inset)}
    )
    period = Period(began, due, due, "", calendars)
    return reason(*asked(asked_on), claimed("X_SCHOOL", calendar="100001"), period=period)


def test_a_schools_own_year_tells_its_longest_closure_that_bears_on_the_limit():
    year_before = (date(2024, 1, 8), date(2024, 7, 19))  # closed for longer, and too long ago
    autumn = (date(2024, 9, 4), date(2025, 4, 4))
    two_halves = (date(2025, 9, 3), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))

    found = told_by(
        year_before,
        autumn,
        SUMMER,
        *two_halves,
        began=date(2025, 3, 31),
        due=date(2025, 11, 10),
    )

    assert (found.why, dict(found.figures)["closure_days"]) == (MADE_OUT, 42)


@pytest.mark.parametrize(
    ("began", "says"), [(date(2025, 8, 27), MADE_OUT), (date(2025, 8, 28), NOT_CLOSED)]
)
def test_a_closure_bears_on_a_limit_that_began_by_the_last_day_of_its_window(began, says):
    found = told_by(SUMMER, AUTUMN, asked_on=began, began=began, due=date(2025, 10, 8))

    assert found.why == says


@pytest.mark.parametrize(
    ("opens", "says"),
    [
        (date(2025, 8, 19), UNTOLD),  # 27 days: one of 28 may yet come before the limit ends
        (date(2025, 8, 20), MADE_OUT),
    ],
)
def test_one_closure_of_28_days_is_enough_where_the_term_dates_end_too_soon(opens, says):
    found = told_by(SUMMER, (opens, date(2025, 9, 12)), due=date(2025, 10, 8))

    assert found.why == says


@pytest.mark.parametrize(
    ("last", "says"), [(date(2025, 8, 10), UNTOLD), (date(2025, 8, 11), NOT_CLOSED)]
)
def test_term_dates_must_reach_to_a_week_after_the_limit(last, says):
    assert told_by((date(2025, 4, 22), last)).why == says


@pytest.mark.parametrize(
    ("first", "says"), [(date(2025, 6, 23), NOT_CLOSED), (date(2025, 6, 24), UNTOLD)]
)
def test_term_dates_must_reach_back_to_the_first_day_of_the_limit(first, says):
    assert told_by((first, date(2025, 7, 22)), due=date(2025, 6, 30)).why == says


def test_where_staff_were_back_before_the_pupils_every_figure_is_told():
    found = told_by(
        SUMMER,
        AUTUMN,
        asked_on=date(2025, 8, 27),
        began=date(2025, 7, 28),
        due=date(2025, 9, 8),
        inset=[date(2025, 9, 2)],
    )

    assert found.figures == (
        ("closure_days", 42),
        ("window_start", date(2025, 7, 16)),
        ("window_end", date(2025, 8, 27)),
        ("staff_back", date(2025, 9, 2)),
    )


@pytest.mark.parametrize(
    "who", ["head", "headteacher", "head_teacher", "principal", "school", "college"]
)
def test_advice_is_asked_of_a_school_by_any_of_these_names(who):
    assert why(*asked(date(2025, 7, 18), body=who), closed()) == MADE_OUT
    assert why(*asked(date(2025, 7, 18), body=who), closed("X_EY")) == NOT_ASKED


@pytest.mark.parametrize("who", ["nursery", "early_years", "ey", "childminder", "pre-school"])
def test_advice_is_asked_of_an_early_years_provider_by_any_of_these_names(who):
    assert why(*asked(date(2025, 7, 18), body=who), closed("X_EY")) == MADE_OUT
    assert why(*asked(date(2025, 7, 18), body=who), closed()) == NOT_ASKED


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ({"from": "Headteacher"}, MADE_OUT),
        ({"setting": "college of Hartwell"}, MADE_OUT),
        ({"from": "health", "body": "principal"}, MADE_OUT),
        ({"from": "the head"}, NOT_ASKED),  # the first word says who it is
        ({"to": "head"}, NOT_ASKED),
    ],
)
def test_who_was_asked_is_the_first_word_of_any_fact_that_says_so(who, says):
    assert why(*asked(date(2025, 7, 18), **who), closed()) == says


@pytest.mark.parametrize("ground", ["X_SCHOOL", "X_EY"])
def test_the_days_on_which_anyone_was_asked_are_told(ground):
    found = reason(*asked(date(2025, 7, 18), date(2025, 9, 4), body="EP"), closed(ground))

    assert found.days == (date(2025, 7, 18), date(2025, 9, 4))


def test_advice_that_came_from_a_school_does_not_show_that_it_was_asked():
    arrived = (Kind.ADVICE_RECEIVED, date(2025, 7, 18), {"from": "head"})

    assert why(arrived, closed()) == NOT_ASKED
