"""Unique pupil numbers and unique learner numbers, and their check characters.

A UPN is a check letter, the three-digit number of the authority that issued it, the four
digits of the school, two of the year and a serial number of three characters. A temporary
UPN ends in a letter; it counts as its place in the alphabet below. Source: Department for
Education, Unique pupil numbers guide (V: the worked samples of the reference cases agree).

A ULN is nine digits and a check digit. Source: the Learning Records Service's published
modulus-11 check (S: two open source validators agree).
"""

from __future__ import annotations

import re

UPN_ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The 23 letters a UPN may use: I, O and S look too much like digits."""

PLACEHOLDER_ULN = "9999999999"
"""What is entered while a ULN is awaited. It is nobody, and fails the check."""

UPN_CHARACTER = f"[0-9{UPN_ALPHABET}]"
UPN_BODY = re.compile(f"[0-9]{{11}}{UPN_CHARACTER}")
"""What stands after the check letter."""

_VALUES = {**{str(n): n for n in range(10)}, **{c: n for n, c in enumerate(UPN_ALPHABET)}}


def upn_check_letter(body: str) -> str:
    """Return the letter that belongs before these last 12 characters of a UPN.

    Raises ValueError unless the body is 11 digits and a digit or letter of a UPN.
    """
    if not UPN_BODY.fullmatch(body):
        raise ValueError(
            f"A UPN after its check letter is 11 digits and a digit or a letter, not {body!r}."
        )
    total = sum(weight * _VALUES[c] for weight, c in enumerate(body, start=2))
    return UPN_ALPHABET[total % 23]


def is_upn(text: str) -> bool:
    """Say whether the text has the form of a UPN and the right check letter.

    Whether the authority in it exists is a separate question: see `areas`.
    """
    return bool(UPN_BODY.fullmatch(text, 1)) and text[0] == upn_check_letter(text[1:])


def is_temporary_upn(text: str) -> bool:
    """Say whether the text is a UPN given until the permanent one is known."""
    return is_upn(text) and text[-1].isalpha()


def uln_check_digit(body: str) -> str | None:
    """Return the tenth digit of the ULN with these first nine, or None if there is none.

    Where the weighted sum is a multiple of 11 no ULN is issued. Raises ValueError unless
    the body is nine digits.
    """
    if not re.fullmatch(r"[0-9]{9}", body):
        raise ValueError(f"A ULN before its check digit is nine digits, not {body!r}.")
    remainder = sum(weight * int(c) for weight, c in zip(range(10, 1, -1), body, strict=True)) % 11
    return str(10 - remainder) if remainder else None


def is_uln(text: str) -> bool:
    """Say whether the text is a ULN: ten digits, not starting with 0, check digit right."""
    return bool(re.fullmatch(r"[1-9][0-9]{9}", text)) and text[9] == uln_check_digit(text[:9])
