"""The certificate for a family that does not want mediation, within 3 working days.

SEND Regulations 2014, regulation 34; Children and Families Act 2014, section 55(4). Counted from
the day the family told the adviser. It is the day the certificate is issued, not the day it was
due, that begins the month for an appeal.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.mediation import ADVISER, CERTIFICATE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="mediation_cert_declined",
    duty="Issue the certificate to a family that does not want mediation",
    kind=RuleKind.DUTY,
    owed_by=ADVISER,
    owed_to="parent or young person",
    starts=(
        when(Kind.MEDIATION_DECLINED, "The family told the adviser it did not want mediation"),
    ),
    done_by=CERTIFICATE,
    ended_by=(when(Kind.MEDIATION_REQUESTED, "The family asked for mediation after all"),),
    limits=(Limit(count=WorkingDays(3), law=regulation("34")),),
    also=(section("55(4)"),),
    code="11.21",
    confidence=Confidence.SECONDARY,
    follows="The family may appeal within a month of the certificate, or two of the notice.",
)
