"""Two records of one person meet, each pair once, and strangers seldom."""

from datetime import date
from itertools import pairwise

import pytest

from core.people.made_up import area, someone
from sendpath.core.people import blocks
from sendpath.core.people.blocks import Pairs

NHS = ("nhs_number", "9990000018")
ELSEWHERE = {"postcode": "YY9 9YY"}

MEET = [
    {},
    {"surname": "Okafor", "forename": "Oliver"},  # the same birth date
    {"birth_date": date(2015, 4, 3), **ELSEWHERE},
    {"surname": "Thomas", "forename": "Witchcombe", "birth_date": date(2015, 4, 3), **ELSEWHERE},
    {"forename": "Tom", "birth_date": date(2015, 4, 3), **ELSEWHERE},
    {"surname": "Okafor", "birth_date": date(2012, 11, 28)},  # the same home and first letters
    {"surname": "Okafor", "forename": "Oliver", "birth_date": date(2012, 11, 28), **ELSEWHERE,
     "numbers": [NHS]},
]  # fmt: skip


@pytest.mark.parametrize("different", MEET)
def test_two_records_of_one_person_meet_once(different):
    one = someone(numbers=[NHS] if "numbers" in different else ())
    other = someone(**different)

    met = [{a.person_id, b.person_id} for a, b in Pairs([*area(), one, other])]

    assert met.count({one.person_id, other.person_id}) == 1


@pytest.mark.parametrize("different", MEET)
def test_somebody_being_added_meets_the_same_people(different):
    known = someone(numbers=[NHS] if "numbers" in different else ())
    new = someone(**different)

    met = [one.person_id for one in blocks.who_may_be(new, [*area(), known])]

    assert known.person_id in met
    assert len(met) < 60


def test_no_pair_is_given_out_twice():
    met = sorted(tuple(sorted((a.person_id, b.person_id))) for a, b in Pairs(area()))

    assert all(here != there for here, there in pairwise(met))


def test_strangers_seldom_meet():
    people = area()

    assert sum(1 for _ in Pairs(people)) < len(people) * 40


def test_a_group_too_large_is_passed_over_and_counted(monkeypatch):
    monkeypatch.setattr(blocks, "LARGEST", 2)
    born = [someone(surname=name, forename=name, postcode="") for name in ("Ash", "Birch", "Cedar")]
    namesake = someone(surname="Ash", forename="Ash", postcode="")

    pairs = Pairs([*born, namesake])
    met = [(a.person_id, b.person_id) for a, b in pairs]

    assert pairs.passed_over == 1
    assert met == [(born[0].person_id, namesake.person_id)]
