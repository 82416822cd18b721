"""Where somebody goes to school, or why nowhere, as SEN2 writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from sendpath.returns.hartwell.days import weekday_after
from sendpath.returns.hartwell.journey import Journey
from sendpath.returns.hartwell.profiles import age_on
from sendpath.returns.hartwell.schools import Schools
from sendpath.returns.hartwell.totals import TODAY

KINDS = {
    "MAIN_INDEP": "independent",
    "SRP_UNIT": "unit",
    "SPECIAL_STATE": "special",
    "SPECIAL_INDEP": "special_independent",
    "SPECIAL_NMSS": "special_non_maintained",
    "AP_PRU": "alternative",
    "FE": "college",
    "SPI": "specialist_college",
}

NAMED_LESS_CLEARLY = {"NEET": "OTH", "NIEC": "OTH", "NIEO": "OTH"}
"""A plan cannot name no setting, so it names a type of setting instead."""

TYPE_NAMED = "Type of setting only: further education college"

SIXTH_FORM_ENDS = 18

PHASE_STARTS = (4, 11, 16)
"""Ages on 31 August before a person starts primary, secondary and post-16."""

LAST_BIRTHDAY = 25
"""NEET is for those of up to 25 on survey day (S2-559), which may follow the plan by a year."""

RESIDENTIAL = 0.18
"""Made up, of independent special schools and colleges: gives about 67 as published."""

INTERNSHIPS = 0.03
"""Made up: the share of college places that are supported internships."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The items of a setting: as named in the plan, as attended, and what the plan says of it."""

    named: dict[str, str]
    attended: dict[str, str]
    entered_on: date
    plan: dict[str, str] = field(default_factory=dict)


def placement_of(rng: Random, schools: Schools, journey: Journey, team: str) -> Placement:
    """Return where the person of the journey goes, on survey day or when the plan ended."""
    day = journey.ceased_on or TODAY
    summer = date(day.year - (day.month < 9), 8, 31)
    age = age_on(journey.born_on, summer)
    entered_on = min(_entry(journey.started_on or TODAY, age, summer), day)
    kind = KINDS.get(journey.setting) or _mainstream(age)
    elsewhere = journey.setting in ("EHE", "EARLY_YEARS", "ELSEWHERE")
    school = None if elsewhere else schools.near(rng, kind, age, team)
    if school is None:
        return _elsewhere(rng, journey, age_on(journey.born_on, day), entered_on)
    items = {"URN": school.urn, **_indicators(unit=journey.setting == "SRP_UNIT", rng=rng)}
    extra = _extra(rng, journey.setting)
    plan = {f"Plan{item.capitalize() if item == 'RES' else item}": v for item, v in extra.items()}
    return Placement(items, {**items, **extra}, entered_on, plan)


def _mainstream(age: int) -> str:
    if age < PHASE_STARTS[1]:
        return "primary"
    return "secondary" if age < SIXTH_FORM_ENDS else "college"


def _elsewhere(rng: Random, journey: Journey, age: int, entered_on: date) -> Placement:
    code = _code_elsewhere(rng, journey.setting, age)
    named = NAMED_LESS_CLEARLY.get(code, code)
    attended = {"SENsetting": code, **_indicators()}
    if code == "NIEO":
        attended["SENsettingOther"] = "Moved here, awaiting a place"
    plan = {"SENsetting": named, **_indicators()}
    if named == "OTH":
        plan["SENsettingOther"] = TYPE_NAMED
    return Placement(plan, attended, entered_on)


def _code_elsewhere(rng: Random, setting: str, age: int) -> str:
    if setting == "EHE":
        return "EHE"
    if setting == "EARLY_YEARS" or age < PHASE_STARTS[0]:
        return "EYP"
    if PHASE_STARTS[2] <= age < LAST_BIRTHDAY:
        return rng.choices(("NEET", "OLA", "NIEO", "NIEC"), (60, 25, 10, 5))[0]
    return rng.choices(("OLA", "OPA"), (85, 15))[0]


def _entry(started_on: date, age: int, summer: date) -> date:
    """Return the first day there: of the phase, or of the plan if that came later."""
    phase = max((start for start in PHASE_STARTS if start <= age), default=None)
    if phase is None:
        return started_on
    return max(started_on, weekday_after(date(summer.year - (age - phase), 9, 3)))


def _indicators(*, unit: bool = False, rng: Random | None = None) -> dict[str, str]:
    in_unit = bool(unit and rng and rng.random() < 0.5)
    return {
        "PlacementRank": "1",
        "SENunitIndicator": "1" if in_unit else "0",
        "ResourcedProvisionIndicator": "1" if unit and not in_unit else "0",
    }


def _extra(rng: Random, setting: str) -> dict[str, str]:
    if setting in ("SPECIAL_INDEP", "SPI") and rng.random() < RESIDENTIAL:
        return {"RES": rng.choice("AB")}
    if setting == "FE" and rng.random() < INTERNSHIPS:
        return {"WBP": "SUP"}
    return {}
