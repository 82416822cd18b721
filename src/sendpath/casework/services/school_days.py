"""Working out again what was counted in school days, once a school's calendar is published."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from django.db import transaction

from sendpath.accounts.models import User
from sendpath.casework.models import Case
from sendpath.casework.selectors.school_days import cases_that_name
from sendpath.casework.services import deadlines
from sendpath.jobs import services as jobs

COUNT_AGAIN = "casework.school_days"
AT_ONCE = 100
"""How many cases are worked out while somebody waits for the page: a fraction of a second."""

CHUNK = 500


def count_again(urns: Collection[str], by: User) -> None:
    """Work out again the cases that name these schools: a few at once, many by a job."""
    case_ids = cases_that_name(urns)
    if len(case_ids) > AT_ONCE:
        jobs.enqueue(kind=COUNT_AGAIN, arguments={"urns": " ".join(urns)}, by=by)
    elif case_ids:
        _rebuild(case_ids)


def count_all_again(urns: Collection[str], *, report: Callable[[int, int], None]) -> int:
    """Work out again every case that names these schools, and return how many there are.

    `report` is told how many are done, and of how many.
    """
    case_ids = cases_that_name(urns)
    for start in range(0, len(case_ids), CHUNK):
        report(start, len(case_ids))
        _rebuild(case_ids[start : start + CHUNK])
    return len(case_ids)


@transaction.atomic
def _rebuild(case_ids: Sequence[int]) -> None:
    # whoever is recording in one of them finishes first, and is then counted in
    list(Case.objects.select_for_update().filter(pk__in=case_ids).order_by("pk").values_list("pk"))
    deadlines.rebuild(case_ids=case_ids)
