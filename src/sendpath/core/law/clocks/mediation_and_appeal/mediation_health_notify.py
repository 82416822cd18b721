"""Telling the health commissioners that a family wants mediation about health provision.

SEND Regulations 2014, regulation 35. Three working days from the day the family told the council.
Where it is not on record whether health provision is in dispute, it is taken to be.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.mediation import NO_MORE_MEDIATION
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="mediation_health_notify",
    duty="Tell the health commissioners about the mediation",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="each health commissioner",
    starts=(
        when(
            Kind.MEDIATION_REQUESTED,
            "The family asked for mediation",
            health=one_of(True, None),
        ),
    ),
    done_by=(
        when(Kind.MEDIATION_ICB_NOTIFIED, "The health commissioners were told"),
        When(kind=Kind.MEDIATION_HELD, words="Mediation was held", implied=True),
    ),
    ended_by=NO_MORE_MEDIATION,
    limits=(Limit(count=WorkingDays(3), law=regulation("35")),),
    code="11.31",
    confidence=Confidence.SECONDARY,
    follows="A commissioner arranges the mediation itself where only health is in dispute.",
)
