"""A complaint about the NHS acknowledged within 3 working days.

Local Authority Social Services and National Health Service Complaints (England) Regulations 2009,
regulations 12 to 14. No day is set for the answer: it is agreed with the complainant, and if none
has come in 6 months the reason must be given. A complaint is to be made within 12 months. Mark K.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import Months, WorkingDays
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import one_of, when

NHS = one_of("nhs", None)
COMPLAINTS = (
    "Local Authority Social Services and National Health Service Complaints (England) "
    "Regulations 2009",
    "2009/309",
)

CLOCK = Clock(
    key="nhs_complaint",
    duty="Acknowledge the complaint about the NHS",
    kind=RuleKind.DUTY,
    owed_by="NHS body",
    owed_to="complainant",
    starts=(when(Kind.COMPLAINT_RECEIVED, "The complaint was received", regime=NHS),),
    done_by=(
        when(Kind.COMPLAINT_ACKNOWLEDGED, "The complaint was acknowledged", regime=NHS),
        When(
            kind=Kind.COMPLAINT_STAGE1_REPLIED,
            words="By then the complaint must have been acknowledged",
            facts={"regime": NHS},
            implied=True,
        ),
    ),
    limits=(Limit(count=WorkingDays(3), law=instrument(*COMPLAINTS, "13")),),
    also=(instrument(*COMPLAINTS, "12"), instrument(*COMPLAINTS, "14")),
    milestones=(
        Milestone(
            key="six_months",
            words="Six months, after which the reason for having no answer must be given",
            count=Months(6),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="After the answer the complainant may go to the Health Service Ombudsman.",
)
