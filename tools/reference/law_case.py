"""One worked case of the law, as the product answers it: its runs, and what holds for a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from sendpath.core.casefile.events import Event, standing
from sendpath.core.dates import Calendars
from sendpath.core.law.beside import holding
from sendpath.core.law.clocks import RULES
from sendpath.core.law.deadline import Deadline
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import Evaluation
from sendpath.core.law.history import as_at
from sendpath.core.law.rule import Delegated, Held, Proposed, Rule


class Unanswered(LookupError):
    """The product gives no answer by that name for these facts."""


@dataclass(frozen=True)
class Case:
    """One worked case, its rule's latest run, and everything else in the same history."""

    rule: str
    events: tuple[Event, ...]
    calendars: Calendars
    judged: bool = False
    """Whether it asks if something was done in time, and so is about a run that has been."""

    @cached_property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Every deadline, once each has either been met or run out."""
        found = deadlines(standing(self.events), self.calendars)
        days = [d.due for d in found] + [event.occurred_on for event in self.events]
        return as_at(self.events, max(days) + timedelta(days=1), self.calendars)

    @property
    def deadlines(self) -> list[Deadline]:
        """Every deadline, with what became of it."""
        return [evaluation.deadline for evaluation in self.evaluations]

    def runs(self, *keys: str) -> list[Evaluation]:
        """Return every run of the first of these clocks that has any, in order."""
        for key in keys:
            if found := [e for e in self.evaluations if e.key == key]:
                return found
        return []

    @cached_property
    def answered_by(self) -> tuple[str, ...]:
        """The clocks that work out the dates of the rule that the case is about."""
        rule = RULES[self.rule]
        return rule.counted_by if isinstance(rule, Delegated) else (self.rule,)

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """What the rule says holds for a time, if it is one of that sort."""
        found = holding(standing(self.events), self.calendars)
        return tuple(held for span, held in found if span.key == self.rule)

    @cached_property
    def instead(self) -> tuple[Proposed, Rule] | None:
        """A rule not in force, and the one that applies until it is."""
        rule = RULES[self.rule]
        return (rule, RULES[rule.meanwhile]) if isinstance(rule, Proposed) else None

    @property
    def main(self) -> Evaluation:
        """The latest run of the rule that the case is about."""
        found = self.runs(*self.answered_by)
        if not found:
            raise Unanswered(f"no run of {self.rule}")
        done = [run for run in found if run.done_on] if self.judged else []
        return (done or found)[-1]
