"""Somebody rings: the officer finds the child although the name was heard wrongly."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(client, today):
    today(date(2026, 1, 19))

    def for_(user, **query):
        client.force_login(user)
        return client.get(reverse("casework:find"), query).text

    return for_


def test_the_officer_finds_the_child_and_where_the_case_is(look, priya, make_case):
    case = make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Fitzgerald", forename="Zoë"
    )

    page = look(priya, words="zoe fitzgerlad")

    assert "1 person found" in page
    assert "Zoë Fitzgerald" in page
    assert "Born 14 March 2015" in page
    assert ": Deciding whether to assess. Priya Tester, North team" in page
    assert reverse("casework:case", args=[case.pk]) in page


def test_another_teams_child_is_not_there_to_be_found(look, priya, tom, helen, make_case):
    make_case(surname="Fitzgerald", officer=tom)

    assert "Nobody whose case you may see matches that." in look(priya, words="fitzgerald")
    assert "1 person found" in look(helen, words="fitzgerald")


def test_only_the_cases_one_may_see_are_shown_of_a_child_with_several(
    look, priya, tom, helen, make_case
):
    own = make_case(surname="Fitzgerald")
    other = make_case(surname="Elsewhere", officer=tom)
    type(other).objects.filter(pk=other.pk).update(person=own.person)

    assert other.reference not in look(priya, words="fitzgerald")
    assert other.reference in look(helen, words="fitzgerald")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"words": " "}, "Enter a name or number, or a date of birth"),
        ({"words": "z"}, "Enter at least 2 letters of the name"),
        (
            {"born_on_day": "31", "born_on_month": "2", "born_on_year": "2015"},
            "The date of birth must be a real date",
        ),
        ({"words": "x" * 101}, "Ensure this value has at most 100 characters"),
    ],
)
def test_what_cannot_be_looked_for_is_said(look, priya, query, words):
    page = look(priya, **query)

    assert "There is a problem" in page
    assert words in page


def test_the_page_begins_empty(look, priya):
    page = look(priya)

    assert "There is a problem" not in page
    assert "Nobody" not in page
