"""What a council must do once its decision is overturned.

The Tribunal's order (SEND Regulations 2014, regulation 44), an appeal the council does not
oppose (regulation 45) and an agreement in mediation (regulation 42(2)) ask for the same few acts,
each within its own number of weeks. The weeks of the original request are then spent.

An event that does not say which order, ground or terms it was starts every clock it could have
started: nobody who leaves the type out is to miss a date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.law.clock import Appeal, Clock, Limit, Milestone
from sendpath.core.law.counting import Count
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, instrument, regulation, section
from sendpath.core.law.wording import (
    AMENDED,
    ANSWERED,
    APPEAL_OVER,
    APPEALED,
    CEASED,
    COUNCIL,
    DRAFTED,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NEW_APPEAL,
    NO_PLAN,
    NO_PLAN_NOTICES,
    PLAN_OVER,
    TOLD_OF_NO_PLAN,
    WITHDRAWN,
    grounds,
    one_of,
    when,
)

ORDERED = "The Tribunal made its order"
AGREED = "An agreement was reached in mediation"
CONCEDED = "The council told the Tribunal that it would not oppose the appeal"
DATE_SET = "due_on"
"""The fact of an order or an agreement that gives the date it sets itself."""

YES_OR_UNKNOWN, NO_OR_UNKNOWN = one_of(True, None), one_of(False, None)


def order(*orders: Fact) -> When:
    """Return the making of one of these orders."""
    return When(kind=Kind.APPEAL_ORDER_MADE, words=ORDERED, facts={"order": one_of(*orders)})


def agreement(*terms: Fact) -> When:
    """Return an agreement on these terms that regulation 42(2) treats as an order.

    It is about something that could be appealed, and the council was a party to it.
    """
    facts = {
        "terms": one_of(*terms),
        "appealable": YES_OR_UNKNOWN,
        "la_party": YES_OR_UNKNOWN,
    }
    return When(kind=Kind.AGREEMENT_MADE, words=AGREED, facts=facts)


def concession(*about: Fact, section_i_only: frozenset[Fact] = NO_OR_UNKNOWN) -> When:
    """Return the council's telling the Tribunal that it does not oppose an appeal of a kind."""
    facts = {"ground": one_of(*about), "section_i_only": section_i_only}
    return When(kind=Kind.APPEAL_UNOPPOSED, words=CONCEDED, facts=facts)


EXCUSES = ("X_EPC", "X_ABS2", "X_R13", "X_SCHOOL", "X_EY", "X_ABS4")
"""Regulation 44(3): circumstances, two weeks away, or any of regulation 13(3), by name or not."""
UNOPPOSED_SINCE_2015 = instrument(
    "Special Educational Needs and Disability (Amendment) Regulations 2015", "2015/359", "8"
)

OVERTURNED = (
    order("assess", "make_plan"),
    agreement("assess", "make_plan"),
    concession("refuse_to_assess", "refuse_to_issue"),
)
"""After one of these the 6, 16 and 20 weeks are spent, and others run in their place."""
PERHAPS_OVERTURNED = (
    order("assess", "make_plan", None),
    agreement("assess", "make_plan", None),
    concession("refuse_to_assess", "refuse_to_issue", None),
)
"""The same where the type is not on record: enough not to bring spent weeks back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that an order or a concession asks of a council, as the parts of a clock."""

    done_by: tuple[When, ...]
    ended_by: tuple[When, ...]
    reopened_by: tuple[When, ...] = ()
    settled_by: tuple[When, ...] = ()
    notices: tuple[When, ...] = ()
    not_notice_after: frozenset[Kind] = frozenset()
    appeals: tuple[Appeal, ...] = ()


def _implied(words: str, *kinds: Kind) -> tuple[When, ...]:
    return tuple(When(kind=kind, words=words, implied=True) for kind in kinds)


