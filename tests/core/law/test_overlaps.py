"""Deadlines of one case that bear on each other."""

from datetime import date, timedelta

import pytest

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.overlaps import barred_until

REQUEST = (Kind.REQUEST_RECEIVED, date(2025, 3, 3))
DUE = date(2025, 7, 21)
FINISHED = (Kind.REPRESENTATIONS_RECEIVED, date(2025, 7, 16), {"final": True})
SENT = (Kind.FINALISED_SENT, DUE)


def barred(key, *happened):
    found = deadlines(standing(history(*happened)), CALENDARS)
    (deadline,) = [d for d in found if d.key == key]
    return barred_until(deadline, found)


@pytest.mark.parametrize(
    ("served", "until"),
    [
        (date(2025, 7, 6), None),
        (date(2025, 7, 7), DUE),  # the 15th day is the last of the 20 weeks, and not yet free
        (DUE, DUE + timedelta(days=14)),
        (DUE + timedelta(days=1), None),  # by then it was overdue, whenever the draft came
    ],
)
def test_a_draft_served_late_leaves_no_day_to_finalise_in_time(served, until):
    assert barred("issue_final_plan", REQUEST, (Kind.DRAFT_SERVED, served)) == until


@pytest.mark.parametrize("later", [FINISHED, SENT])
def test_nothing_is_barred_once_the_family_has_finished_or_the_plan_is_sent(later):
    assert (
        barred("issue_final_plan", REQUEST, (Kind.DRAFT_SERVED, date(2025, 7, 14)), later) is None
    )


def test_a_notice_of_amendments_late_in_the_transfer_year_bars_the_plan_that_names_the_school():
    planned = (Kind.PHASE_TRANSFER_PLANNED, date(2026, 9, 1), {"kind": "primary_to_secondary"})
    notice = (Kind.AMENDMENT_NOTICE_SENT, date(2026, 2, 5))

    assert barred("phase_transfer_15_feb", planned, notice) == date(2026, 2, 19)
    assert barred("review_final_amended_plan", planned, notice) is None
