"""Which open dates another law would change: for a rehearsal over every case, applied to none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sendpath.casework.models import Case
from sendpath.casework.selectors.histories import every_case, histories
from sendpath.core.law.rulebook import Rulebook
from sendpath.core.law.what_if import Difference, differences
from sendpath.establishments.selectors import calendars


@dataclass(frozen=True, slots=True)
class Affected:
    """One open date of one case, under two books of law."""

    case_id: int
    difference: Difference


def changed_dates_for_rehearsal(
    before: Rulebook, after: Rulebook, *, progress: Callable[[int, int], None]
) -> Iterator[Affected]:
    """Yield the open dates of every case that two books of law do not agree on.

    `progress` is told, now and then, how many cases have been looked at and how many there
    are. Nothing is written.
    """
    known, seen, total = calendars(), 0, Case.objects.count()
    for case_ids in every_case():
        for case_id, history in histories(case_ids):
            for difference in differences(history, known, before, after):
                yield Affected(case_id, difference)
        seen += len(case_ids)
        progress(seen, total)
