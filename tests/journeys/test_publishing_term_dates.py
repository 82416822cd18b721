"""An officer publishes a school's year: typed as it stands, counted, checked, then counted by."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from establishments.made_up import YEAR_2025
from sendpath.establishments.models import TeachingDays
from sendpath.establishments.selectors import calendars
from sendpath.establishments.services import Year

pytestmark = pytest.mark.django_db

URN = "990001"
TYPED = {
    "name": "Wychcombe School",
    "terms": "Tue 2 September to 24 October\r\n3 Nov 2025 - 19 Dec 2025\r\n"
    "05/01/2026 to 13/02/2026\r\n23 February to 27 March 2026\r\n13 April to 22 May\r\n"
    "1 June to 21 July",
    "inset_days": "1 September 2025\r\n3 November",
    "source": "school",
}


@pytest.fixture(autouse=True)
def signed_in(client, priya, today):
    today(date(2026, 1, 19))
    client.force_login(priya)


@pytest.fixture
def send(client):
    def post(step="check", school_year=2025, **changes):
        url = reverse("establishments:year", args=[URN, school_year])
        return client.post(url, {**TYPED, "step": step, **changes}, follow=True).text

    return post


def words_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def seen(page):
    return re.search(r'name="seen" value="(\d*)"', page).group(1)


def test_a_year_is_asked_for_by_urn_and_led_to(client):
    add = client.get(reverse("establishments:add")).text
    assert re.findall(r'value="(20\d\d)"( checked)?', add) == [
        ("2023", ""), ("2024", ""), ("2025", " checked"), ("2026", ""),
    ]  # fmt: skip

    said = {"urn": URN, "school_year": "2025"}
    page = client.post(reverse("establishments:add"), said, follow=True)

    assert page.redirect_chain == [(reverse("establishments:year", args=[URN, 2025]), 302)]
    assert "like “2 September 2025 to 24 October 2025”" in page.text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Enter the URN of the school or college"),
        ({"urn": URN}, "Choose a school year"),
        ({"urn": "99000"}, "A URN is 6 numbers, like 123456"),
        ({"urn": URN, "school_year": "2027"}, "Select a valid choice"),
    ],
)
def test_what_is_missing_is_asked_for(client, said, words):
    page = client.post(reverse("establishments:add"), said).text

    assert "There is a problem" in page
    assert words in page


def test_a_year_is_counted_month_by_month_before_it_is_published(send):
    check = words_of(send())

    assert "Tuesday 2 September 2025 to Friday 24 October 2025" in check
    assert "1 September 2025: in no term, so no school day is lost by it." in check
    assert (
        "September 2025 21 October 2025 18 November 2025 19 December 2025 15 January 2026 20 "
        "February 2026 15 March 2026 20 April 2026 14 May 2026 15 June 2026 22 July 2026 15 "
        "Whole year 194"
    ) in check
    assert "Most schools teach" not in check
    assert not TeachingDays.objects.exists()


def test_what_was_checked_is_published_and_shown(client, send):
    page = send("save", seen=seen(send()))

    words = words_of(page)
    assert "Published: Wychcombe School, 2025 to 2026" in words
    assert "2025 to 2026: 194 school days" in words
    assert "By Priya Tester on 19 January 2026" in words
    assert "Add 2026 to 2027" in words
    first, *_ = calendars().schools[URN]
    assert first == YEAR_2025.terms[0]
    assert calendars().inset_days[URN] == {date(2025, 9, 1), date(2025, 11, 3)}


def test_a_held_year_is_given_back_to_be_changed_as_it_would_be_written(client, publish):
    publish(URN, year=replace(YEAR_2025, inset_days=[date(2025, 10, 6)]))

    page = client.get(reverse("establishments:year", args=[URN, 2025])).text

    assert "2 September 2025 to 24 October 2025\n3 November 2025 to 19 December 2025" in page
    assert ">\n6 October 2025</textarea>" in page
    assert 'value="Wychcombe School"' in page


def test_a_year_that_somebody_else_published_meanwhile_is_shown_first(send, publish):
    known = seen(send())
    publish(URN, year=Year(terms=YEAR_2025.terms[:2]))

    check = send("save", seen=known)

    assert "Somebody published this year after you looked." in check
    assert "These would replace the dates of 2025 to 2026 that Priya Tester published" in check
    assert calendars().schools[URN] == YEAR_2025.terms[:2]
    send("save", seen=seen(check))
    assert len(calendars().schools[URN]) == 6


def test_a_year_of_few_days_is_asked_about_and_may_be_published(send):
    check = send(terms="2 September to 24 October 2025", inset_days="")

    assert "These dates come to 39. Check that no term is missing" in check
    assert "Published" in send("save", terms="2 September to 24 October 2025", seen=seen(check))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter the name of the school or college"),
        ({"terms": ""}, "Enter the first and last day of each term"),
        ({"source": ""}, "Choose where these dates come from"),
        ({"source": "made_up"}, "Select a valid choice"),
        (
            {"terms": "2 September to 24 October\r\n3/4/2026 to 1 May 2026"},
            "Line 2: “3/4/2026” could be 3 April 2026 or 4 March 2026. Write the month as a word",
        ),
        ({"inset_days": "soon"}, "Line 1: “soon” must be one day, like “1 September 2025”"),
        ({"inset_days": "6 September 2025"}, "6 September 2025 is a Saturday"),
        ({"terms": "2 September to 31 October\r\n20 October to 19 December"}, "overlap"),
        ({"terms": "x" * 2001}, "at most 2000 characters"),
    ],
)
@pytest.mark.parametrize("step", ["check", "save"])
def test_what_cannot_be_read_or_cannot_be_is_said_beside_its_box(send, changes, words, step):
    page = send(step, seen="", **changes)

    assert "There is a problem" in page
    assert words in page
    assert "<title>Error: Term dates 2025 to 2026" in page
    assert not TeachingDays.objects.exists()


def test_changing_the_answers_keeps_what_was_typed(send):
    page = send("change")

    assert "Tue 2 September to 24 October" in page
    assert "There is a problem" not in page


def test_the_list_says_how_far_each_school_reaches(client, publish):
    publish("990001", name="Ashdown School")
    publish(
        "990002", year=Year(terms=((date(2025, 9, 2), date(2026, 1, 16)),)), name="Birch School"
    )
    publish(
        "990003", 2026, Year(terms=((date(2026, 9, 2), date(2026, 10, 23)),)), name="Elm School"
    )

    words = words_of(client.get(reverse("establishments:calendars")).text)

    assert (
        "Birch School URN: 990002 Ended 16 January 2026: add the next year of Birch School "
        "Ashdown School URN: 990001 To 21 July 2026 Elm School URN: 990003 To 23 October 2026"
    ) in words


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 1, 20), "To 21 July 2026"),
        (date(2026, 1, 21), "Ends soon 21 July 2026: add the next year"),
        (date(2026, 7, 21), "Ends soon 21 July 2026: add the next year"),
        (date(2026, 7, 22), "Ended 21 July 2026: add the next year"),
    ],
)
def test_half_a_year_before_a_calendar_ends_the_next_year_is_asked_for(
    client, publish, today, day, says
):
    publish(URN)
    today(day)

    assert says in words_of(client.get(reverse("establishments:calendars")).text)


def test_a_year_whose_bank_holidays_are_not_known_is_not_offered(client, publish, today):
    publish(URN, 2026, Year(terms=((date(2026, 9, 2), date(2026, 10, 23)),)))
    today(date(2026, 10, 24))

    words = words_of(client.get(reverse("establishments:calendars")).text)

    assert "Ended 23 October 2026" in words
    assert "add the next year" not in words
    assert client.get(reverse("establishments:year", args=[URN, 2027])).status_code == 404


@pytest.mark.parametrize(("words", "names"), [("ash", 1), ("9900", 2), ("990002", 1), ("zz", 0)])
def test_a_school_is_found_by_a_part_of_its_name_or_its_urn(client, publish, words, names):
    publish("990001", name="Ashdown School")
    publish("990002", name="Birch School")

    page = client.get(reverse("establishments:calendars"), {"words": words}).text

    assert page.count("School</a>") == names
    assert ("No school whose term dates are held matches that." in page) is (names == 0)


def test_a_school_of_which_nothing_is_held_is_not_found(client):
    assert client.get(reverse("establishments:school", args=[URN])).status_code == 404


def test_before_any_school_is_held_the_list_says_what_that_means(client):
    page = client.get(reverse("establishments:calendars")).text

    assert "No school’s term dates are held yet." in page
