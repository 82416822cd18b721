"""Mediation arranged by the council within 30 days.

SEND Regulations 2014, regulations 36 and 37; Children and Families Act 2014, sections 53 and 54.
Calendar days from the day the family told the council, Christmas included. A council that
cannot keep them must tell the adviser as soon as it knows, which frees the family to appeal but
does not undo the duty: mediation held later is late. Arranged is taken to mean held.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Days
from sendpath.core.law.mediation import HELD, NO_MORE_MEDIATION
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, when

CLOCK = Clock(
    key="mediation_arrange_la",
    duty="Arrange the mediation",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person",
    starts=(when(Kind.MEDIATION_REQUESTED, "The family asked for mediation"),),
    done_by=HELD,
    ended_by=NO_MORE_MEDIATION,
    limits=(Limit(count=Days(30), law=regulation("36")),),
    also=(regulation("37"), section("53"), section("54")),
    code="11.25 to 11.31",
    confidence=Confidence.SECONDARY,
    follows="If it cannot be arranged in time, the adviser is told and issues the certificate.",
)
