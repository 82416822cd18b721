"""What is assumed of two records of one person: the `m` of Fellegi and Sunter, kept as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """How often two records of one person agree at each level of each thing compared."""

    held_twice: float
    fewest_people: int
    shares: Mapping[str, Mapping[str, float]]


@cache
def assumptions() -> Assumptions:
    """Return what `data/likeness.toml` says."""
    told = tomllib.loads((files(__package__) / "data/likeness.toml").read_text(encoding="utf-8"))
    prior = told.pop("prior")
    return Assumptions(
        held_twice=prior["held_twice"], fewest_people=prior["fewest_people"], shares=told
    )
