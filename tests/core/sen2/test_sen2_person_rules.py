"""Rules about the person: each finds its fault, alone, and lets the day or code beside it stand."""

import pytest

from core.sen2.made_up import (
    active,
    found,
    historical,
    old_plan,
    person,
    plan,
    record,
    request,
)
from sendpath.core.sen2.identifiers import upn_check_letter

UNDECIDED = {"ReceivedDate": "2025-12-10", "RequestOutcome": "A", "RequestOutcomeDate": None}


def waiting(**values):
    """A person whose request is undecided, so that only the person's own rules can speak."""
    return person(1, request(**UNDECIDED), **values)


def with_upn(body):
    return waiting(UPN=upn_check_letter(body) + body)


BROKEN = [
    ("S2-101", "Surname", waiting(Surname=None)),
    ("S2-101", "Forename", waiting(Forename=None)),
    ("S2-102", "PersonBirthDate", waiting(PersonBirthDate=None)),
    ("S2-102", "PersonBirthDate", waiting(PersonBirthDate="2013-02-29")),
    ("S2-102", "PersonBirthDate", waiting(PersonBirthDate="20140506")),
    ("S2-102", "PersonBirthDate", waiting(PersonBirthDate="2014-W19-2")),
    ("S2-102", "PersonBirthDate", waiting(PersonBirthDate="06/05/2014")),
    ("S2-103", "PersonBirthDate", waiting(PersonBirthDate="2026-01-16")),
    ("S2-104", "PersonBirthDate", waiting(PersonBirthDate="1999-08-31")),
    ("S2-105", "PersonBirthDate", person(1, old_plan(), PersonBirthDate="2000-08-31")),
    ("S2-106", "Sex", waiting(Sex="1")),
    ("S2-106", "Sex", waiting(Sex=None)),
    ("S2-107", "Ethnicity", waiting(Ethnicity="WHITE")),
    ("S2-109", "PostCode", waiting(PostCode=None)),
    ("S2-109", "PostCode", waiting(PostCode="SG1 3XXX")),
    ("S2-111", "UPN", waiting(UPN=None)),
    ("S2-112", "UPNunknown", waiting(UPNunknown="UN8")),
    ("S2-113", "UPNunknown", waiting(UPN=None, UPNunknown="UN4")),
    ("S2-114", "UPNunknown", waiting(UPN=None, UPNunknown="UN1", PersonBirthDate="2020-01-15")),
    ("S2-115", "UPN", waiting(UPN="A919220000011")),
    ("S2-115", "UPN", waiting(UPN="n919220000011")),
    ("S2-115", "UPN", waiting(UPN="N91922000001")),
    ("S2-116", "UPN", with_upn("000220000011")),
    ("S2-117", "UPN", waiting(UPN="N9192200A0011")),
    ("S2-118", "UPN", waiting(UPN="N91922000001O")),
    ("S2-120", "UniqueLearnerNumber", waiting(UniqueLearnerNumber="1234567890")),
    ("S2-120", "UniqueLearnerNumber", waiting(UniqueLearnerNumber="9999999999")),
    ("S2-123", "UPNunknown", person(UPN=None, UPNunknown="UN10")),
    ("S2-124", "", record("person", waiting().values)),
]

FINE = [
    person(1, request(**{**UNDECIDED, "ReceivedDate": "2026-01-15"}), PersonBirthDate="2026-01-15"),
    waiting(PersonBirthDate="1999-09-01"),
    person(1, old_plan(), PersonBirthDate="2000-09-01"),
    waiting(Ethnicity="WEEU"),
    waiting(PostCode="SW1A1AA"),
    waiting(PostCode="zz99 3vz"),
    waiting(UPN=None, UniqueLearnerNumber="1000000035"),
    waiting(UPN=None, UPNunknown="UN1", PersonBirthDate="2020-01-16"),
    waiting(UPN=None, UPNunknown="UN10"),
    with_upn("91922000001A"),
    with_upn("681220000011"),
]


@pytest.mark.parametrize(("rule", "item", "who"), BROKEN)
def test_a_broken_rule_is_the_only_one_named(rule, item, who):
    assert found(who) == [(rule, 1, item)]


@pytest.mark.parametrize("who", FINE)
def test_the_value_just_inside_the_rule_stands(who):
    assert found(who) == []


def test_a_plan_that_ended_asks_nothing_about_the_highest_age():
    ended = plan(StartDate="2022-03-01", CeaseDate="2025-08-31", CeaseReason="1")

    assert found(person(1, historical(ended), PersonBirthDate="2000-08-31")) == []


def test_a_birth_date_after_survey_day_is_not_blamed_on_the_plan_as_well():
    late = person(1, old_plan(), PersonBirthDate="2026-01-16")

    assert found(late) == [("S2-103", 1, "PersonBirthDate")]


def test_needs_hang_on_the_active_part_and_not_on_the_person():
    assert found(person(1, historical(plan(StartDate="2025-03-01"), active()))) == []
