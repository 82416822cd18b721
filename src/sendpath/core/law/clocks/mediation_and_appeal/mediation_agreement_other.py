"""What was agreed in mediation and could not have been appealed about, within 2 weeks.

SEND Regulations 2014, regulation 42(3) and (5): two weeks from the agreement, unless the parties
wrote down another time. It binds whoever agreed to act, council or health commissioner. Anything
that could have been appealed has the weeks of a Tribunal's order instead.
"""

from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.mediation import NOT_APPEALABLE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation

CLOCK = Clock(
    key="mediation_agreement_other",
    duty="Do what was agreed in mediation",
    kind=RuleKind.DUTY,
    owed_by="council or health commissioner",
    owed_to="parent or young person",
    starts=NOT_APPEALABLE,
    limits=(Limit(count=Weeks(2), law=regulation("42(3)"), given_by="due_on"),),
    also=(regulation("42(5)"),),
    code="11.35",
    confidence=Confidence.READ,
)
