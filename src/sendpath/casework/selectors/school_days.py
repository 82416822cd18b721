"""Which cases count days by which school's calendar."""

from __future__ import annotations

from collections.abc import Collection

from sendpath.casework.models import CaseEvent


def cases_that_name(urns: Collection[str]) -> list[int]:
    """Return the cases in which a fact names the calendar of one of these schools.

    A calendar may name two schools joined by “+”, as worked cases of the law do.
    """
    named = CaseEvent.objects.filter(facts__has_key="calendar").values_list(
        "case", "facts__calendar"
    )
    return sorted(
        {case for case, schools in named if not set(str(schools).split("+")).isdisjoint(urns)}
    )
