"""Which pairs are worth comparing: those that share a date of birth, a name, a number, a home.

In a county every person would make 300 million pairs. Two records of one person agree in at
least one of these, unless nearly all in them is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from sendpath.core.people.traits import NUMBERS, Traits

LARGEST = 1500
"""More than share any of these in a county. A larger group, such as 1 January where a day of
birth was not known, is passed over and counted: those in it meet in another group."""

Keys = tuple[str, ...]


def _birth(one: Traits) -> Keys:
    return (one.birth_date.isoformat(),)


def _names(one: Traits) -> Keys:
    """Return the words of a name whose order and place do not matter."""
    return (" ".join(sorted(f"{one.forename} {one.surname}".split())),)


def _surname_and_age(one: Traits) -> Keys:
    return (f"{one.surname}/{one.birth_date.year}", f"{one.surname}/{one.forename[:2]}")


def _numbers(one: Traits) -> Keys:
    return tuple(f"{kind}/{n}" for kind in NUMBERS for n in sorted(one.numbers.get(kind, ())))


def _home(one: Traits) -> Keys:
    return (f"{one.postcode}/{one.forename[:2]}",) if one.postcode else ()


RULES: tuple[Callable[[Traits], Keys], ...] = (_numbers, _birth, _names, _surname_and_age, _home)


class Pairs:
    """The pairs of these people that are worth comparing, each of them once.

    Nothing is kept of a pair once it is given out, so a county takes no more memory for having
    more pairs. `passed_over` counts the groups that were too large.
    """

    def __init__(self, people: Sequence[Traits]) -> None:
        self._people = people
        held = [[frozenset(rule(one)) for one in people] for rule in RULES]
        shared = [Counter(key for of_one in keys for key in of_one) for keys in held]
        large = [{key for key, times in counts.items() if times > LARGEST} for counts in shared]
        self._keys = [
            [of_one - left for of_one in keys] for keys, left in zip(held, large, strict=True)
        ]
        self.passed_over = sum(map(len, large))

    def __iter__(self) -> Iterator[tuple[Traits, Traits]]:
        for rule, keys in enumerate(self._keys):
            for key, places in self._groups(keys):
                for here, there in combinations(places, 2):
                    if not self._given_out(rule, key, here, there):
                        yield self._people[here], self._people[there]

    def _groups(self, keys: Sequence[frozenset[str]]) -> Iterator[tuple[str, list[int]]]:
        groups: dict[str, list[int]] = {}
        for place, of_one in enumerate(keys):
            for key in of_one:
                groups.setdefault(key, []).append(place)
        for key, places in groups.items():
            if len(places) > 1:
                yield key, places

    def _given_out(self, rule: int, key: str, here: int, there: int) -> bool:
        # a pair with several keys of one rule in common is given out under the first of them
        if any(keys[here] & keys[there] for keys in self._keys[:rule]):
            return True
        return key != min(self._keys[rule][here] & self._keys[rule][there])


def who_may_be(one: Traits, people: Iterable[Traits]) -> Iterator[Traits]:
    """Yield those of these people whom it is worth comparing one person with."""
    keys = [frozenset(rule(one)) for rule in RULES]
    for other in people:
        if any(not own.isdisjoint(rule(other)) for own, rule in zip(keys, RULES, strict=True)):
            yield other
