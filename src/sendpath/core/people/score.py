"""How likely it is that two records are of one person, and what speaks for and against it.

After Fellegi and Sunter, "A theory for record linkage", 1969. Each thing compared weighs
log2(m / u): m is how often two records of one person agree so (assumed, `data/likeness.toml`), u
how often two different people do (counted, `frequencies`). The weights are added to that of
coming upon such a pair at all. The sum takes each thing to speak for itself. For twins that is
untrue: they share surname, birth date and home because they are twins. So a rule stands over the
sum, and a pair that may be twins is never likely, whatever the sum says.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sendpath.core.people.assumptions import Assumptions
from sendpath.core.people.comparing import CROSSED, DIFFERENT, SAME, SPELT_ALIKE, Spelling, compare
from sendpath.core.people.frequencies import Frequencies
from sendpath.core.people.traits import NUMBERS, Traits


class Band(StrEnum):
    """How sure one may be, the surest first. None of them merges anybody."""

    CERTAIN = "certain"
    VERY_LIKELY = "very_likely"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Caution(StrEnum):
    """Why a pair that looks like one person may be two."""

    TWINS = "twins"
    TWIN_NAMES = "twin_names"
    TWO_NHS_NUMBERS = "two_nhs_numbers"
    NUMBER_OF_ANOTHER = "number_of_another"


LEAST = {Band.VERY_LIKELY: 0.99, Band.LIKELY: 0.9, Band.POSSIBLE: 0.05}
"""The probability from which a pair is in each band. A shared number alone makes it certain.

One chance in twenty is worth a look: a second record left alone has half of a history."""

HIGHEST = {
    Caution.TWINS: Band.POSSIBLE,
    Caution.TWIN_NAMES: Band.LIKELY,
    Caution.TWO_NHS_NUMBERS: Band.LIKELY,
    Caution.NUMBER_OF_ANOTHER: Band.POSSIBLE,
}
"""The surest that a pair may be called beside each caution."""

ORDER = list(Band)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one thing compared says: above 0 for one person, below 0 for two.

    `one_in` is how many strangers one must meet for one to agree so by chance.
    """

    field: str
    level: str
    weight: float
    one_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How likely it is that two records are of one person, with the reasons."""

    weight: float
    probability: float
    band: Band
    cautions: tuple[Caution, ...]
    evidence: tuple[Evidence, ...]


class Judge:
    """Scores pairs of one area, by how common each value is there."""

    def __init__(self, assumed: Assumptions, common: Frequencies, spelling: Spelling) -> None:
        self._assumed = assumed
        self._common = common
        self._spelling = spelling
        # of all pairs, how many are of one person: each second record makes one such pair
        self._before = math.log2(2 * assumed.held_twice / common.people)

    def score(self, one: Traits, other: Traits) -> Score | None:
        """Return how likely it is that these are one person; None where it is not likely."""
        levels = compare(one, other, self._spelling)
        evidence = tuple(self._evidence(one, levels))
        weight = self._before + sum(each.weight for each in evidence)
        probability = 1 / (1 + 2**-weight)
        cautions = tuple(_cautions(levels))
        band = _band(levels, probability, cautions)
        if band is None:
            return None
        return Score(
            weight=weight,
            probability=probability,
            band=band,
            cautions=cautions,
            evidence=tuple(sorted(evidence, key=lambda each: -abs(each.weight))),
        )

    def _evidence(self, one: Traits, levels: Mapping[str, str]) -> Iterator[Evidence]:
        for field, level in levels.items():
            chance = self._common.by_chance(field, level, getattr(one, field, ""))
            yield Evidence(
                field=field,
                level=level,
                weight=math.log2(self._assumed.shares[field][level] / chance),
                one_in=round(1 / chance),
            )


def _band(
    levels: Mapping[str, str], probability: float, cautions: Iterable[Caution]
) -> Band | None:
    reached = [band for band, least in LEAST.items() if probability >= least]
    if any(levels.get(kind) == SAME for kind in NUMBERS):
        reached = [Band.CERTAIN]
    if not reached:
        return None
    return max([reached[0], *(HIGHEST[caution] for caution in cautions)], key=ORDER.index)


def _cautions(levels: Mapping[str, str]) -> Iterator[Caution]:
    shared = any(levels.get(kind) == SAME for kind in NUMBERS)
    told_apart = not shared and any(levels.get(kind) == DIFFERENT for kind in NUMBERS)
    forename, surname = levels.get("forename"), levels["surname"]
    family = surname not in (DIFFERENT, CROSSED) and levels["birth_date"] == SAME
    if family and forename == DIFFERENT:
        yield Caution.TWINS
    elif family and forename == SPELT_ALIKE:
        yield Caution.TWINS if told_apart or levels.get("sex") == DIFFERENT else Caution.TWIN_NAMES
    if levels.get("nhs_number") == DIFFERENT and not shared:
        yield Caution.TWO_NHS_NUMBERS
    if shared and forename == DIFFERENT and (surname, levels["birth_date"]) == (DIFFERENT,) * 2:
        yield Caution.NUMBER_OF_ANOTHER
