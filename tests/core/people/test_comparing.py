"""Two records agree in each thing at the level that somebody reading them would say."""

from datetime import date

import pytest

from core.people.made_up import someone, spelt
from sendpath.core.people.comparing import compare
from sendpath.core.sen2.identifiers import upn_check_letter

FORENAMES = [
    ("Thomas", "Thomas", "same"),
    ("Thomas", "THOMAS", "same"),
    ("Zoë", "Zoe", "same"),
    ("Thomas", "Tom", "short_form"),
    ("Tom", "Tommy", "short_form"),
    ("Elizabeth", "Libby", "short_form"),
    ("Kate", "Katherine", "short_form"),
    ("Tom Arthur", "Thomas", "short_form"),
    ("Anna Maria", "Anna", "part"),
    ("Maria", "Anna-Maria", "part"),
    ("Aaliyah", "Aliyah", "spelt_alike"),
    ("Mohammed", "Muhammad", "spelt_alike"),
    ("Katherine", "Catherine", "spelt_alike"),
    ("Zoe", "Zoey", "spelt_alike"),
    ("Jayden", "Kayden", "spelt_alike"),
    ("Amber", "Aaliyah", "different"),
    ("Thomas", "Oliver", "different"),
    ("Mia", "Ava", "different"),
]
SURNAMES = [
    ("O'Neill", "ONeill", "same"),
    ("Okafor", "Okafor-Lyle", "part"),
    ("Wójtan", "Wojtan", "same"),
    ("Witchcombe", "Whitchcombe", "spelt_alike"),
    ("Witchcombe", "Okafor", "different"),
]
BIRTH_DATES = [
    (date(2015, 3, 4), date(2015, 3, 4), "same"),
    (date(2015, 3, 4), date(2015, 4, 3), "swapped"),
    (date(2015, 3, 4), date(2015, 3, 5), "one_digit"),
    (date(2015, 3, 4), date(2013, 3, 4), "one_digit"),
    (date(2019, 3, 4), date(2020, 3, 4), "different"),
    (date(2015, 3, 13), date(2015, 3, 31), "different"),
    (date(2015, 3, 4), date(2012, 11, 28), "different"),
]
POSTCODES = [
    ("ZZ1 1ZZ", "zz11zz", "same"),
    ("ZZ1 1ZZ", "ZZ1 1AB", "sector"),
    ("ZZ1 1ZZ", "ZZ1 2ZZ", "different"),
]
UPN, OTHER_UPN = "P999220000011", "D999220000012"
TEMPORARY = upn_check_letter("99922000001T") + "99922000001T"


@pytest.mark.parametrize(("one", "other", "level"), FORENAMES)
def test_forenames(one, other, level):
    assert compare(someone(forename=one), someone(forename=other), spelt)["forename"] == level
    assert compare(someone(forename=other), someone(forename=one), spelt)["forename"] == level


@pytest.mark.parametrize(("one", "other", "level"), SURNAMES)
def test_surnames(one, other, level):
    assert compare(someone(surname=one), someone(surname=other), spelt)["surname"] == level


def test_names_in_each_others_place_are_one_slip():
    crossed = someone(surname="Thomas", forename="Witchcombe")

    levels = compare(someone(), crossed, spelt)

    assert levels["surname"] == "crossed"
    assert "forename" not in levels


def test_somebody_with_one_name_twice_is_not_crossed():
    twice = someone(surname="James", forename="James")

    assert compare(twice, twice, spelt) | {"forename": "same", "surname": "same"} == compare(
        twice, twice, spelt
    )


@pytest.mark.parametrize(("one", "other", "level"), BIRTH_DATES)
def test_birth_dates(one, other, level):
    pair = someone(birth_date=one), someone(birth_date=other)

    assert compare(*pair, spelt)["birth_date"] == level


@pytest.mark.parametrize(("one", "other", "level"), POSTCODES)
def test_postcodes(one, other, level):
    assert compare(someone(postcode=one), someone(postcode=other), spelt)["postcode"] == level


@pytest.mark.parametrize("without", ["sex", "postcode"])
def test_what_is_not_known_is_not_compared(without):
    assert without not in compare(someone(), someone(**{without: ""}), spelt)


@pytest.mark.parametrize(
    ("here", "there", "level"),
    [
        ([UPN], [UPN], "same"),
        ([UPN], [OTHER_UPN, UPN], "same"),  # a former number counts like any other
        ([UPN], [OTHER_UPN], "different"),
        ([UPN], [], None),
        ([UPN], [TEMPORARY], None),
        ([TEMPORARY], [TEMPORARY], None),
    ],
)
def test_numbers(here, there, level):
    one = someone(numbers=[("upn", number) for number in here])
    other = someone(numbers=[("upn", number) for number in there])

    assert compare(one, other, spelt).get("upn") == level
