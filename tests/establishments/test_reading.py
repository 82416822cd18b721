"""Term dates are read as people write them, and what could mean two days is asked, not guessed."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendpath.establishments.reading import Unreadable, read_days, read_terms

AUTUMN = (date(2025, 9, 2), date(2025, 10, 24))


@pytest.mark.parametrize(
    "line",
    [
        "2 September 2025 to 24 October 2025",
        "2nd September 2025 - 24th October 2025",
        "Tuesday 2 September 2025 to Friday 24 October 2025",
        "Tues 2 Sept 2025 – Fri 24 Oct 2025",
        "Autumn term 1: Tue, 2 Sep to Fri, 24 Oct",
        "Term 1 2 September 2025 until 24 October 2025",
        "September 2, 2025 to October 24, 2025",
        "from the 2nd of September to the 24th of October",
        "02/09/2025 to 24/10/2025",
        "2.9.25 - 24.10.25",
        "2-9-2025 to 24-10-2025",
        "2-Sep-25 to 24-Oct-25",
        "2025-09-02 to 2025-10-24",
        "2 SEPTEMBER TO 24 OCTOBER 2025 (38 days)",
        "• 2 September - 24 October 2025",
    ],
)
def test_a_term_may_be_written_in_many_ways(line):
    assert read_terms(line, 2025) == (AUTUMN,)


def test_terms_come_one_a_line_in_any_order_with_empty_lines_between():
    text = "5 January 2026 to 13 February 2026\r\n\r\n 2 September 2025 to 24 October 2025 \n"

    assert read_terms(text, 2025) == (AUTUMN, (date(2026, 1, 5), date(2026, 2, 13)))


@pytest.mark.parametrize("line", ["1 September", "INSET: Mon 1 Sep 2025", "1/9/2025 (staff only)"])
def test_an_inset_day_may_be_written_in_many_ways(line):
    assert read_days(line, 2025) == {date(2025, 9, 1)}


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        (
            "3/4/2026 to 1 May 2026",
            "“3/4/2026” could be 3 April 2026 or 4 March 2026. Write the month as a word",
        ),
        (  # as written in England it lies in another year; as in America, in this one
            "9/2/2025 to 10/10/2025",
            "“9/2/2025” could be 9 February 2025 or 2 September 2025. Write the month as a word",
        ),
        (
            "28 August to 24 October",
            "“28 August” could be 28 August 2025 or 28 August 2026. Write the year",
        ),
        ("31 September 2025 to 24 October 2025", "“31 September 2025” must be a real date"),
        ("29 February to 3 March 2026", "“29 February” must be a real date"),
        ("Monday 2 September 2025 to 24 October", "2 September 2025 is a Tuesday, not a Monday"),
        (
            "2 September 2025",
            "“2 September 2025” must be two days, like “2 September 2025 to 24 October 2025”",
        ),
        (
            "2nd to 24th October 2025",
            "“2nd to 24th October 2025” must be two days, like “2 September 2025 to 24 October "
            "2025”",
        ),
        (
            "2 September 24 October",
            "“2 September 24 October” must be two days, like “2 September 2025 to 24 October 2025”",
        ),
        (
            "2 September to 24 October 2025 38 days",
            "“2 September to 24 October 2025 38 days” has more in it than days. Write the days "
            "only",
        ),
    ],
)
def test_what_is_not_two_days_is_given_back_with_its_line(line, asks):
    with pytest.raises(Unreadable) as fault:
        read_terms(f"2 September 2025 to 24 October 2025\n\n{line}", 2025)

    assert fault.value.faults == [f"Line 3: {asks}"]


def test_a_day_that_can_only_come_first_tells_how_the_others_are_written():
    text = "05/01/2026 to 13/02/2026\n4/3/2026 to 3/4/2026"

    assert read_terms(text, 2025) == (
        (date(2026, 1, 5), date(2026, 2, 13)),
        (date(2026, 3, 4), date(2026, 4, 3)),
    )


def test_days_written_as_in_america_are_asked_about_every_one():
    with pytest.raises(Unreadable) as fault:
        read_terms("01/05/2026 to 02/13/2026\n03/04/2026 to 30/04/2026", 2025)

    assert fault.value.faults == [
        "Line 1: “01/05/2026” could be 1 May 2026 or 5 January 2026. Write the month as a word",
        "Line 2: “03/04/2026” could be 3 April 2026 or 4 March 2026. Write the month as a word",
    ]


def test_every_line_that_cannot_be_read_is_told():
    with pytest.raises(Unreadable) as fault:
        read_days("1 September 2025\nsoon\n2 and 3 January 2026\n1/9/2025, 2/9/2025", 2025)

    assert [words.partition(":")[0] for words in fault.value.faults] == [
        "Line 2",
        "Line 3",
        "Line 4",
    ]


def test_a_day_of_another_year_is_read_as_it_stands():
    assert read_days("3/4/2031", 2025) == {date(2031, 4, 3)}


def test_a_leap_day_is_found_in_its_year():
    assert read_days("29 February", 2027) == {date(2028, 2, 29)}


FORMS = ("%d %B %Y", "%A %d %b %Y", "%B %d, %Y", "%Y-%m-%d", "%d-%b-%y", "%a %d %B")
days = st.dates(date(2025, 9, 1), date(2026, 7, 31))


@given(days, st.integers(0, 90), st.sampled_from(FORMS), st.sampled_from([" to ", " - ", " – "]))
def test_whatever_is_written_is_read_back(first, length, form, between):
    last = min(first + timedelta(length), date(2026, 7, 31))

    line = f"{first:{form}}{between}{last:{form}}"

    assert read_terms(line, 2025) == ((first, last),)


@given(st.text(max_size=60), st.sampled_from([read_terms, read_days]))
def test_no_text_at_all_breaks_the_reader(text, read):
    with suppress(Unreadable):
        read(text, 2025)
