"""The 20-week limit for a detained person: send the finalised EHC plan.

SEND (Detained Persons) Regulations 2015 (SI 2015/62), regulation 13(2). From the day on which the
detained person came to the home council's attention, through detention and on after a release into
the same area. The plan is kept during detention, and says what is to be provided on release.
"""

from sendpath.core.law.clock import Appeal, Clock
from sendpath.core.law.detention import (
    CAME_TO_ATTENTION,
    DETAINED_CASE_CLOSED,
    DETAINED_FAMILY,
    GIVEN_UP,
    HOME_COUNCIL,
    detained,
    detained_grounds,
    weeks,
)
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import AGREED, APPEALED, FINALISED, ISSUE, NO_PLAN, REFUSED

CLOCK = Clock(
    key="detained_final_plan",
    duty="Send the final EHC plan of the detained person",
    kind=RuleKind.DUTY,
    owed_by=HOME_COUNCIL,
    owed_to=DETAINED_FAMILY,
    starts=CAME_TO_ATTENTION,
    done_by=(FINALISED,),
    ended_by=(*GIVEN_UP, REFUSED, NO_PLAN),
    reopened_by=(AGREED, ISSUE),
    settled_by=(APPEALED, *GIVEN_UP),
    closes_case=DETAINED_CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(weeks(20, "13(2)"),),
    also=(section("71"), detained("15")),
    grounds=detained_grounds("10(4)"),
    appeals=(Appeal(when=FINALISED, law=section("73")),),
    code="10.60 to 10.150",
    confidence=Confidence.READ,
    follows="The council keeps the plan during detention and reviews it on release.",
)
