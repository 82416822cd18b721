"""Notice of the education from day 6, by the end of the afternoon of the first day excluded.

SI 2007/1870, regulation 6(2) and (3), as substituted by SI 2012/1033. Without delay, and no later
than the end of that day's afternoon session; the hour is each school's. What cannot be found out
by then goes in a further notice, at least 48 hours before the education starts; a parent may
agree to less. Only an exclusion of more than 5 school days has a day 6.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay
from sendpath.core.law.exclusions import (
    CANCELLED,
    DECIDED,
    IN_FORCE_2012,
    MORE_THAN_FIVE,
    NAMED_BY,
)
from sendpath.core.law.instruments import EXCLUDED_EDUCATION, EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="excl_day6_notice",
    duty="Tell the parent what education there will be from day 6",
    kind=RuleKind.DUTY,
    owed_by="head teacher",
    owed_to="parent",
    starts=(when(Kind.EXCLUSION_FIRST_DAY, "The exclusion began", length=MORE_THAN_FIVE),),
    ended_by=(CANCELLED,),
    new_matter=(DECIDED,),
    run_named_by=NAMED_BY,
    limits=(
        Limit(
            count=OnTheDay(),
            law=instrument(*EXCLUDED_EDUCATION, "6(2)"),
            since=IN_FORCE_2012,
        ),
    ),
    also=(
        instrument(*EXCLUDED_EDUCATION, "6(3)"),
        instrument(*EXCLUSIONS, "5"),
        EXCLUSION_GUIDANCE,
    ),
    confidence=Confidence.READ,
    follows="Anything left out of it must reach the parent at least 48 hours before the education "
    "starts.",
)
