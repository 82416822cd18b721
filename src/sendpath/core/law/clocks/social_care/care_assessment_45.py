"""Social care's assessment of a child, within 45 working days of the referral.

Guidance, not law: Working Together to Safeguard Children, for assessments under sections 17 and 47
of the Children Act 1989. It runs from the referral, as the decision on it does. Where that
decision is that no assessment is needed (`duty.done` for care_referral_decision, with the fact
outcome=no_assessment) nothing more is owed. The number was not checked (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import CHILDREN_ACT, WORKING_TOGETHER
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, act
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="care_assessment_45",
    duty="Complete the social care assessment",
    kind=RuleKind.GUIDANCE,
    owed_by="council's social care",
    owed_to="child",
    starts=(when(Kind.CARE_REFERRAL_RECEIVED, "Social care received the referral"),),
    done_by=(when(Kind.CARE_ASSESSMENT_COMPLETED, "The assessment was completed"),),
    ended_by=(
        when(
            Kind.DUTY_DONE,
            "It was decided that no assessment was needed",
            clock=one_of("care_referral_decision"),
            outcome=one_of("no_assessment"),
        ),
    ),
    limits=(Limit(count=WorkingDays(45), law=WORKING_TOGETHER, since=date(2013, 4, 15)),),
    also=(act(*CHILDREN_ACT, "17"), act(*CHILDREN_ACT, "47")),
    confidence=Confidence.UNREAD,
    follows="Its findings go into the advice for an EHC needs assessment, which does not wait.",
)
