"""One reason claimed for one limit, for the tests of the parts of each reason.

The limit is the six weeks in which to decide whether to assess, from 23 June to 4 August 2025.
"""

from datetime import date

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind
from sendpath.core.law import exceptions
from sendpath.core.law.clocks import CLOCKS

DECIDE, ADVICE, ORDER = "decide_whether_to_assess", "provide_advice", "order_assess_notify"
BEGAN, DUE = date(2025, 6, 23), date(2025, 8, 4)
SIX_WEEKS = exceptions.Period(BEGAN, DUE, DUE, "", CALENDARS)
MADE_OUT = "It must still be shown that it made keeping the limit impractical."
NOT_ASKED = "No request for advice from it is on record."


def claimed(ground="X_EPC", *, on=BEGAN, **facts):
    """Return the claim of a reason, as it was recorded."""
    return Kind.EXCEPTION_CLAIMED, on, {"ground": ground, **facts}


def closed(ground="X_SCHOOL", **facts):
    """Return the claim that a school was closed for 42 days: it opened again on 3 September."""
    return claimed(ground, **{"first_closed": "2025-07-23", "reopens": "2025-09-03", **facts})


def asked(*days, **who):
    """Return requests for advice, of the head unless told of whom."""
    return [(Kind.ADVICE_REQUESTED, day, who or {"from": "head"}) for day in days]


def reasons(*happened, of=DECIDE, period=SIX_WEEKS):
    """Return every reason that a history claims for a limit, and what became of it."""
    return exceptions.tested_claims(CLOCKS[of], period, exceptions.said_in(history(*happened)))


def reason(*happened, of=DECIDE, period=SIX_WEEKS):
    """Return what became of the one reason claimed in a history."""
    (tested,) = reasons(*happened, of=of, period=period)
    return tested


def why(*happened, of=DECIDE, period=SIX_WEEKS):
    """Return the sentence that says why that reason counts, or why it does not."""
    return reason(*happened, of=of, period=period).why
