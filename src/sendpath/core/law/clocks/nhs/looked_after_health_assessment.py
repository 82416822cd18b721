"""The first health assessment of a looked-after child, reported within 20 working days.

Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7. Later ones come
every 6 months under the age of 5 and every year from then. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import CARE_PLANNING
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="looked_after_health_assessment",
    duty="Report the looked-after child's first health assessment",
    kind=RuleKind.DUTY,
    owed_by="council, with the health body",
    owed_to="looked-after child",
    starts=(when(Kind.BECAME_LOOKED_AFTER, "The child became looked after"),),
    ended_by=(when(Kind.CEASED_LOOKED_AFTER, "The child stopped being looked after"),),
    limits=(Limit(count=WorkingDays(20), law=instrument(*CARE_PLANNING, "7")),),
    confidence=Confidence.UNREAD,
    follows="It is repeated every 6 months for a child under 5, and every year for an older one.",
)
