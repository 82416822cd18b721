"""Everything that the page of one case shows, as known today or on a past day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from django.utils import timezone as django_timezone

from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.selectors.beside import Beside, beside, settled, verified
from sendpath.casework.selectors.picture import Picture, picture
from sendpath.casework.selectors.recordable import Recording, recording_of
from sendpath.casework.selectors.seen import entries_seen
from sendpath.casework.selectors.timeline import Happening, copied, timeline
from sendpath.casework.selectors.to_check import ToCheck, to_check
from sendpath.casework.selectors.words import (
    dates_in_words,
    days,
    duty_in_words,
    is_the_familys,
    stage_in_words,
)
from sendpath.core.casefile.details import Detail
from sendpath.core.casefile.events import standing, with_birth
from sendpath.core.casefile.flags import words_of
from sendpath.core.casefile.progress import progress
from sendpath.core.law.clock import Clock
from sendpath.core.law.evaluation import Evaluation, State, evaluate
from sendpath.core.law.explanation import explanation
from sendpath.core.law.history import reckoned
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.sentence import Sentence
from sendpath.establishments.selectors import calendars
from sendpath.lawbook.selectors.settled import Adopted, Check, adopted_on, checks
from sendpath.people.models import Person

SHOWN = 30
SETTLED_SHOWN = 8
"""How many deadlines that need nothing done a page shows, unless it shows the whole record."""

OPEN = frozenset({State.RUNNING, State.OVERDUE, State.NOT_STARTED})


class Section(StrEnum):
    """A heading of the page, in the order they stand."""

    NOW = "What must happen now"
    UNTOLD = "What the return does not say"
    RIGHTS = "Rights of the family"
    GUIDANCE = "Guidance and standards"
    DONE = "Done, or no longer open"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the legal lead has settled: checks by rule, and readings adopted by question."""

    checks: Mapping[str, Check]
    adopted: Mapping[str, Adopted]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """A deadline with its reasons. `days_left` is negative once it is overdue."""

    name: str
    whose: str
    dates: str
    state: State
    days_left: int | None
    own_tag: str
    own_colour: str
    awaits_proof: bool
    unverified: bool
    why: tuple[Sentence, ...]
    follows: str
    recording: Recording | None
    """What an officer records to say that it was done; None for what waits for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The deadlines under one heading, and how many more there are further back."""

    section: Section
    lines: list[DeadlineLine]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """The page. `out_of_reach` says of each time limit that has no date why it has none."""

    case: Case
    person: Person
    age: str
    stage: str
    flags: tuple[str, ...]
    picture: Picture | None
    sections: list[Deadlines]
    beside: Beside
    out_of_reach: list[str]
    to_check: list[ToCheck]
    more_to_check: int
    happenings: list[Happening]
    more_happenings: int
    known_on: date | None
    withheld: tuple[str, ...]
    """What is said of the entries that are left out, if anything may be said."""


def case_page(
    *,
    case: Case,
    today: date,
    seeing: frozenset[Detail],
    known_on: date | None = None,
    whole_record: bool = False,
) -> CasePage:
    """Return a case as it is, or as it was known at the end of a past day.

    Who holds the case is always who holds it now. `seeing` are the kinds of detail that the
    reader sees: all else is left out before anything is worked out.
    """
    day = known_on or today
    seen, withheld = entries_seen(case, seeing)
    rows = _known(seen, known_on)
    events = with_birth((row.as_event() for row in rows), case.person.birth_date)
    found = progress(events, on=day, copied=copied(rows))
    known = calendars()
    reckoning = reckoned(events, day, known)
    evaluations = tuple(evaluate(d, day, known) for d in reckoning.deadlines)
    happenings, odd = timeline(rows), to_check(found.warnings, events)
    checked, adopted = checks(), adopted_on(day)
    history = tuple(event for event in standing(events) if event.occurred_on <= day)
    shown = len(rows) if whole_record else SHOWN
    return CasePage(
        case=case,
        person=case.person,
        age=age_in_words(case.person.birth_date, day),
        stage=stage_in_words(found),
        flags=tuple(words_of(flag) for flag in found.flags),
        picture=picture(evaluations, day),
        sections=_sections(evaluations, Settled(checked, adopted), whole=whole_record),
        beside=beside(history, day, known, copied=copied(rows), checks=checked),
        out_of_reach=[undatable.why for undatable in reckoning.undatable],
        to_check=odd[:shown],
        more_to_check=len(odd[shown:]),
        happenings=happenings[:shown],
        more_happenings=len(happenings[shown:]),
        known_on=known_on,
        withheld=withheld,
    )


