"""What is out of the ordinary in a day's looks, and what is not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sendpath.audit.selectors import Look
from sendpath.oversight.rules import NUMBERS, RULES
from sendpath.oversight.unusual import Child, Day, Looker, hits

PRIYA, TOM = 1, 2
DAY = date(2026, 1, 19)
NORTH = 10
AMBER = Child(surname="bell", postcode="ZZ11ZZ", officers=frozenset({PRIYA}))
NUMBERS_AS_THEY_COME = {key: number.default for key, number in NUMBERS.items()}


def look(user=PRIYA, child=5, hour=10, minute=0, purpose="casework"):
    at = datetime(2026, 1, 19, hour, minute, tzinfo=UTC)
    return Look(at, user, "x", "", "", purpose, "casework:case", child)


def found(*looks, children=None, lookers=None, office_day=True, usual=(), lately=None, **numbers):
    day = Day(
        day=DAY,
        office_day=office_day,
        looks=looks,
        children=children or {5: AMBER},
        lookers=lookers or {},
        numbers={**NUMBERS_AS_THEY_COME, **numbers},
        usual=lambda user: usual,
        lately=lately or {},
    )
    return [(hit.rule, hit.user, hit.child, dict(hit.facts)) for hit in hits(day)]


def test_an_officers_look_at_their_own_case_is_ordinary():
    assert found(look(), look(hour=11)) == []


@pytest.mark.parametrize(
    ("looker", "rule"),
    [
        (Looker(surnames=frozenset({"bell"})), "same_surname"),
        (Looker(postcodes=frozenset({"ZZ11ZZ"})), "same_address"),
        (Looker(surnames=frozenset({"bellamy"}), postcodes=frozenset({"ZZ11ZY"})), None),
    ],
)
def test_a_family_they_know(looker, rule):
    expected = [(rule, PRIYA, 5, {"times": 2})] if rule else []

    assert found(look(), look(), lookers={PRIYA: looker}) == expected


@pytest.mark.parametrize(
    ("looker", "purpose", "unusual"),
    [
        (Looker(), "casework", True),
        (Looker(teams=frozenset({NORTH})), "casework", False),
        (Looker(teams=frozenset({11})), "casework", True),
        (Looker(sees_otherwise=True), "casework", False),
        (Looker(), "return", False),
        (Looker(), "oversight", False),
    ],
)
def test_a_child_whom_neither_they_nor_their_team_hold(looker, purpose, unusual):
    child = replace(AMBER, teams=frozenset({NORTH}))
    rules = found(look(TOM, purpose=purpose), children={5: child}, lookers={TOM: looker})

    assert rules == ([("not_theirs", TOM, 5, {"times": 1})] if unusual else [])


def test_somebody_in_no_team_does_not_hold_what_no_team_holds():
    assert found(look(TOM), lookers={TOM: Looker()})[0][0] == "not_theirs"


def test_an_emergency_is_always_followed_up():
    assert found(look(TOM, purpose="break_glass"), lookers={TOM: Looker()}) == [
        ("break_glass", TOM, 5, {"times": 1})
    ]


def test_a_case_that_is_over():
    assert found(look(), children={5: replace(AMBER, over=True)}) == [
        ("case_over", PRIYA, 5, {"times": 1})
    ]


def children(number):
    return {n: AMBER for n in range(number)} | {5: AMBER}


@pytest.mark.parametrize(
    ("opened", "usual", "unusual"),
    [
        (29, (), False),  # fewer than are many
        (30, (), True),
        (30, (10, 10, 10), False),  # three times the usual, and no more
        (31, (10, 10, 10), True),
        (31, (1, 10, 90), True),  # the middle one is the usual
        (31, (11, 11, 40), False),
    ],
)
def test_many_children_in_an_hour(opened, usual, unusual):
    rules = found(*(look(child=n + 100) for n in range(opened)), usual=usual)

    facts = {"children": opened, "usual": sorted(usual)[1] if usual else 0}
    assert rules == ([("many_an_hour", PRIYA, None, facts)] if unusual else [])


def test_the_same_child_many_times_is_one_child():
    assert found(*(look() for _ in range(50))) == []


def test_hours_are_those_of_the_clock():
    early = [look(child=n + 100, hour=10) for n in range(20)]
    late = [look(child=n + 200, hour=11) for n in range(20)]

    assert found(*early, *late) == []


@pytest.mark.parametrize(
    ("hour", "office_day", "unusual"),
    [(6, True, True), (7, True, False), (19, True, False), (20, True, True), (12, False, True)],
)
def test_outside_working_hours(hour, office_day, unusual):
    rules = found(look(hour=hour, minute=30), look(hour=hour, minute=40), office_day=office_day)

    facts = {"children": 1, "first": f"{hour:02}:30"}
    assert rules == ([("out_of_hours", PRIYA, None, facts)] if unusual else [])


@pytest.mark.parametrize(("people", "unusual"), [(9, False), (10, True)])
def test_a_record_that_many_people_open(people, unusual):
    rules = found(look(), lately={5: frozenset(range(people))})

    assert rules == ([("many_people", None, 5, {"people": people, "days": 7})] if unusual else [])


def test_an_area_sets_its_own_numbers():
    assert found(look(hour=7), opens=8) != []
    assert found(look(), lately={5: frozenset({1, 2})}, many_people=2) != []


def test_every_rule_is_one_that_the_page_explains():
    looks = [look(TOM, hour=22, purpose="break_glass"), look(TOM, hour=22)]
    looker = Looker(surnames=frozenset({"bell"}), postcodes=frozenset({"ZZ11ZZ"}))
    rules = {
        rule
        for rule, *_ in found(
            *looks, *(look(TOM, child=n + 100, hour=22) for n in range(40)),
            children={5: replace(AMBER, over=True)}, lookers={TOM: looker},
            lately={5: frozenset(range(20))},
        )
    }  # fmt: skip
    assert rules == set(RULES)
