"""Advice and information for a review meeting, sent round at least two weeks before it.

SEND Regulations 2014, regulation 20(4), and 21 for who does not attend a school. Whoever arranges
the meeting asks for the advice and circulates it. “At least two weeks in advance” is read as for
the invitations. A proposal of 2022 to make it three weeks was not enacted.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import DaysBefore
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.told import notice_given
from sendpath.core.law.wording import PLAN_OVER, REVIEW_HELD, REVIEW_PLANNED, TWO_WHOLE_WEEKS, when

CLOCK = Clock(
    key="review_circulate_advice",
    duty="Send round the advice for the review meeting",
    kind=RuleKind.DUTY,
    owed_by="setting or council",
    owed_to="everyone invited to the meeting",
    starts=(REVIEW_PLANNED,),
    done_by=(when(Kind.REVIEW_ADVICE_CIRCULATED, "The advice was sent round"),),
    ended_by=(REVIEW_HELD, *PLAN_OVER),
    opened_by=(REVIEW_HELD,),
    repeats=Repeats.PLANNED,
    limits=(
        Limit(
            count=DaysBefore(14),
            law=regulation("20(4)"),
            readings=(TWO_WHOLE_WEEKS,),
        ),
    ),
    tells=notice_given,
    also=(regulation("21"),),
    code="9.176",
    confidence=Confidence.READ,
    follows="Late advice moves neither the meeting nor the 4 weeks that run from it.",
)
