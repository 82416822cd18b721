"""What a council must do once its decision is overturned.

The Tribunal's order (SEND Regulations 2014, regulation 44), an appeal the council does not
oppose (regulation 45) and an agreement in mediation (regulation 42(2)) ask for the same few acts,
each within its own number of weeks. The weeks of the original request are then spent.

Here are those events and those acts; `order_clocks` makes the clocks of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.law.clock import Appeal
from sendpath.core.law.rule import When
from sendpath.core.law.source import section
from sendpath.core.law.wording import (
    AMENDED,
    APPEALED,
    CEASED,
    DRAFTED,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NO_PLAN,
    NO_PLAN_NOTICES,
    PLAN_OVER,
    TOLD_OF_NO_PLAN,
    WITHDRAWN,
    one_of,
    when,
)

ORDERED = "The Tribunal made its order"
AGREED = "An agreement was reached in mediation"
CONCEDED = "The council told the Tribunal that it would not oppose the appeal"

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


OVERTURNED = (
    order("assess", "make_plan"),
    agreement("assess", "make_plan"),
    concession("refuse_to_assess", "refuse_to_issue"),
)
"""After one of these the 6, 16 and 20 weeks are spent, and others run in their place."""
PERHAPS_OVERTURNED = (
    order("assess", "make_plan", "reconsider", None),
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
        *_implied("The council must have agreed to assess", *sorted(_AFTER_ASSESSING)),
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
        *_implied("There must have been a draft", Kind.FINALISED_SENT),
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
