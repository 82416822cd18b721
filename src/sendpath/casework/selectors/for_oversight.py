"""What oversight of access asks of cases: whose they are, and whether they are over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sendpath.casework.models import Case
from sendpath.casework.selectors.histories import histories
from sendpath.core.casefile.stage import stage
from sendpath.core.casefile.states import Stage

OVER = frozenset({Stage.NO_CASE, Stage.CEASED, Stage.TRANSFERRED_OUT})


@dataclass(slots=True)
class Held:
    """Who holds a child's cases, and those cases."""

    officers: set[int] = field(default_factory=set)
    teams: set[int] = field(default_factory=set)
    cases: list[int] = field(default_factory=list)


def held_for_oversight(person_ids: Collection[int]) -> Mapping[int, Held]:
    """Return who holds the cases of each of these children today."""
    found: dict[int, Held] = defaultdict(Held)
    rows = Case.objects.filter(person__in=person_ids).order_by("pk")
    for case, person, officer, team in rows.values_list("pk", "person", "officer", "team"):
        held = found[person]
        held.cases.append(case)
        held.officers |= {officer} if officer else set()
        held.teams |= {team} if team else set()
    return found


def over_for_oversight(held: Mapping[int, Held]) -> set[int]:
    """Return the children among these none of whose cases is still open."""
    every = [case for one in held.values() for case in one.cases]
    stages = {case: stage(history) for case, history in histories(every)}
    return {
        person
        for person, one in held.items()
        if one.cases and all(stages.get(case, Stage.NO_CASE) in OVER for case in one.cases)
    }
