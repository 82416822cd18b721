"""The survey years as data: what each asks for, and what it does not yet know."""

from datetime import date

import pytest

from sendpath.core.sen2.years import UnknownYear, known_years, survey

YEARS = (2023, 2024, 2025, 2026, 2027)


def items(year, module):
    return [field.xml for field in survey(year).modules[module].fields]


def test_the_years_from_the_first_person_level_return_are_known():
    assert known_years() == YEARS


@pytest.mark.parametrize(
    ("year", "day"),
    [(2023, 19), (2024, 18), (2025, 16), (2026, 15), (2027, 21)],
)
def test_survey_day_is_a_thursday_in_january_and_the_period_the_year_before(year, day):
    asked = survey(year)

    assert asked.day == date(year, 1, day)
    assert asked.day.isoweekday() == 4
    assert (asked.period_start, asked.period_end) == (date(year - 1, 1, 1), date(year - 1, 12, 31))


def test_an_unknown_year_is_refused_with_the_years_that_are_known():
    with pytest.raises(UnknownYear, match=r"2031\. Known years: 2023, 2024, 2025, 2026, 2027\."):
        survey(2031)


def test_items_come_and_go_with_the_years():
    assert "GenderCurrent" in items(2023, "person")
    assert "Sex" not in items(2023, "person")
    assert "Sex" in items(2024, "person")
    assert "AttendancePattern" not in items(2024, "placement_detail")
    assert "RequestSource" not in items(2024, "requests")
    assert "RequestSource" in items(2025, "requests")


@pytest.mark.parametrize(("year", "required"), [(2025, "voluntary"), (2026, "always")])
def test_the_items_of_2025_were_voluntary_in_their_first_year(year, required):
    source = survey(year).modules["requests"].field("RequestSource")

    assert source is not None
    assert source.required == required


def test_down_syndrome_is_a_need_of_its_own_from_2025():
    assert "DS" not in survey(2024).codes["sen_type"]
    assert "DS" in survey(2025).codes["sen_type"]


def test_compulsory_items_are_tested_from_the_year_they_became_so():
    late = {"S2-006", "S2-210", "S2-507", "S2-508", "S2-509"}

    assert survey(2026).rules.keys() - survey(2025).rules.keys() == late
    assert len(survey(2026).rules) == 125


@pytest.mark.parametrize("year", YEARS)
def test_every_field_code_set_and_rule_of_a_year_holds_together(year):
    asked = survey(year)
    everything = {field.xml for m in asked.modules.values() for field in m.fields}

    for module in asked.modules.values():
        assert module.parent is None or module.parent in asked.modules
        assert all(f.codes is None or f.codes in asked.codes for f in module.fields)
    for rule in asked.rules.values():
        assert rule.severity in {"reject", "error", "query"}
        assert rule.grade[0] in "ABC"
        assert set(rule.fields) <= everything
