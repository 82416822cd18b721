"""The 2 months a family has to contact a mediation adviser before appealing.

SEND Regulations 2014, regulation 33; Children and Families Act 2014, section 55. Counted from
the notice of the decision. August and Christmas do not lengthen it: rule 12 is the Tribunal's
and not the regulations', though the Tribunal is often lenient.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Months, TribunalMonths
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import ADVISER_TOLD, APPEALABLE_NOTICES, FAMILY, when

CLOCK = Clock(
    key="mediation_contact",
    duty="Contact a mediation adviser, before an appeal",
    kind=RuleKind.RIGHT,
    owed_by=FAMILY,
    owed_to="mediation adviser",
    starts=APPEALABLE_NOTICES,
    done_by=(
        *ADVISER_TOLD,
        when(Kind.CERTIFICATE_ISSUED, "The mediation adviser issued a certificate"),
    ),
    limits=(
        Limit(
            count=Months(2),
            law=regulation("33"),
            readings=(
                Reading(
                    words="moved on as the Tribunal moves its own dates",
                    count=TribunalMonths(2),
                    ambiguity="A11",
                ),
            ),
        ),
    ),
    also=(section("55"),),
    code="11.18 to 11.24",
    confidence=Confidence.READ,
    follows="After that, an appeal without a certificate needs the Tribunal's permission.",
)
