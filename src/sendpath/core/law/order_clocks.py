"""Makes the clocks of regulations 44 and 45: one act, by when, and after what.

An event that does not say which order, ground or terms it was starts every clock it could have
started: nobody who leaves the type out is to miss a date.
"""

from __future__ import annotations

from datetime import date

from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import Count
from sendpath.core.law.orders import Act, agreement, order
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, instrument, regulation
from sendpath.core.law.wording import ANSWERED, APPEAL_OVER, COUNCIL, NEW_APPEAL, grounds

DATE_SET = "due_on"
"""The fact of an order or an agreement that gives the date it sets itself."""
EXCUSES = ("X_EPC", "X_ABS2", "X_R13", "X_SCHOOL", "X_EY", "X_ABS4")
"""Regulation 44(3): circumstances, two weeks away, or any of regulation 13(3), by name or not."""
UNOPPOSED_SINCE_2015 = instrument(
    "Special Educational Needs and Disability (Amendment) Regulations 2015", "2015/359", "8"
)


def whole(count: Count, provision: str) -> Limit:
    """Return a limit on all that an order asks, or on the last of its steps.

    A date that the order or the agreement sets itself prevails.
    """
    return Limit(count=count, law=regulation(provision), given_by=DATE_SET)


def step(count: Count, provision: str) -> Limit:
    """Return a limit on an earlier step: a date set for the last one never makes it later."""
    return Limit(count=count, law=regulation(provision), no_later_than=DATE_SET)


def since_2015(count: Count, provision: str) -> Limit:
    """Return a limit of regulation 45 as it has stood since 23 March 2015.

    The weeks it gave before that were others, and old pages still print them.
    """
    return Limit(
        count=count,
        law=regulation(provision),
        ruleset="ENG-2015-03",
        since=date(2015, 3, 23),
    )


def after_order(
    *,
    key: str,
    duty: str,
    act: Act,
    orders: tuple[str, ...],
    limit: Limit,
    confidence: Confidence,
    agreed: tuple[str, ...] = (),
    follows: str = "",
) -> Clock:
    """Return the clock of one act that regulation 44(2) asks for after an order.

    `agreed` names the terms of a mediation agreement that ask for the same: regulation 42(2).
    An order without its type starts it too, and so does an agreement without its terms.
    """
    return Clock(
        key=key,
        duty=duty,
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        starts=(order(*orders, None), *((agreement(*agreed, None),) if agreed else ())),
        done_by=act.done_by,
        ended_by=act.ended_by,
        reopened_by=act.reopened_by,
        settled_by=act.settled_by,
        notices=act.notices,
        not_notice_after=act.not_notice_after,
        appeals=act.appeals,
        repeats=Repeats.SUPERSEDES,
        limits=(limit,),
        also=(regulation("42(2)"), regulation("42(5)")) if agreed else (),
        grounds=grounds(regulation("44(3)"), *EXCUSES),
        confidence=confidence,
        follows=follows,
    )


def after_concession(
    *,
    key: str,
    duty: str,
    act: Act,
    starts: tuple[When, ...],
    limit: Limit,
    confidence: Confidence,
    follows: str = "",
    milestones: tuple[Milestone, ...] = (),
) -> Clock:
    """Return the clock of one act that regulation 45 asks for after an unopposed appeal.

    Once the council has answered the appeal, conceding it starts nothing: an order is needed.
    """
    return Clock(
        key=key,
        duty=duty,
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        starts=starts,
        done_by=act.done_by,
        ended_by=act.ended_by,
        reopened_by=act.reopened_by,
        settled_by=act.settled_by,
        notices=act.notices,
        not_notice_after=act.not_notice_after,
        appeals=act.appeals,
        needless_after=(ANSWERED,),
        needed_again_after=(*NEW_APPEAL, *APPEAL_OVER),
        repeats=Repeats.SUPERSEDES,
        limits=(limit,),
        also=(regulation("45(2)"), UNOPPOSED_SINCE_2015),
        grounds=grounds(regulation("45"), *EXCUSES),
        milestones=milestones,
        confidence=confidence,
        follows=follows,
    )
