"""Rules about the person: who they are, how old, and by what number they are known.

Duplicates and shares over the whole return are in `whole_return`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sendpath.core.sen2.chain import Person
from sendpath.core.sen2.dates import age_on, school_year_start
from sendpath.core.sen2.identifiers import UPN_BODY, UPN_CHARACTER, is_uln, is_upn
from sendpath.core.sen2.rules.registry import rule

POSTCODE = re.compile(r"(?:[A-Z]{1,2}[0-9][A-Z0-9]?|GIR) ?[0-9][A-Z]{2}", re.I)
HIGHEST_AGE = 25  # CFA 2014 s46: to the end of the academic year of the 25th birthday
_LENGTH = 13


@rule("S2-101", Person)
def _both_names(person: Person) -> str | None:
    return person.first_uncoded("Surname", "Forename")


@rule("S2-102", Person)
def _birth_date_is_real(person: Person) -> str | None:
    return "PersonBirthDate" if person.day("PersonBirthDate") is None else None


@rule("S2-103", Person)
def _born_by_survey_day(person: Person) -> str | None:
    born = person.day("PersonBirthDate")
    return "PersonBirthDate" if born and born > person.survey.day else None


@rule("S2-104", Person)
def _young_enough_for_a_plan_in_the_period(person: Person) -> str | None:
    return "PersonBirthDate" if too_old_for_the_period(person) else None


def too_old_for_the_period(person: Person) -> bool:
    """Say whether the last academic year in which the person could hold a plan is past."""
    last_summer = date(person.survey.period_start.year - 1, 8, 31)
    return person.birth is not None and age_on(person.birth, last_summer) >= HIGHEST_AGE


@rule("S2-105", Person)
def _plan_ended_at_the_highest_age(person: Person) -> str | None:
    if person.birth is None or too_old_for_the_period(person):
        return None
    last_summer = school_year_start(person.survey.day) - timedelta(days=1)
    old = age_on(person.birth, last_summer) >= HIGHEST_AGE
    open_plan = any("CeaseDate" not in plan.values for plan in person.plans)
    return "PersonBirthDate" if old and open_plan else None


@rule("S2-106", Person)
def _sex_is_a_code(person: Person) -> str | None:
    return person.first_uncoded("Sex")


@rule("S2-107", Person)
def _ethnicity_is_a_code(person: Person) -> str | None:
    return person.first_uncoded("Ethnicity")


@rule("S2-109", Person)
def _postcode_is_one(person: Person) -> str | None:
    return "PostCode" if not POSTCODE.fullmatch(person.values.get("PostCode", "")) else None


@rule("S2-110", Person)
def _postcode_is_in_the_area(person: Person) -> str | None:
    reference, postcode = person.around.reference, person.values.get("PostCode")
    outside = reference and postcode and reference.in_area(postcode) is False
    return "PostCode" if outside else None


@rule("S2-111", Person)
def _some_number_or_a_reason(person: Person) -> str | None:
    known = person.values.keys() & {"UPN", "UniqueLearnerNumber", "UPNunknown"}
    return None if known else "UPN"


@rule("S2-112", Person)
def _no_reason_beside_a_number(person: Person) -> str | None:
    numbered = person.values.keys() & {"UPN", "UniqueLearnerNumber"}
    return "UPNunknown" if numbered and "UPNunknown" in person.values else None


@rule("S2-113", Person)
def _reason_is_a_code(person: Person) -> str | None:
    return "UPNunknown" if person.miscoded("UPNunknown") else None


@rule("S2-114", Person)
def _under_six_is_under_six(person: Person) -> str | None:
    if person.values.get("UPNunknown") != "UN1" or person.birth is None:
        return None
    return "UPNunknown" if age_on(person.birth, person.survey.day) >= 6 else None


@rule("S2-115", Person)
def _upn_check_letter_is_right(person: Person) -> str | None:
    upn = person.values.get("UPN")
    if upn is None or is_upn(upn):
        return None
    # a wrong character further on is S2-116, 117 or 118 and leaves nothing to check
    return "UPN" if len(upn) != _LENGTH or UPN_BODY.fullmatch(upn, 1) else None


@rule("S2-116", Person)
def _upn_area_exists(person: Person) -> str | None:
    upn = person.values.get("UPN", "")
    return "UPN" if len(upn) == _LENGTH and upn[1:4] not in person.around.upn_areas else None


@rule("S2-117", Person)
def _upn_has_digits_in_the_middle(person: Person) -> str | None:
    upn = person.values.get("UPN", "")
    return "UPN" if len(upn) == _LENGTH and not re.fullmatch(r"[0-9]{8}", upn[4:12]) else None


@rule("S2-118", Person)
def _upn_ends_in_a_digit_or_letter(person: Person) -> str | None:
    upn = person.values.get("UPN", "")
    return "UPN" if len(upn) == _LENGTH and not re.fullmatch(UPN_CHARACTER, upn[12]) else None


@rule("S2-120", Person)
def _uln_check_digit_is_right(person: Person) -> str | None:
    uln = person.values.get("UniqueLearnerNumber")
    return "UniqueLearnerNumber" if uln is not None and not is_uln(uln) else None


@rule("S2-123", Person)
def _no_further_action_means_none(person: Person) -> str | None:
    went_on = any(request.assessments or request.active for request in person.requests)
    return "UPNunknown" if person.values.get("UPNunknown") == "UN10" and went_on else None


@rule("S2-124", Person)
def _some_request(person: Person) -> str | None:
    return None if person.requests else ""