_PLAN_SENT = (FINALISED, AMENDED)
"""Councils record the plan that an order asks for as either."""
_GIVEN_UP = (WITHDRAWN, *MOVED_AWAY)
_AFTER_ASSESSING = frozenset(
    {Kind.PLAN_DECIDED, Kind.DRAFT_SENT, Kind.DRAFT_SERVED, Kind.FINALISED_SENT}
)
_APPEAL_NO_PLAN = (Appeal(when=NO_PLAN, law=section("51(2)(b)")),)
_APPEAL_PLAN = tuple(Appeal(when=sent, law=section("51(2)(c)")) for sent in _PLAN_SENT)

CONFIRM_ASSESSMENT = Act(
    done_by=(
        When(
            kind=Kind.ASSESSMENT_DECIDED,
            words="The family was told that the council would assess",
            facts={"outcome": one_of("assess")},
            day_from="notified_on",
        ),
        when(
            Kind.REASSESSMENT_DECIDED,
            "The family was told that the council would re-assess",
            outcome=one_of("assess"),
        ),
        when(
            Kind.NOTICE_SENT,
            "The notice that the council would assess was sent",
            notice_type=one_of("assessment"),
        ),
        *_implied("By then the council must have agreed to assess", *sorted(_AFTER_ASSESSING)),
    ),
    ended_by=(*_GIVEN_UP, CEASED),
    notices=(
        when(
            Kind.NOTICE_SENT,
            "The notice that the council would assess was sent",
            notice_type=one_of("assessment", None),
        ),
    ),
    not_notice_after=_AFTER_ASSESSING,
)
SAY_NO_PLAN = Act(
    done_by=TOLD_OF_NO_PLAN,
    ended_by=(*_GIVEN_UP, CEASED, ISSUE, *DRAFTED, *_PLAN_SENT),
    notices=NO_PLAN_NOTICES,
    not_notice_after=frozenset({Kind.FINALISED_SENT, Kind.ASSESSMENT_DECIDED}),
    appeals=_APPEAL_NO_PLAN,
)
SEND_PLAN_AFTER_ASSESSING = Act(
    done_by=_PLAN_SENT,
    ended_by=(*_GIVEN_UP, CEASED, NO_PLAN),
    reopened_by=(ISSUE,),
    settled_by=(APPEALED, *_GIVEN_UP),
    appeals=_APPEAL_PLAN,
)
SEND_DRAFT = Act(
    done_by=(
        when(Kind.DRAFT_SENT, "The draft plan was sent"),
        when(Kind.DRAFT_SERVED, "The draft plan was served"),
        *_implied("By then there must have been a draft", Kind.FINALISED_SENT),
    ),
    ended_by=_GIVEN_UP,
)
SEND_PLAN = Act(done_by=_PLAN_SENT, ended_by=_GIVEN_UP, appeals=_APPEAL_PLAN)
RECONSIDER = Act(
    done_by=(*SEND_DRAFT.done_by, *TOLD_OF_NO_PLAN),
    ended_by=_GIVEN_UP,
    notices=NO_PLAN_NOTICES,
    not_notice_after=frozenset({Kind.DRAFT_SENT, Kind.DRAFT_SERVED, Kind.FINALISED_SENT}),
    appeals=_APPEAL_NO_PLAN,
)
SEND_AMENDED = Act(done_by=_PLAN_SENT, ended_by=PLAN_OVER)
KEEP_PLAN = Act(
    done_by=_implied(
        "The council was keeping the plan",
        Kind.REVIEW_MEETING_HELD,
        Kind.REVIEW_DECISION_NOTIFIED,
        Kind.AMENDMENT_NOTICE_SENT,
        Kind.AMENDED_PLAN_SENT,
        Kind.FINALISED_SENT,
        Kind.CEASE_CONSIDERED,
        Kind.PLAN_TRANSFERRED_OUT,
    ),
    # Its ceasing is not among them: straight after the order, that is the breach.
    ended_by=(),
)
END_PLAN = Act(done_by=(CEASED,), ended_by=(*_PLAN_SENT, PLAN_OVER[1]))


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
        code="11.35" if agreed else "",
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
