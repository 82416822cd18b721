"""The first answer to a complaint about children's social care, within 10 working days.

Children Act 1989 Representations Procedure (England) Regulations 2006, regulation 14. It may be
made 20 where the complaint is complex. It runs from the day the complaint was made, not from an
acknowledgement. The later stages have their own numbers, told in what follows; none of them was
checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import COUNCIL, one_of, when

SOCIAL_CARE = one_of("social_care", None)
REPRESENTATIONS = (
    "Children Act 1989 Representations Procedure (England) Regulations 2006",
    "2006/1738",
)

CLOCK = Clock(
    key="csc_complaint",
    duty="Answer the complaint about children's social care at stage 1",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="child, or parent",
    starts=(when(Kind.COMPLAINT_RECEIVED, "The complaint was received", regime=SOCIAL_CARE),),
    done_by=(
        when(Kind.COMPLAINT_STAGE1_REPLIED, "The answer was sent", regime=SOCIAL_CARE),
        When(
            kind=Kind.COMPLAINT_STAGE2_ACKNOWLEDGED,
            words="By then stage 1 must have been answered",
            facts={"regime": SOCIAL_CARE},
            implied=True,
        ),
    ),
    limits=(Limit(count=WorkingDays(10), law=instrument(*REPRESENTATIONS, "14")),),
    also=(instrument(*REPRESENTATIONS, "17"), instrument(*REPRESENTATIONS, "19(4)")),
    milestones=(
        Milestone(
            key="latest_if_extended",
            words="Last day if the time is made 20 working days, as for a complex complaint",
            count=WorkingDays(20),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="Stage 2, an investigation, takes 25 working days, 65 at most. A panel may then be "
    "asked for within 20 and meets within 30; it reports in 5, and the council answers in 15.",
)
