"""Pupil, learner and NHS numbers with right check digits.

A UPN of Hartwell holds 999, which no authority has, in place of an authority's number. An
NHS number from 999 000 0000 to 999 999 9999 is kept for tests and never issued (S: the
`nhs-number` library names the range synthetic). No range of ULNs is known to be kept for
tests (K), so a ULN here may be some learner's: never match Hartwell with real records.
"""

from __future__ import annotations

from sendpath.core.sen2.identifiers import uln_check_digit, upn_check_letter

AREA = "999"

_STRIDE = 61
"""Has no factor in common with 100,000, so neighbours in the file get distant numbers."""


def upn(place: int, year: int) -> str:
    """Return the UPN of the person at that place, first registered in that year."""
    body = f"{AREA}{place // 1000:04d}{year % 100:02d}{place % 1000:03d}"
    return upn_check_letter(body) + body


def uln(place: int) -> str:
    """Return a ULN for the person at that place, below 100,000."""
    for last in range(10):
        body = f"100{place * _STRIDE % 100_000:05d}{last}"
        digit = uln_check_digit(body)
        if digit:
            return body + digit
    raise ValueError(f"No ULN can be made for the person at place {place}.")


def nhs_number(place: int) -> str:
    """Return an NHS number of the test range for the person at that place, below 100,000."""
    for last in range(10):
        body = f"999{place * _STRIDE % 100_000:05d}{last}"
        digit = nhs_check_digit(body)
        if digit:
            return body + digit
    raise ValueError(f"No NHS number can be made for the person at place {place}.")


def nhs_check_digit(body: str) -> str | None:
    """Return the tenth digit of the NHS number with these first nine, or None if there is none.

    Weights 10 down to 2, modulus 11; 11 counts as 0, and a remainder that asks for 10 is
    never issued. Source: NHS Data Model and Dictionary, NHS NUMBER (K).
    """
    total = sum(weight * int(c) for weight, c in zip(range(10, 1, -1), body, strict=True))
    digit = (11 - total % 11) % 11
    return None if digit == 10 else str(digit)
