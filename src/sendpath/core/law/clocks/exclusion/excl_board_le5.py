"""A suspension that leaves the term's total at 5 school days or fewer: nothing to decide.

School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012, regulations 6, 15 and
24. The board must consider what the parent says, in no set time, and cannot direct the school to
take the pupil back. One that would cost the pupil an examination is another matter: 15 school
days (`excl_board_15_days`).
"""

from collections.abc import Sequence

from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import Calendars
from sendpath.core.law.exclusions import PERMANENT, UP_TO_FIVE
from sendpath.core.law.instruments import EXCLUSION_GUIDANCE, EXCLUSIONS
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, instrument

ENDS = frozenset({Kind.BOARD_MET, Kind.BOARD_DECISION_GIVEN, Kind.EXCLUSION_CANCELLED})
CONSIDER = "consider_only"
SAYS = (
    "The board must consider what the parent says. It cannot direct the school to take the pupil "
    "back, and no number of days is set."
)


def held(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return one entry for each such suspension of which the board was told."""
    return tuple(
        _held(event, history[place + 1 :])
        for place, event in enumerate(history)
        if event.kind is Kind.BOARD_INFORMED and _short(event)
    )


def _short(event: Event) -> bool:
    facts = event.facts
    permanent = facts.get("exclusion_type") == PERMANENT
    return not permanent and facts.get("term_total") in UP_TO_FIVE and facts.get("exam") is not True


def _held(event: Event, later: Sequence[Event]) -> Held:
    ends = (after.occurred_on for after in later if after.kind in ENDS)
    total = event.facts["term_total"]
    return Held(
        status=CONSIDER,
        says=SAYS,
        since=event.occurred_on,
        until=next(ends, None),
        because=event,
        figures=(("term_total", "School days suspended this term", int(total or 0)),),
    )


SPAN = Span(
    key="excl_board_le5",
    duty="Consider what the parent says of a short suspension",
    kind=RuleKind.DUTY,
    owed_by="governing board",
    owed_to="parent, or the pupil from 18",
    statuses={CONSIDER: "The board considers what is said and decides nothing."},
    reads=held,
    law=instrument(*EXCLUSIONS, "6"),
    also=(instrument(*EXCLUSIONS, "15"), instrument(*EXCLUSIONS, "24"), EXCLUSION_GUIDANCE),
    confidence=Confidence.SECONDARY,
    follows="The board may put a note of its findings on the pupil's record.",
)
