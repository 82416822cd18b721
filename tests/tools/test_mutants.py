"""How many faults made in the law have to be caught."""

import pytest

from tools.mutants import verdict


@pytest.mark.parametrize(
    ("killed", "total", "line", "enough"),
    [
        (900, 1000, "mutants: 900 of 1000 killed (90.0 %)", True),
        (8999, 10000, "mutants: 8999 of 10000 killed (89.9 %)", False),
        (1277, 1277, "mutants: 1277 of 1277 killed (100.0 %)", True),
        (0, 0, "mutants: 0 of 0 killed (0.0 %)", False),
    ],
)
def test_nine_in_ten_must_be_killed_and_none_are_rounded_up(killed, total, line, enough):
    assert verdict({"killed": killed, "timeout": 1, "total": total}) == (line, enough)
