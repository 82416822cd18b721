"""The law that a reckoning goes by: which clocks, under which versions of the law.

`CURRENT` is all the law the product holds. Another book can be made from it: the law as it
stood before a change, or with a change that is only being thought about. Nothing is applied by
making one; it is passed to `deadlines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.runs import Reader


class Rulebook:
    """Clocks made ready to be read against many histories.

    Made once: most clocks have nothing to do with most cases, and are skipped by their kinds.
    """

    def __init__(self, name: str, clocks: Iterable[Clock]) -> None:
        self.name = name
        self.clocks: Mapping[str, Clock] = {clock.key: clock for clock in clocks}
        readers = [(clock, Reader(clock)) for _, clock in sorted(self.clocks.items())]
        self._readers = readers
        self._by_kind: dict[Kind, set[int]] = {}
        for place, (_, reader) in enumerate(readers):
            for kind in reader.start_kinds:
                self._by_kind.setdefault(kind, set()).add(place)

        # most cases are of a few sorts
        self.started_by = lru_cache(maxsize=1024)(self._readers_for)

    def _readers_for(self, kinds: frozenset[Kind]) -> tuple[tuple[Clock, Reader], ...]:
        """Return, by key, the clocks that events of these kinds can start."""
        places: set[int] = set()
        for kind in kinds:
            places |= self._by_kind.get(kind, _NONE)
        return tuple(self._readers[place] for place in sorted(places))


_NONE: frozenset[int] = frozenset()
CURRENT = Rulebook("all the law held", CLOCKS.values())
