"""Twelve months to complain to the Local Government and Social Care Ombudsman.

Local Government Act 1974, section 26B: from the day the complainant first knew of the matter, and
longer where there are good reasons. By section 26(6) the Ombudsman does not look at what was, or
could have been, taken to the Tribunal. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, act
from sendpath.core.law.wording import when

LOCAL_GOVERNMENT_ACT = ("Local Government Act 1974", "1974/7")

CLOCK = Clock(
    key="lgsco_12_months",
    duty="Complain to the Local Government and Social Care Ombudsman",
    kind=RuleKind.RIGHT,
    owed_by="complainant",
    owed_to="Local Government and Social Care Ombudsman",
    starts=(when(Kind.COMPLAINT_MATTER_KNOWN, "The complainant first knew of the matter"),),
    done_by=(
        When(
            kind=Kind.COMPLAINT_LGSCO_DECISION,
            words="By then the Ombudsman had been asked",
            implied=True,
        ),
    ),
    limits=(Limit(count=Months(12), law=act(*LOCAL_GOVERNMENT_ACT, "26B")),),
    also=(act(*LOCAL_GOVERNMENT_ACT, "26(6)"),),
    confidence=Confidence.UNREAD,
    follows="The Ombudsman may look at an older matter for good reasons.",
)
