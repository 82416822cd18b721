"""The day from which decisions are the young person's own to take.

Children and Families Act 2014, section 83; Education Act 1996, section 8. At the end of compulsory
school age: the last Friday in June of the school year, 1 September to 31 August, in which the
child turns 16. Not on the 16th birthday: a child born in July becomes a young person at 15, and
one born on 1 September a whole school year later. Where somebody lacks capacity for a decision,
their representative or parent takes it (SEND Regulations 2014, regulations 63 and 64).
"""

from __future__ import annotations

from collections.abc import Sequence

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import DAY, Calendars, age_on, end_of_compulsory_school_age, in_words
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, act, regulation, section
from sendpath.core.law.wording import COUNCIL

PASSES_ON = "passes_on"


def passes_on(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return when the rights pass on, once a birth is on record."""
    born = next((event for event in history if event.kind is Kind.PERSON_BORN), None)
    if born is None:
        return ()
    last = end_of_compulsory_school_age(born.occurred_on)
    young_from = last + DAY
    held = Held(
        status=PASSES_ON,
        says=(
            f"Until {in_words(last)} notices and rights to appeal are the parent's. From the "
            f"next day they are the young person's own, unless they lack capacity."
        ),
        since=young_from,
        until=None,
        because=born,
        figures=(
            ("last_day_csa", "Last day of compulsory school age", last),
            ("yp_from", "First day as a young person", young_from),
            ("age_on_yp_from", "Age on that day", age_on(young_from, born.occurred_on)),
        ),
    )
    return (held,)


SPAN = Span(
    key="rights_transfer_to_yp",
    duty="Whose the rights are: the parent's or the young person's",
    kind=RuleKind.STATE,
    owed_by=COUNCIL,
    owed_to="young person",
    statuses={PASSES_ON: "the rights pass to the young person on the day given"},
    reads=passes_on,
    law=section("83"),
    also=(
        act("Education Act 1996", "1996/56", "8"),
        regulation("63"),
        regulation("64"),
    ),
    code="8.13 to 8.18",
    confidence=Confidence.READ,
    follows="Notices go to the young person from that day, and the young person may appeal.",
)
