"""Who somebody is: a made-up name, sex, ethnicity, home and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from sendpath.returns.hartwell import numbers
from sendpath.returns.hartwell.homes import Home, Homes
from sendpath.returns.hartwell.profiles import age_on
from sendpath.returns.hartwell.totals import TODAY, rows

GIRLS = 0.296
"""3,824 of 12,920 plans of Hertfordshire in January 2025 (caseload.csv, topic Sex)."""

ETHNICITY_UNKNOWN = 0.04
"""Less than in England, where 49,151 of 638,745 are unclassified: S2-108 queries over 0.05."""

DOUBLE_BARRELLED = 0.04
SECOND_FORENAME = 0.05
UPN_NOT_KNOWN = 0.004
"""Made up."""

SCHOOL_STARTS, LEARNER_STARTS = 4, 16
"""Ages at which most have a UPN, and a ULN."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The items of a Person record, but for the birth date, and the NHS number beside them."""

    surname: str
    forename: str
    sex: str
    ethnicity: str
    home: Home
    upn: str
    uln: str
    upn_unknown: str
    nhs_number: str


class Identities:
    """Makes up people; the place of each in the area makes the numbers unique."""

    def __init__(self, rng: Random, homes: Homes) -> None:
        self._rng = rng
        self._homes = homes
        self._surnames = [row["name"] for row in rows("surnames.csv")]
        forenames = list(rows("forenames.csv"))
        self._forenames = {
            sex: [row["name"] for row in forenames if row["sex"] in (sex, "B")] for sex in "FM"
        }
        groups = list(rows("ethnicity.csv"))
        self._ethnicities = [row["code"] for row in groups]
        self._edges = list(accumulate(self._weights(groups)))

    def someone(self, place: int, born_on: date) -> Identity:
        """Return the person at that place in the area, counted from 0 and below 100,000."""
        rng = self._rng
        sex = "F" if rng.random() < GIRLS else "M"
        age = age_on(born_on, TODAY)
        reason = self._why_no_upn(age)
        return Identity(
            surname=self._surname(),
            forename=self._forename(sex),
            sex=sex,
            ethnicity=rng.choices(self._ethnicities, cum_weights=self._edges)[0],
            home=self._homes.any(),
            upn="" if reason else numbers.upn(place, born_on.year + SCHOOL_STARTS),
            uln="" if reason or age < LEARNER_STARTS else numbers.uln(place),
            upn_unknown=reason,
            nhs_number=numbers.nhs_number(place),
        )

    def _weights(self, groups: list[dict[str, str]]) -> list[float]:
        known = sum(int(row["plans"]) for row in groups if row["code"] != "NOBT")
        return [
            known * ETHNICITY_UNKNOWN if row["code"] == "NOBT" else float(row["plans"])
            for row in groups
        ]

    def _surname(self) -> str:
        surname = self._rng.choice(self._surnames)
        if self._rng.random() < DOUBLE_BARRELLED:
            return f"{surname}-{self._rng.choice(self._surnames)}"
        return surname

    def _forename(self, sex: str) -> str:
        forename = self._rng.choice(self._forenames[sex])
        if self._rng.random() < SECOND_FORENAME:
            return f"{forename} {self._rng.choice(self._forenames[sex])}"
        return forename

    def _why_no_upn(self, age: int) -> str:
        if age < SCHOOL_STARTS:
            return "UN1"
        if self._rng.random() < UPN_NOT_KNOWN:
            return self._rng.choice(("UN3", "UN8"))
        return ""
