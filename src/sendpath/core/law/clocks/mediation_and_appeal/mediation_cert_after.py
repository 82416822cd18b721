"""The certificate after mediation, within 3 working days.

SEND Regulations 2014, regulation 39; Children and Families Act 2014, section 55(5) (K). Counted
from the end of the mediation, so a second meeting starts it again. A family that had its
certificate before, because mediation could not be arranged in time, needs no other.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.mediation import ADVISER, CERTIFICATE, ISSUED
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import ADVISER_TOLD, APPEALABLE_NOTICES, when

CLOCK = Clock(
    key="mediation_cert_after",
    duty="Issue the certificate after mediation",
    kind=RuleKind.DUTY,
    owed_by=ADVISER,
    owed_to="parent or young person",
    starts=(when(Kind.MEDIATION_HELD, "Mediation was held"),),
    done_by=CERTIFICATE,
    needless_after=(ISSUED,),
    needed_again_after=(*APPEALABLE_NOTICES, *ADVISER_TOLD),
    repeats=Repeats.SUPERSEDES,
    limits=(Limit(count=WorkingDays(3), law=regulation("39")),),
    also=(section("55(5)"),),
    code="11.26",
    confidence=Confidence.UNREAD,
    follows="The family may appeal within a month of the day it is issued.",
)
