"""Hartwell's people are shared out as the fitted table has it, and none can be real."""

from collections import Counter

import pytest

from sendpath.returns.hartwell import numbers
from sendpath.returns.hartwell.totals import rows


@pytest.mark.parametrize(
    ("body", "digit"),
    [
        ("943476591", "9"),  # the worked sample of the NHS Data Dictionary
        ("999000000", "0"),  # 999 weighs 243, 1 over a multiple of 11: so 10, never issued
    ],
)
def test_an_nhs_number_ends_in_its_check_digit(body, digit):
    assert numbers.nhs_check_digit(body) == (digit if body != "999000000" else None)


def test_nhs_numbers_are_of_the_test_range_and_all_different():
    made = [numbers.nhs_number(place) for place in range(60_000)]

    assert {number[:3] for number in made} == {"999"}
    assert len(set(made)) == 60_000
    assert all(numbers.nhs_check_digit(number[:9]) == number[9] for number in made)


def test_needs_of_open_plans_have_the_shares_of_the_fitted_table(january_2026):
    fitted = Counter()
    for row in rows("needs.csv"):
        fitted[row["need"]] += float(row["plans"])
    held = Counter(
        need.values["SENtype"]
        for person in january_2026
        for record in person.walk()
        if record.module == "active_plans" and not _ended(person)
        for need in record.all("sen_need")
        if need.values["SENtypeRank"] == "1"
    )

    assert held.total() == 14_200
    for need, plans in fitted.items():
        assert held[need] == pytest.approx(plans * 14_200 / fitted.total(), abs=10), need


def _ended(person):
    return any("CeaseDate" in record.values for record in person.walk())


def test_no_postcode_exists(january_2026):
    unused = {
        row["sector"] + unit for row in rows("sectors.csv") for unit in row["unused_units"].split()
    }

    assert {person.values["PostCode"] for person in january_2026} <= unused


def test_schools_have_urns_that_no_school_has(county):
    urns = [int(school.urn) for school in county.schools]

    assert urns == list(range(990_001, 990_001 + len(urns)))


def test_names_of_every_shape_occur(january_2026):
    surnames = {person.values["Surname"] for person in january_2026}

    for shape in ("'", "-", " ", "ñ", "Ø"):
        assert [name for name in surnames if shape in name] != [], shape
    assert {len(name) <= 3 for name in surnames} == {True, False}
    assert max(map(len, surnames)) > 25
