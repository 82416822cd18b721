"""How often two different people agree: the `u` of Fellegi and Sunter, counted in the area.

Two people who share a surname that one in 500 here has agree by chance once in 500 times, and
two who share one that one in 20 has, once in 20. So what a shared value is worth hangs on how
many here have it. How often two people agree in other ways, as in names that are spelt alike, is
counted over pairs drawn at random from the area's own record; always the same pairs, so that a
score can be worked out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sendpath.core.people.assumptions import Assumptions
from sendpath.core.people.comparing import DIFFERENT, SAME, Spelling, compare
from sendpath.core.people.traits import NUMBERS, Traits

VALUED = ("forename", "surname", "sex", "postcode")
"""What is worth as much as its value is rare, when it is the same."""

PAIRS = 20_000
BIRTH_DATES = 25 * 365
"""A child or young person is under 25: no date of birth is commoner than it would be if they
were spread evenly, unless the record shows that it is."""

FEWEST_TIMES = 0.5
"""How often a level counts as seen that no pair drawn at random reached."""

Rates = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequencies:
    """How many people there are, how many hold each value, and how often two agree by chance."""

    people: int
    held: Mapping[str, Counter[str]]
    born: Counter[date]
    rates: Rates

    def by_chance(self, field: str, level: str, value: str | date) -> float:
        """Return how often a stranger would agree so with somebody who has that value."""
        if level != SAME:
            return self.rates[field][level]
        if field in NUMBERS:
            return 1 / self.people
        if isinstance(value, date):
            return max(self.born[value] / self.people, 1 / BIRTH_DATES)
        if field == "sex":  # there are so few that a share is known from the first hundred people
            return max(self.held[field][value], 1) / max(self.held[field].total(), 2)
        return max(self.held[field][value], 1) / self.people


def frequencies(
    people: Sequence[Traits],
    assumed: Assumptions,
    spelling: Spelling,
    *,
    rates: Rates | None = None,
) -> Frequencies:
    """Count the values of these people; `rates`, if they are known already, are not drawn again."""
    return Frequencies(
        people=max(len(people), assumed.fewest_people),
        held={field: Counter(getattr(one, field) for one in people) for field in VALUED},
        born=Counter(one.birth_date for one in people),
        rates=rates or drawn_rates(people, assumed, spelling),
    )


def drawn_rates(
    people: Sequence[Traits], assumed: Assumptions, spelling: Spelling, pairs: int = PAIRS
) -> Rates:
    """Return how often two people drawn at random agree at each level of each thing compared."""
    seen: dict[str, Counter[str]] = {field: Counter() for field in assumed.shares}
    random = Random(1)
    # no more than there are: else the one true pair among few people would seem the rule
    for _ in range(min(pairs, len(people) * (len(people) - 1) // 2)):
        one, other = random.sample(people, 2)
        for field, level in compare(one, other, spelling).items():
            seen[field][level] += 1
    return {
        field: _shares(seen[field], levels, assumed.fewest_people)
        for field, levels in assumed.shares.items()
    }


def _shares(seen: Counter[str], levels: Iterable[str], fewest: int) -> dict[str, float]:
    compared = max(seen.total(), fewest)
    agreeing = {
        level: max(seen[level], FEWEST_TIMES) / compared for level in levels if level != DIFFERENT
    }
    return {**agreeing, DIFFERENT: max(1 - sum(agreeing.values()), FEWEST_TIMES / compared)}
