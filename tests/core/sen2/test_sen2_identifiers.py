"""Pupil and learner numbers: the check character catches every single slip."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sendpath.core.sen2.areas import english_areas, la_name, upn_areas
from sendpath.core.sen2.identifiers import (
    UPN_ALPHABET,
    is_temporary_upn,
    is_uln,
    is_upn,
    uln_check_digit,
    upn_check_letter,
)

bodies = st.from_regex(re.compile(rf"[0-9]{{11}}[0-9{UPN_ALPHABET}]"), fullmatch=True)
nine_digits = st.from_regex(re.compile(r"[1-9][0-9]{8}"), fullmatch=True)


@pytest.mark.parametrize("upn", ["N919220000011", "Q919220000022", "Y919220000100"])
def test_upns_of_the_reference_cases_are_right(upn):
    assert is_upn(upn)


@pytest.mark.parametrize(
    "text",
    ["", "n919220000011", "N91922000001", "N9192200000111", "N91922000001I", "N919220000012"],
)
def test_what_is_no_upn_is_refused(text):
    assert not is_upn(text)


@given(bodies, st.integers(0, 11), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_caught(body, place, digit):
    assume(body[place] != digit)
    wrong = body[:place] + digit + body[place + 1 :]

    assert is_upn(upn_check_letter(body) + body)
    assert (upn_check_letter(body) == upn_check_letter(wrong)) == _same_weight(body, place, digit)


def _same_weight(body, place, digit):
    """The last character may be a letter, and A counts 0 as the digit 0 does."""
    values = {**{str(n): n for n in range(10)}, **{c: n for n, c in enumerate(UPN_ALPHABET)}}
    return values[body[place]] == values[digit]


@given(bodies)
def test_a_upn_is_temporary_where_it_ends_in_a_letter(body):
    assert is_temporary_upn(upn_check_letter(body) + body) == body[-1].isalpha()


@pytest.mark.parametrize("body", ["", "91922000001", "9192200000111", "A19220000011"])
def test_a_body_that_is_none_has_no_check_letter(body):
    with pytest.raises(ValueError, match="11 digits"):
        upn_check_letter(body)


@given(nine_digits, st.integers(0, 9))
def test_exactly_the_check_digit_makes_a_learner_number(body, digit):
    assert is_uln(f"{body}{digit}") == (str(digit) == uln_check_digit(body))


@pytest.mark.parametrize("text", ["9999999999", "0000000000", "100000003", "10000000355", ""])
def test_what_is_no_learner_number_is_refused(text):
    assert not is_uln(text)


def test_nine_digits_are_needed_for_a_check_digit():
    with pytest.raises(ValueError, match="nine digits"):
        uln_check_digit("12345678")


def test_a_upn_outlives_its_authority_and_a_return_does_not():
    assert la_name("909") == "Cumbria"
    assert "909" in upn_areas("919")
    assert "909" not in english_areas("919")
    assert len(english_areas("919")) == 153


def test_the_demonstration_area_is_known_to_itself_alone():
    assert "999" in english_areas("999") & upn_areas("999")
    assert "999" not in english_areas("919") | upn_areas("919")
