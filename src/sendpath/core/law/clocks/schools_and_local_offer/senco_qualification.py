"""A SENCO's mandatory qualification, within 3 years of becoming one.

SEND Regulations 2014, regulation 49. It is a school's duty and no child's. Somebody who had been
a SENCO before (the fact `experienced`) is outside it. When another SENCO is appointed, the one
before no longer needs the qualification for this school.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="senco_qualification",
    duty="See that the SENCO gains the mandatory qualification",
    kind=RuleKind.DUTY,
    owed_by="setting",
    owed_to="pupils with special educational needs",
    starts=(
        when(Kind.SENCO_APPOINTED, "The SENCO was appointed", experienced=one_of(False, None)),
    ),
    done_by=(when(Kind.SENCO_QUALIFIED, "The SENCO gained the qualification"),),
    ended_by=(when(Kind.SENCO_APPOINTED, "Another SENCO was appointed"),),
    run_named_by=("setting",),
    limits=(Limit(count=Months(36), law=regulation("49")),),
    code="6.85",
    confidence=Confidence.UNREAD,
    follows="After that the school needs a SENCO who holds it.",
)
