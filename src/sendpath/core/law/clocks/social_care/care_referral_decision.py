"""Children's social care decides what to do with a referral within one working day.

Guidance, not law: Working Together to Safeguard Children. The number was not checked (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import WORKING_TOGETHER
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="care_referral_decision",
    duty="Decide what to do about the referral to social care",
    kind=RuleKind.GUIDANCE,
    owed_by="council's social care",
    owed_to="whoever referred the child",
    starts=(when(Kind.CARE_REFERRAL_RECEIVED, "Social care received the referral"),),
    done_by=tuple(
        When(kind=kind, words="By then it must have been decided", implied=True)
        for kind in (Kind.STRATEGY_DISCUSSION, Kind.CARE_ASSESSMENT_COMPLETED)
    ),
    limits=(Limit(count=WorkingDays(1), law=WORKING_TOGETHER, since=date(2013, 4, 15)),),
    confidence=Confidence.UNREAD,
    follows="The 45 working days for an assessment run from the same day.",
)
