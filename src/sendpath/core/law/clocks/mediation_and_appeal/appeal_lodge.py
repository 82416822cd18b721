"""The time a family has to appeal to the Tribunal.

HESC Rules 2008 (SI 2008/2699), rules 12 and 20(1)(c): two months from the notice, or one month
from the mediation certificate if that is later, received by 5 pm. A first contact with the
adviser after the two months spoils the certificate; where none is on record it is taken to
have been in time. Rule 12 moves a last day that is not a working day, or falls in August or
from 25 December to 1 January; it does not stretch the period. Since 21 July 2020 rule 12(3) is
for special educational needs cases only.
"""

from sendpath.core.law.clock import Clock
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, section, tribunal_rule
from sendpath.core.law.time_to_appeal import CERTIFICATE, TIME_TO_APPEAL, TRIBUNAL
from sendpath.core.law.wording import ADVISER_TOLD, APPEALABLE_NOTICES, APPEALED, FAMILY, grounds

CLOCK = Clock(
    key="appeal_lodge",
    duty="Appeal to the Tribunal",
    kind=RuleKind.RIGHT,
    owed_by=FAMILY,
    owed_to=TRIBUNAL,
    starts=APPEALABLE_NOTICES,
    done_by=(APPEALED,),
    extends=CERTIFICATE,
    extends_after=ADVISER_TOLD,
    limits=TIME_TO_APPEAL,
    also=(tribunal_rule("12"), section("51"), section("55")),
    grounds=grounds(tribunal_rule("5(3)(a)"), "R5_EXTENSION"),
    code="11.39 to 11.50",
    confidence=Confidence.READ,
    follows="A late appeal needs the Tribunal's permission.",
)