def age_in_words(born: date, on: date) -> str:
    """Return an age in years, as in “aged 10”; in months under two."""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months < 0:
        return "not yet born"
    return f"aged {months // 12}" if months >= 24 else f"aged {months} months"


def _known(rows: Iterable[CaseEvent], known_on: date | None) -> list[CaseEvent]:
    if known_on is None:
        return list(rows)
    end = django_timezone.make_aware(datetime.combine(known_on, time.max))
    return [row for row in rows if row.recorded_at <= end]


def _sections(evaluations: Iterable[Evaluation], law: Settled, *, whole: bool) -> list[Deadlines]:
    found: dict[Section, list[Evaluation]] = {section: [] for section in Section}
    for evaluation in sorted(evaluations, key=lambda e: (e.due, e.key)):
        if not _said_by_another(evaluation):
            found[_section(evaluation)].append(evaluation)
    return [_under(section, held, law, whole) for section, held in found.items() if held]


def _said_by_another(evaluation: Evaluation) -> bool:
    """Whether this is the other way to meet a duty that the page shows already."""
    waiting = evaluation.state in OPEN or _untold(evaluation)
    return bool(evaluation.deadline.clock.otherwise) and waiting


def _untold(evaluation: Evaluation) -> bool:
    return evaluation.state is State.UNKNOWN_FACT and evaluation.done_on is None


def _under(section: Section, held: list[Evaluation], law: Settled, whole: bool) -> Deadlines:
    if section is Section.NOW:
        return Deadlines(section=section, lines=[_line(e, law) for e in held], more=0)
    newest = sorted(held, key=lambda e: e.state in OPEN)[::-1]  # what is open stays on top
    shown = newest if whole else newest[:SETTLED_SHOWN]
    lines = [_line(evaluation, law) for evaluation in shown]
    return Deadlines(section=section, lines=lines, more=len(newest) - len(lines))


def _section(evaluation: Evaluation) -> Section:
    clock = evaluation.deadline.clock
    if is_the_familys(clock):
        return Section.RIGHTS if evaluation.state in OPEN else Section.DONE
    if clock.kind in {RuleKind.GUIDANCE, RuleKind.STANDARD}:
        return Section.GUIDANCE
    if _untold(evaluation):
        return Section.UNTOLD
    lifted = evaluation.state is State.LIMIT_DISAPPLIED and evaluation.done_on is None
    return Section.NOW if lifted or evaluation.state in OPEN else Section.DONE


def _line(evaluation: Evaluation, law: Settled) -> DeadlineLine:
    deadline, state = evaluation.deadline, evaluation.state
    left = evaluation.days_left if state is State.RUNNING else None
    late = evaluation.days_late if state is State.OVERDUE else None
    return DeadlineLine(
        name=duty_in_words(evaluation),
        whose=_whose(deadline.clock),
        dates=dates_in_words(evaluation),
        state=state,
        days_left=-late if late is not None else left,
        own_tag=_own_tag(evaluation),
        own_colour="yellow" if _untold(evaluation) else "blue" if state in OPEN else "grey",
        awaits_proof=evaluation.awaits_proof,
        unverified=not verified(deadline.clock, law.checks),
        why=(*explanation(evaluation), *settled(deadline.clock, law.checks, law.adopted)),
        follows=deadline.clock.follows,
        recording=recording_of(evaluation) if state in OPEN or _untold(evaluation) else None,
    )


def _whose(clock: Clock) -> str:
    if clock.kind is RuleKind.RIGHT:
        return f"For the {clock.owed_by} to use."
    return f"Owed by the {clock.owed_by}."


def _own_tag(evaluation: Evaluation) -> str:
    """Return the short words for what nobody told, and for a right, which nobody owes."""
    if _untold(evaluation):
        return "Not on record"
    if not is_the_familys(evaluation.deadline.clock):
        return ""
    if evaluation.state is State.RUNNING:
        return f"Open: {days(evaluation.days_left)} left"
    return {
        State.MET: "Used" if evaluation.deadline.clock.kind is RuleKind.RIGHT else "Time given",
        State.NO_DUTY: "Ended",
    }.get(evaluation.state, "")
