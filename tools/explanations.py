"""The ten worked cases that docs/explanations.md shows, as an officer and as a parent see each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from urllib.parse import urlencode

from sendpath.config.worked_cases import BadCase
from sendpath.core.casefile.events import Event, Fact
from sendpath.core.dates import Calendars, TermDates, in_words
from sendpath.core.law.asking import TERMS, THEN, Asked, Shape, code_of, questions
from sendpath.core.law.evaluation import Evaluation
from sendpath.core.law.facts import read_events
from sendpath.core.law.history import as_at
from sendpath.core.law.starting import BEGINNINGS
from sendpath.lawbook.forms.dates import name_of
from tools.reference.law import OWN_CASES, Written, calendars_of, cases_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One worked case: what happened in plain words, and the day on which it is looked at.

    `beyond` says what of the case the public calculator does not ask about; empty if nothing.
    """

    id: str
    title: str
    happened: str
    seen_on: date
    beyond: str = ""

    @property
    def rule(self) -> str:
        """The key of the rule that the case is about."""
        return _written()[self.id]["rule"]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Everything in the case, the reasons put forward among it."""
        return read_events(_written()[self.id]["facts"])

    @cached_property
    def evaluation(self) -> Evaluation:
        """The case's deadline as it stood at the end of the day on which it is looked at."""
        evaluations = as_at(self.events, self.seen_on, calendars())
        return next(found for found in evaluations if found.key == self.rule)

    @property
    def terms(self) -> TermDates:
        """The terms of the school whose days are counted; none where no school is named."""
        names = str(self.evaluation.deadline.trigger.facts.get(TERMS, ""))
        return tuple(
            term
            for name in names.split("+")
            for term in calendars().schools.get(name, ())
        )  # fmt: skip

    @property
    def address(self) -> str:
        """Where the public calculator answers for the start of this case."""
        return f"/dates?{urlencode(self.answers)}"

    @cached_property
    def answers(self) -> dict[str, str]:
        """What the calculator is told of this case, by the names in its address."""
        start = self.evaluation.deadline.trigger
        found = {"what": start.kind.value, "on": start.occurred_on.isoformat()}
        for question in questions(start.kind, BEGINNINGS.bears[start.kind]):
            found |= dict(self._answer(question, start))
        return found

    def _answer(self, question: Asked, start: Event) -> Iterator[tuple[str, str]]:
        name = name_of(question)
        if question.shape is Shape.TERMS:
            yield name, "\n".join(f"{in_words(a)} to {in_words(b)}" for a, b in self.terms)
        elif question.name.startswith(THEN):
            kind = question.name.removeprefix(THEN)
            later = (event.occurred_on for event in self.events if event.kind.value == kind)
            for day in later:
                yield from _parts(name, day)
        elif (value := start.facts.get(question.name)) is not None:
            yield from _fact(name, question, value)


def _fact(name: str, question: Asked, value: Fact) -> Iterator[tuple[str, str]]:
    if question.shape is Shape.DATE:
        yield from _parts(name, date.fromisoformat(str(value)))
    else:
        yield name, code_of(value)


def _parts(name: str, day: date) -> Iterator[tuple[str, str]]:
    for part in ("day", "month", "year"):
        yield f"{name}_{part}", str(getattr(day, part))


@cache
def calendars() -> Calendars:
    """Return the bank holidays, and the made-up schools of the worked cases."""
    return calendars_of(OWN_CASES)


@cache
def _written() -> dict[str, Written]:
    return {case["id"]: case for case in cases_of(OWN_CASES) if not isinstance(case, BadCase)}


TEN = (
    Shown(
        id="TL-004",
        title="Twenty weeks from a leap day",
        happened="The council received a request for an assessment on 29 February 2024.",
        seen_on=date(2024, 7, 11),
    ),
    Shown(
        id="RA-013",
        title="Six weeks, and a school closed for the summer",
        happened="The request came on 23 June 2025. On 16 July the council asked the head for "
        "advice, a week before the school closed for six weeks, and it decided on 5 September.",
        seen_on=date(2025, 9, 8),
        beyond="The calculator takes no reasons for lateness, and does not ask when the decision "
        "was made. A parent sees the date that the request alone gives, which no reason moves.",
    ),
    Shown(
        id="AP-001",
        title="Two months to appeal, or one from the certificate, over Christmas",
        happened="The council sent its decision on 1 October 2025, and the mediation certificate "
        "is dated 29 November.",
        seen_on=date(2025, 12, 22),
        beyond="The case does not say which decision it was, so a parent sees for which answer "
        "the date is wrong.",
    ),
    Shown(
        id="TR-012",
        title="Five weeks after the Tribunal's order, and a family away",
        happened="The Tribunal ordered changes to a plan on 1 December 2025. The family was away "
        "from 15 December to 1 January, and the plan was sent on 12 January.",
        seen_on=date(2026, 1, 13),
        beyond="The calculator takes no reasons for lateness, and does not ask when the plan was "
        "sent. The case does not say what was ordered, so a parent sees on which answer the date "
        "depends.",
    ),
    Shown(
        id="RV-014",
        title="Two weeks before a review meeting, read in two ways",
        happened="A review meeting was held on 12 March 2026, and the papers for it were sent "
        "round on 26 February.",
        seen_on=date(2026, 3, 13),
        beyond="The calculator does not ask when the papers were sent, so it gives both days and "
        "judges neither.",
    ),
    Shown(
        id="RE-001",
        title="Fifteen days to decide on a re-assessment",
        happened="A family asked for their child to be assessed again on 14 January 2026.",
        seen_on=date(2026, 1, 29),
    ),
    Shown(
        id="MV-002",
        title="A child moves to another council's area",
        happened="The council learnt on 20 February 2026 that the family would move, and they "
        "moved on 27 February.",
        seen_on=date(2026, 3, 2),
    ),
    Shown(
        id="EX-003",
        title="Fifteen school days across the summer",
        happened="The governors were told of a permanent exclusion on 13 July 2026, shortly "
        "before the summer holiday.",
        seen_on=date(2026, 7, 20),
    ),
    Shown(
        id="NH-002",
        title="An autism assessment, by two measures",
        happened="A child was referred on 30 November 2025, and the assessment started on "
        "1 March 2026.",
        seen_on=date(2026, 3, 2),
        beyond="The calculator does not ask when the assessment started, so it gives both days "
        "and judges neither. The case does not say what the referral was for, so the date is given "
        "for the answer that fits.",
    ),
    Shown(
        id="SA-001",
        title="A request to see a child's file",
        happened="The council was asked for the personal data it holds on 31 January 2026, a "
        "Saturday.",
        seen_on=date(2026, 3, 3),
    ),
)
