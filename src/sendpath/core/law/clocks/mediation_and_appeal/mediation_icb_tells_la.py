"""What was agreed in mediation without the council, told to it within a week.

SEND Regulations 2014, regulation 42(4). Only where the council was not a party; where that is
not on record, it is taken not to have been.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL, one_of, when

CLOCK = Clock(
    key="mediation_icb_tells_la",
    duty="Tell the council what was agreed in mediation",
    kind=RuleKind.DUTY,
    owed_by="health commissioner",
    owed_to=COUNCIL,
    starts=(
        when(
            Kind.AGREEMENT_MADE,
            "An agreement was reached in mediation",
            la_party=one_of(False, None),
        ),
    ),
    limits=(Limit(count=Weeks(1), law=regulation("42(4)")),),
    code="11.35",
    confidence=Confidence.READ,
)
