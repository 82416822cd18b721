"""What the limits of an assessment have in common where a child or young person is detained.

Children and Families Act 2014, sections 71 to 74; SEND (Detained Persons) Regulations 2015 (SI
2015/62), in force from 1 April 2015. The council of the home area assesses during detention, in
the same 6, 16 and 20 weeks, from the request or the day the detained person came to its
attention. On release into the same area they run on from that day; into another they end, and
the new council has its own (regulation 15).
"""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Ground, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.source import DETAINED_PERSONS, Law, instrument
from sendpath.core.law.wording import CASE_CLOSED, MOVED_AWAY, WITHDRAWN, grounds, one_of, when

HOME_COUNCIL = "council of the home area"
DETAINED_FAMILY = (
    "parent or young person, person in charge of the accommodation, youth offending team, "
    "health commissioner"
)
CAME_TO_ATTENTION = (
    when(Kind.DETAINED_REQUEST_RECEIVED, "The council received the request"),
    when(Kind.DETAINED_CAME_TO_ATTENTION, "The detained person came to the council's attention"),
)
RELEASED_HERE = when(
    Kind.RELEASED, "The young person was released into the same area", same_la=one_of(True, None)
)
RELEASED_ELSEWHERE = when(
    Kind.RELEASED, "The young person was released into another area", same_la=one_of(False)
)
GIVEN_UP = (WITHDRAWN, *MOVED_AWAY, RELEASED_ELSEWHERE)
DETAINED_CASE_CLOSED = (*CASE_CLOSED, RELEASED_ELSEWHERE)


def detained(number: str) -> Law:
    """Return a provision of the regulations on detained persons: `detained("5(1)")`."""
    return instrument(*DETAINED_PERSONS, number)


def weeks(number: int, law: str) -> Limit:
    """Return a limit of those regulations, in weeks, from the day they came into force."""
    return Limit(
        ruleset="ENG-2015-04", count=Weeks(number), law=detained(law), since=date(2015, 4, 1)
    )


def detained_grounds(number: str) -> tuple[Ground, ...]:
    """Return the three reasons of regulation 5(4) or 10(4): there is none for early years."""
    return grounds(detained(number), "X_SCHOOL", "X_EPC", "X_ABS4")
