"""How long a plan may be kept for somebody who turns 25.

Children and Families Act 2014, section 46; SEND Regulations 2014, regulation 46. The council may,
and need not, keep it to the end of the academic year in which the young person turns 25. When that
year ends depends on where they learn. At a college of further education it is 31 July. In an
apprenticeship, or in other education or training, it is when that ends, or the day before the 26th
birthday if that is sooner. The regulation was not read: IPSEA and a note of JL v Somerset County
Council [2021] UKUT 324 (AAC) say so (mark S). The record does not say which of them it is, so both
are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import DAY, Calendars, birthday, in_words
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL

AT_COLLEGE, IN_OTHER_TRAINING = "at_college", "in_other_training"
TURNS, JULY = 25, 7


def may_be_kept(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return until when a plan may be kept, by where the young person learns."""
    born = next((event for event in history if event.kind is Kind.PERSON_BORN), None)
    if born is None:
        return ()
    turns = birthday(born.occurred_on, TURNS)
    college = date(turns.year + (turns.month > JULY), JULY, 31)
    other = birthday(born.occurred_on, TURNS + 1) - DAY
    return (
        _held(born, AT_COLLEGE, turns, college, f"At a college, until {in_words(college)}."),
        _held(
            born,
            IN_OTHER_TRAINING,
            turns,
            other,
            f"In an apprenticeship or other training, until it ends, and until {in_words(other)} "
            f"at the very latest.",
        ),
    )


def _held(born: Event, status: str, turns: date, until: date, where: str) -> Held:
    return Held(
        status=status,
        says=f"The council may keep the plan after the 25th birthday, and need not. {where}",
        since=turns,
        until=until,
        because=born,
        figures=(
            ("turns_25", "25th birthday", turns),
            (f"until_{status}", "Last day on which the plan may be kept", until),
        ),
    )


SPAN = Span(
    key="plan_max_age",
    duty="How long a plan may be kept for somebody who turns 25",
    kind=RuleKind.STATE,
    owed_by=COUNCIL,
    owed_to="young person",
    statuses={
        AT_COLLEGE: "the young person learns at a college of further education",
        IN_OTHER_TRAINING: "the young person is an apprentice, or learns anywhere else",
    },
    reads=may_be_kept,
    law=section("46"),
    also=(regulation("46"),),
    code="9.200",
    confidence=Confidence.SECONDARY,
    follows="Until then the plan ends only in the usual way, with notice and a right to appeal.",
)
