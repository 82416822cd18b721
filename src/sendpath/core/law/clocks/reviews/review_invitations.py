"""Invitations to a review meeting, at least two weeks before it.

SEND Regulations 2014, regulation 20(2) and (3), and 21 for who does not attend a school. The
school sends them where the council has asked it to arrange the meeting. “At least two weeks’
notice” can mean that 14 days lie between the two dates, or 14 whole days: alerts go by the second.
Moving the meeting asks for notice of the new day, so it is said where invitations went out before
the day was fixed. Once the meeting is held nobody can be invited any more.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import DaysBefore
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.told import notice_given
from sendpath.core.law.wording import PLAN_OVER, REVIEW_HELD, REVIEW_PLANNED, TWO_WHOLE_WEEKS, when

CLOCK = Clock(
    key="review_invitations",
    duty="Send invitations to the review meeting",
    kind=RuleKind.DUTY,
    owed_by="setting or council",
    owed_to="everyone who must be invited",
    starts=(REVIEW_PLANNED,),
    done_by=(when(Kind.REVIEW_INVITATIONS_SENT, "The invitations were sent"),),
    ended_by=(REVIEW_HELD, *PLAN_OVER),
    opened_by=(REVIEW_HELD,),
    repeats=Repeats.PLANNED,
    limits=(
        Limit(
            count=DaysBefore(14),
            law=regulation("20(3)"),
            readings=(TWO_WHOLE_WEEKS,),
        ),
    ),
    tells=notice_given,
    also=(
        regulation("20(2)"),
        regulation("21"),
    ),
    code="9.176",
    confidence=Confidence.READ,
    follows="Short notice moves neither the meeting nor the 4 weeks that run from it.",
)
