"""The certificate where the council cannot arrange mediation in time, within 3 working days.

SEND Regulations 2014, regulations 36 and 39. Counted from the day the adviser was told. Mediation
may still go ahead. If the council says nothing and the 30 days simply pass, nobody has told the
adviser anything: it is the 30 days themselves that are then overdue.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.mediation import ADVISER, CERTIFICATE
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="mediation_cert_lapsed",
    duty="Issue the certificate where mediation cannot be arranged in time",
    kind=RuleKind.DUTY,
    owed_by=ADVISER,
    owed_to="parent or young person",
    starts=(
        when(Kind.MEDIATION_LA_UNABLE, "The council told the adviser that it could not arrange it"),
    ),
    done_by=CERTIFICATE,
    limits=(Limit(count=WorkingDays(3), law=regulation("36")),),
    also=(regulation("39"),),
    code="11.25",
    confidence=Confidence.SECONDARY,
    follows="The family may appeal, or wait for mediation.",
)
