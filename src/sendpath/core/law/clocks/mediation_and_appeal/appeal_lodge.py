"""The time a family has to appeal to the Tribunal.

HESC Rules 2008 (SI 2008/2699), rules 12 and 20(1)(c): two months from the notice, or one month
from the mediation certificate if that is later, received by 5 pm. A first contact with the
adviser after the two months spoils the certificate; where none is on record it is taken to
have been in time. Rule 12 moves a last day that is not a working day, or falls in August or
from 25 December to 1 January; it does not stretch the period. Since 21 July 2020 rule 12(3) is
for special educational needs cases only.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import TRIBUNAL_CLOSES, Clock, Limit, Moves
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import IN_FORCE, Confidence, section, tribunal_rule
from sendpath.core.law.wording import (
    ADVISER_TOLD,
    APPEALABLE_NOTICES,
    APPEALED,
    FAMILY,
    grounds,
    when,
)

CLOCK = Clock(
    key="appeal_lodge",
    duty="Appeal to the Tribunal",
    kind=RuleKind.RIGHT,
    owed_by=FAMILY,
    owed_to="First-tier Tribunal (Special Educational Needs and Disability)",
    starts=APPEALABLE_NOTICES,
    done_by=(APPEALED,),
    extends=(when(Kind.CERTIFICATE_ISSUED, "The mediation certificate was issued"),),
    extends_after=ADVISER_TOLD,
    limits=tuple(
        Limit(
            ruleset=ruleset,
            count=Months(2),
            or_later=Months(1),
            moves=Moves.TRIBUNAL,
            closes_at=TRIBUNAL_CLOSES,
            law=tribunal_rule("20(1)(c)"),
            since=since,
            until=until,
        )
        for ruleset, since, until in (
            ("ENG-2014", IN_FORCE, date(2020, 7, 20)),
            ("ENG-2020-r12", date(2020, 7, 21), None),
        )
    ),
    also=(tribunal_rule("12"), section("51"), section("55")),
    grounds=grounds(tribunal_rule("5(3)(a)"), "R5_EXTENSION"),
    code="11.39 to 11.50",
    confidence=Confidence.READ,
    follows="A late appeal needs the Tribunal's permission.",
)
