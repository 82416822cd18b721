"""What a benchmark is, and finding them: each module of `benchmarks/` has a `BENCHMARK`."""

from __future__ import annotations

import importlib
import pkgutil
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.bench.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing that was measured, once or several times, against what we promise.

    `promise` is the most that is allowed, or the least if `at_least`. `others` holds, for each
    value, how many processors other programs used meanwhile.
    """

    what: str
    values: tuple[float, ...]
    unit: str
    promise: float | None = None
    at_least: bool = False
    others: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def keeps(self, value: float) -> bool:
        """Say whether one measured value is as promised."""
        if self.promise is None:
            return True
        return value >= self.promise if self.at_least else value <= self.promise

    @property
    def kept(self) -> bool:
        """Whether the promise is kept, judged by the median of the runs."""
        return self.keeps(self.median)


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What is measured, in words for the page, and what measures it, figure after figure."""

    title: str
    about: str
    measure: Callable[[Ground], Iterator[Figure]]


def benchmarks() -> dict[str, Benchmark]:
    """Return every benchmark by its name, which is that of its file."""
    from tools.bench import benchmarks as folder

    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return {name: importlib.import_module(f"{folder.__name__}.{name}").BENCHMARK for name in names}
