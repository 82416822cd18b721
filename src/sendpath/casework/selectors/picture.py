"""Where a case is now, as a line of time to be drawn.

Across, everything is a percentage of the width, so that the words on the picture keep their
size on a narrow screen. What the picture shows, `words` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sendpath.casework.selectors.words import duty_in_words, standing_in_words, written
from sendpath.core.law.evaluation import Evaluation, State

WEEK = timedelta(weeks=1)
LONGEST = 2
"""How many times its limit a line may grow, however late the case is."""

LEFT, RIGHT = 4, 96
ASSESSMENT = {
    "decide_whether_to_assess": "6",
    "decide_not_to_issue_notify": "16",
    "issue_final_plan": "20",
}
YEAR = ("first_annual_review", "subsequent_annual_review")
CLOSE = 9
"""Labels nearer than this to each other, or to an end, would run together or be cut off."""

SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A limit on the line, and what became of it."""

    label: str
    name: str
    standing: str
    x: float
    state: State
    done_x: float | None
    label_anchor: str
    show_label: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A line of time from a start to today or the last limit, whichever is later.

    The overdue part begins at the first last day that passed with its duty not done.
    """

    title: str
    words: str
    starts_on: date
    start_label: str
    marks: tuple[Mark, ...]
    today: date
    today_x: float
    today_label: str
    today_anchor: str
    elapsed_width: float
    overdue_x: float | None
    overdue_width: float

    @property
    def shows_done(self) -> bool:
        """Whether anything on the line was done, so that its mark needs a key."""
        return any(mark.done_x is not None for mark in self.marks)


def picture(evaluations: Sequence[Evaluation], today: date) -> Picture | None:
    """Return the 20 weeks while there is no plan, then the year to the next review.

    None once nothing is being counted: the request or the plan has come to its end.
    """
    latest = {evaluation.key: evaluation for evaluation in evaluations}
    plan = latest.get("issue_final_plan")
    reviews = [latest[key] for key in YEAR if key in latest]
    if reviews:
        return _year(reviews[-1], today) if _counting(reviews[-1]) else None
    return _twenty_weeks(plan, latest, today) if plan and _counting(plan) else None


def _counting(last: Evaluation) -> bool:
    return last.state is not State.NO_DUTY


def _twenty_weeks(plan: Evaluation, latest: dict[str, Evaluation], today: date) -> Picture:
    started = plan.deadline.started_on
    weeks = (today - started) // WEEK
    limits = [
        (label, latest[key])
        for key, label in ASSESSMENT.items()
        if key in latest and latest[key].deadline.started_on == started
    ]
    return _drawn(
        title="The 20 weeks, from the request to the final plan",
        limits=limits,
        start_label="0",
        today=today,
        so_far=f"Today is in week {weeks}.",
    )


def _year(review: Evaluation, today: date) -> Picture:
    return _drawn(
        title="The year, from the plan or the last review to the next",
        limits=[("12 months", review)],
        start_label="",
        today=today,
        so_far="",
    )


def _drawn(
    *,
    title: str,
    limits: Sequence[tuple[str, Evaluation]],
    start_label: str,
    today: date,
    so_far: str,
) -> Picture:
    last = limits[-1][1]
    started, due = last.deadline.started_on, last.due
    missed_on = min((e.due for _, e in limits if e.state is State.OVERDUE), default=due)
    ends = min(max(due, today), started + LONGEST * (due - started))
    scale = _Scale(started, ends)
    settled = last.done_on or (last.ended.occurred_on if last.ended else None)
    reached = min(settled or today, ends)
    late = reached > missed_on
    missed_x, reached_x = scale.x(missed_on), scale.x(reached)
    return Picture(
        title=title,
        words=" ".join(filter(None, (f"It started on {written(started)}.", so_far))),
        starts_on=started,
        start_label=start_label,
        marks=_spaced([_mark(label, limit, scale) for label, limit in limits]),
        today=today,
        today_x=scale.x(today),
        today_label="Today" if today <= ends else f"Today, week {(today - started) // WEEK}",
        today_anchor=_anchor(scale.x(today)),
        elapsed_width=max(0, min(missed_x, reached_x) - LEFT),
        overdue_x=missed_x if late else None,
        overdue_width=reached_x - missed_x if late else 0,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    starts: date
    ends: date

    def x(self, day: date) -> float:
        share = (day - self.starts).days / max(1, (self.ends - self.starts).days)
        return round(LEFT + (RIGHT - LEFT) * min(1, max(0, share)), 2)


def _mark(label: str, limit: Evaluation, scale: _Scale) -> Mark:
    return Mark(
        label=label,
        name=duty_in_words(limit),
        standing=standing_in_words(limit),
        x=scale.x(limit.due),
        state=limit.state,
        done_x=scale.x(limit.done_on) if limit.done_on else None,
        label_anchor="middle" if len(label) <= SHORT else _anchor(scale.x(limit.due)),
    )


def _spaced(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Leave out labels that the next one would run into; the last one always shows."""
    following = [*(mark.x for mark in marks[1:]), None]
    return tuple(
        replace(mark, show_label=after is None or after - mark.x >= CLOSE)
        for mark, after in zip(marks, following, strict=True)
    )


def _anchor(x: float) -> str:
    if x < LEFT + CLOSE:
        return "start"
    return "end" if x > RIGHT - CLOSE else "middle"
