"""The dates of one case for a calendar. They carry its reference and no name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendpath.casework.models import Case
from sendpath.casework.selectors.seen import entries_seen
from sendpath.casework.selectors.words import duty_in_words, is_the_familys
from sendpath.core.casefile.details import Detail
from sendpath.core.casefile.events import standing, with_birth
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import Evaluation, State, evaluate
from sendpath.core.law.explanation import explanation
from sendpath.establishments.selectors import calendars
from sendpath.web.ics import Day


def calendar_days(
    case: Case, today: date, address: str, seeing: frozenset[Detail]
) -> Iterator[Day]:
    """Yield every last day of a case that is still to come or that was missed.

    A calendar leaves the service, so a day says what is due in which case and why, and not
    whose case it is. `address` is that of the file, `seeing` what its reader sees.
    """
    rows, _ = entries_seen(case, seeing)
    events = with_birth((row.as_event() for row in rows), case.person.birth_date)
    known = calendars()
    for deadline in deadlines(standing(events), known):
        evaluation = evaluate(deadline, today, known)
        if evaluation.state in {State.RUNNING, State.OVERDUE, State.NOT_STARTED}:
            yield _day(case, evaluation, address.removesuffix("/dates.ics"))


def _day(case: Case, evaluation: Evaluation, page: str) -> Day:
    deadline = evaluation.deadline
    ends = "time ends" if is_the_familys(deadline.clock) else "last day"
    why = "\n".join(sentence.text for sentence in explanation(evaluation))
    return Day(
        uid=f"{case.reference}-{deadline.key}-{deadline.run}-{deadline.trigger.number}",
        on=deadline.due,
        title=f"{case.reference}: {duty_in_words(evaluation)}, {ends}",
        words=why,
        url=page,
    )
