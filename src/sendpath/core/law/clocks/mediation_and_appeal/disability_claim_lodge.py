"""The time to bring a claim of disability discrimination against a school.

Equality Act 2010, Schedule 17, paragraph 4: six months beginning with the day of the act, so
that day is day 1. August and Christmas do not lengthen it: since 21 July 2020 rule 12(3) of the
Tribunal, which did so before, leaves these claims out, because a rule cannot stretch a time that
an Act sets. For the same reason rule 12(2) is not applied: it moves times set by the rules, a
practice direction or a direction. A last day on a weekend therefore stays there, and ends when
the Tribunal closes: both are also the safer thing to be told.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import TRIBUNAL_CLOSES, Clock, Limit, Moves
from sendpath.core.law.counting import MonthsBeginning
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import LEGISLATION, Confidence, Law, tribunal_rule
from sendpath.core.law.wording import FAMILY, when

SCHEDULE_17 = Law(
    "Equality Act 2010", "Schedule 17, paragraph 4", f"{LEGISLATION}ukpga/2010/15/schedule/17"
)

CLOCK = Clock(
    key="disability_claim_lodge",
    duty="Bring a claim of disability discrimination",
    kind=RuleKind.RIGHT,
    owed_by=FAMILY,
    owed_to="First-tier Tribunal (Special Educational Needs and Disability)",
    starts=(when(Kind.DISCRIMINATION, "The act complained of was done"),),
    limits=(
        Limit(
            count=MonthsBeginning(6),
            law=SCHEDULE_17,
            until=date(2020, 7, 20),
            moves=Moves.TRIBUNAL,
            closes_at=TRIBUNAL_CLOSES,
        ),
        Limit(
            count=MonthsBeginning(6),
            law=SCHEDULE_17,
            ruleset="ENG-2020-r12",
            since=date(2020, 7, 21),
            closes_at=TRIBUNAL_CLOSES,
        ),
    ),
    also=(tribunal_rule("12"),),
    code="11.53",
    confidence=Confidence.SECONDARY,
    follows="A later claim is heard only if the Tribunal thinks that just and equitable.",
)
