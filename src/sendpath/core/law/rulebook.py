"""The law that a reckoning goes by: which clocks, under which versions of the law.

`CURRENT` is all the law the product holds. Another book can be made from it: the law as it
stood before a change, or with a change that is only being thought about. Nothing is applied by
making one; it is passed to `deadlines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

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
        self._started_by: dict[Kind, set[int]] = {}
        for place, (_, reader) in enumerate(readers):
            for kind in reader.start_kinds:
                self._started_by.setdefault(kind, set()).add(place)

    def started_by(self, kinds: Set[Kind]) -> Iterator[tuple[Clock, Reader]]:
        """Yield, by key, the clocks that events of these kinds can start."""
        places: set[int] = set()
        for kind in kinds:
            places |= self._started_by.get(kind, _NONE)
        for place in sorted(places):
            yield self._readers[place]


_NONE: frozenset[int] = frozenset()
CURRENT = Rulebook("all the law held", CLOCKS.values())
