"""A personal education plan within 10 working days of becoming looked after.

Guidance, not law: on promoting the education of looked-after children, beside the care plan of SI
2010/959. It does not take the place of an EHC plan. The number was not checked (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import CARE_PLANNING
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, guidance, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="care_pep",
    duty="Make the personal education plan",
    kind=RuleKind.GUIDANCE,
    owed_by="council's virtual school",
    owed_to="looked-after child",
    starts=(when(Kind.BECAME_LOOKED_AFTER, "The child became looked after"),),
    ended_by=(when(Kind.CEASED_LOOKED_AFTER, "The child stopped being looked after"),),
    limits=(
        Limit(
            count=WorkingDays(10),
            law=guidance(
                "Promoting the education of looked-after and previously looked-after children",
                "statutory guidance of the Department for Education",
                "https://www.gov.uk/government/publications/"
                "promoting-the-education-of-looked-after-children",
            ),
            since=date(2011, 4, 1),
        ),
    ),
    also=(instrument(*CARE_PLANNING, "5"),),
    confidence=Confidence.UNREAD,
    follows="It is part of the care plan, and is reviewed each term.",
)
