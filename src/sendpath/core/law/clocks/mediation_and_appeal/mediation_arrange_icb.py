"""Mediation about health provision, arranged by the health commissioner within 30 days.

SEND Regulations 2014, regulation 35; Children and Families Act 2014, section 53. Calendar days
from the day the council told it. It is the commissioner's to arrange where only health provision is
in dispute; that is not on record, so this runs wherever a commissioner was told. Arranged is
taken to mean held.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Days
from sendpath.core.law.mediation import HELD, NO_MORE_MEDIATION
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="mediation_arrange_icb",
    duty="Arrange the mediation about health provision",
    kind=RuleKind.DUTY,
    owed_by="health commissioner",
    owed_to="parent or young person",
    starts=(when(Kind.MEDIATION_ICB_NOTIFIED, "The health commissioner was told"),),
    done_by=HELD,
    ended_by=NO_MORE_MEDIATION,
    limits=(Limit(count=Days(30), law=regulation("35")),),
    also=(section("53"),),
    code="11.31",
    confidence=Confidence.SECONDARY,
    follows="The commissioner tells the council within a week what was agreed.",
)
