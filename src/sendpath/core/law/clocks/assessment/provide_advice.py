"""The 6-week limit on each adviser: give the advice the council asked for.

SEND Regulations 2014, regulation 8(1) and (2). Each body has its own six weeks from the day it
received its own request. Late advice does not lengthen the council's limits.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    COVID,
    FINALISED,
    MOVED_AWAY,
    NO_PLAN,
    WITHDRAWN,
    grounds,
    when,
)

CLOCK = Clock(
    key="provide_advice",
    duty="Give the advice asked for",
    kind=RuleKind.DUTY,
    owed_by="adviser",
    owed_to="council",
    starts=(when(Kind.ADVICE_REQUESTED, "The request for advice was made"),),
    done_by=(when(Kind.ADVICE_RECEIVED, "The advice arrived"),),
    ended_by=(
        when(Kind.EXISTING_ADVICE_ACCEPTED, "Advice already held was agreed to be enough"),
        WITHDRAWN,
        *MOVED_AWAY,
        NO_PLAN,
        FINALISED,
    ),
    repeats=Repeats.BY_KEY,
    run_named_by=("advice_id", "body", "from"),
    limits=(Limit(count=Weeks(6), law=regulation("8(1)")),),
    also=(section("31"),),
    grounds=grounds(regulation("8(2)"), "X_EPC", "X_ABS4", "X_APPT"),
    relaxations=(COVID,),
    code="9.52",
    confidence=Confidence.SECONDARY,
    follows="The council chases, and goes on: its own 16 and 20 weeks do not wait.",
)
