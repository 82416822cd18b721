"""Term dates as people paste them, and what is said of a line that cannot be read."""

from datetime import date

import pytest

from sendpath.core.term_dates import MOST_LINES, BadTerms, read_terms

AUTUMN = (date(2025, 9, 2), date(2025, 10, 24))


@pytest.mark.parametrize(
    "line",
    [
        "2 September 2025 to 24 October 2025",
        "Autumn 1: Tuesday 2nd September 2025 – Friday 24th October 2025",
        "2/9/2025 - 24/10/2025",
        "02.09.2025 until 24.10.2025",
        "2025-09-02,2025-10-24",
        "2 Sept 2025\t24 Oct. 2025",
    ],
)
def test_a_term_is_read_however_its_dates_are_written(line):
    assert read_terms(line) == (AUTUMN,)


def test_terms_come_in_order_and_empty_lines_are_passed_over():
    text = "3/11/2025 - 19/12/2025\n\n  \n2/9/2025 - 24/10/2025\n"

    assert read_terms(text) == (AUTUMN, (date(2025, 11, 3), date(2025, 12, 19)))


def test_a_day_on_its_own_and_a_leap_day_are_terms():
    day = date(2028, 2, 29)

    assert read_terms("29/2/2028 - 29/2/2028") == ((day, day),)


def test_an_empty_text_holds_no_terms():
    assert read_terms(" \n") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2/9/2025 - 24/10/2025\nhalf term", "Line 2 must have two dates"),
        ("2/9/2025", "Line 1 must have two dates"),
        ("2/9/2025 3/9/2025 4/9/2025", "Line 1 must have two dates"),
        ("\n29/2/2026 - 1/3/2026", "Line 2: 29/2/2026 is not a real date. Write it like"),
        ("31 Smarch 2025 to 1 May 2026", "Line 1: 31 Smarch 2025 is not a real date."),
        ("24/10/2025 - 2/9/2025", "On line 1 the last day comes before the first."),
        ("1/9/2025 - 3/9/2025\n3/9/2025 - 9/9/2025", "one begins on Wednesday 3 September 2025"),
        ("1/9/2025 - 3/9/2025\n" * (MOST_LINES + 1), "Give 60 lines"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text, message):
    with pytest.raises(BadTerms, match=message.replace(".", r"\.")):
        read_terms(text)
