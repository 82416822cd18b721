"""A pair is called what somebody who knows the two records would call it, and twins never high."""

from datetime import date

import pytest

from core.people.made_up import area, judge, someone, spelt
from sendpath.core.people.assumptions import assumptions
from sendpath.core.people.frequencies import frequencies
from sendpath.core.people.score import Band, Caution

JUDGE = judge()
NHS, OTHER_NHS = ("nhs_number", "9990000018"), ("nhs_number", "9990000026")
UPN, OTHER_UPN = ("upn", "P999220000011"), ("upn", "D999220000012")
MOVED = {"postcode": "YY9 9YY"}
TWIN = {"forename": "Oliver"}

PAIRS = [
    # (what is different in the second record, how sure, what to beware of)
    ({}, Band.VERY_LIKELY, ()),
    ({"forename": "Tom"}, Band.VERY_LIKELY, ()),
    ({"forename": "Thomas James"}, Band.VERY_LIKELY, ()),
    ({"surname": "Whitchcombe"}, Band.VERY_LIKELY, ()),
    ({"surname": "Thomas", "forename": "Witchcombe"}, Band.VERY_LIKELY, ()),
    ({"birth_date": date(2015, 4, 3)}, Band.VERY_LIKELY, ()),
    ({"birth_date": date(2015, 3, 14)}, Band.VERY_LIKELY, ()),
    (MOVED, Band.VERY_LIKELY, ()),
    ({"surname": "Okafor"}, Band.VERY_LIKELY, ()),
    ({"sex": "", "postcode": ""}, Band.VERY_LIKELY, ()),
    ({**MOVED, "birth_date": date(2012, 11, 28)}, Band.POSSIBLE, ()),
    ({**MOVED, "surname": "Okafor", "forename": "Oliver"}, None, ()),
    ({"birth_date": date(2012, 11, 28), "forename": "Oliver"}, None, ()),  # a brother
    (TWIN, Band.POSSIBLE, (Caution.TWINS,)),
    ({**TWIN, "forename": "Olivia", "sex": "F"}, Band.POSSIBLE, (Caution.TWINS,)),
    ({"forename": "Thomasina"}, Band.LIKELY, (Caution.TWIN_NAMES,)),
    ({"forename": "Thomasina", "sex": "F"}, Band.POSSIBLE, (Caution.TWINS,)),
]


@pytest.mark.parametrize(("different", "band", "cautions"), PAIRS)
def test_a_pair(different, band, cautions):
    found = JUDGE.score(someone(), someone(**different))

    assert (found and found.band) == band
    assert (found.cautions if found else ()) == cautions


NUMBERED = [
    ([NHS], [NHS], MOVED, Band.CERTAIN, ()),
    ([NHS], [NHS], {"surname": "Okafor"}, Band.CERTAIN, ()),
    ([UPN, NHS], [OTHER_UPN, NHS], {}, Band.CERTAIN, ()),
    ([UPN], [OTHER_UPN, UPN], {"birth_date": date(2012, 11, 28)}, Band.CERTAIN, ()),
    ([NHS], [NHS], TWIN, Band.POSSIBLE, (Caution.TWINS,)),
    (
        [NHS],
        [NHS],
        {**TWIN, "surname": "Okafor", "birth_date": date(2012, 11, 28)},
        Band.POSSIBLE,
        (Caution.NUMBER_OF_ANOTHER,),
    ),
    ([UPN], [OTHER_UPN], {}, Band.VERY_LIKELY, ()),
    ([NHS], [OTHER_NHS], {}, Band.LIKELY, (Caution.TWO_NHS_NUMBERS,)),
    (
        [NHS],
        [OTHER_NHS],
        {"forename": "Thomasina"},
        Band.POSSIBLE,
        (Caution.TWINS, Caution.TWO_NHS_NUMBERS),
    ),
]


@pytest.mark.parametrize(("here", "there", "different", "band", "cautions"), NUMBERED)
def test_a_pair_with_numbers(here, there, different, band, cautions):
    found = JUDGE.score(someone(numbers=here), someone(numbers=there, **different))

    assert (found and found.band) == band
    assert (found.cautions if found else ()) == cautions


def test_a_pair_is_the_same_either_way_round():
    for different, *_ in PAIRS:
        one, other = someone(), someone(**different)
        here, there = JUDGE.score(one, other), JUDGE.score(other, one)
        assert (here and here.band) == (there and there.band)


def test_different_numbers_speak_against():
    plain = JUDGE.score(someone(), someone())
    told_apart = JUDGE.score(someone(numbers=[NHS]), someone(numbers=[OTHER_NHS]))

    assert told_apart.weight < plain.weight - 5
    assert any(e.field == "nhs_number" and e.weight < 0 for e in told_apart.evidence)


def test_a_rare_name_is_worth_more_than_a_common_one():
    common = judge([*area(), *(someone(surname="Commonname") for _ in range(500))])

    def worth(surname):
        found = common.score(*(someone(surname=surname, numbers=[NHS]) for _ in range(2)))
        return next(e.weight for e in found.evidence if e.field == "surname")

    assert worth("Quartermaine") > worth("Commonname") > 0


def test_evidence_says_how_many_strangers_agree_by_chance():
    found = JUDGE.score(someone(forename="Amber"), someone(forename="Amber"))

    assert next(e.one_in for e in found.evidence if e.field == "forename") == 20


def test_the_strongest_reason_comes_first():
    found = JUDGE.score(someone(), someone(**MOVED))

    weights = [abs(e.weight) for e in found.evidence]
    assert weights == sorted(weights, reverse=True)


def test_each_part_of_what_is_assumed_adds_up_to_all():
    assert {
        field: round(sum(levels.values()), 9) for field, levels in assumptions().shares.items()
    } == (dict.fromkeys(assumptions().shares, 1))


def test_the_same_people_always_give_the_same_rates():
    people = area()

    assert frequencies(people, assumptions(), spelt) == frequencies(people, assumptions(), spelt)


def test_two_records_alone_in_a_new_area_are_not_taken_for_the_rule():
    pair = someone(), someone(forename="Tom")

    assert judge(list(pair)).score(*pair).band is Band.VERY_LIKELY


def test_nobody_at_all_can_be_counted():
    assert judge([]).score(someone(), someone()).band is Band.VERY_LIKELY
