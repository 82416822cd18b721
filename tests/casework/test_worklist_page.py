"""What is kept of a worklist's page is told by what it shows: never stale, never another's."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from sendpath.accounts.models import Team, User
from sendpath.core.casefile.events import Kind
from sendpath.people.models import Person

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)
HOSTILE = "<b>&\"'"
N = "&lt;b&gt;&amp;&quot;&#x27;"  # the same, as a page must write it


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def due_soon(make_case):
    """Make a case whose decision whether to assess is due in two days."""

    def make(**who):
        received = TODAY - timedelta(days=40)
        return make_case((Kind.REQUEST_RECEIVED, received, {"by": "parent"}), **who)

    return make


@pytest.fixture
def page(client):
    """Return the worklist as this person sees it now."""

    def show(user, query=""):
        client.force_login(user)
        return client.get(reverse("casework:worklist") + query).text

    return show


def found(shown, *words):
    """Return those of these words that a page holds."""
    return [word for word in words if word in shown]


def test_nothing_that_anyone_typed_becomes_markup(page, due_soon, helen, priya, north):
    due_soon(forename=HOSTILE, surname=HOSTILE)
    User.objects.filter(pk=priya.pk).update(first_name=HOSTILE, last_name="")
    Team.objects.filter(pk=north.pk).update(name=HOSTILE)
    child, officer, team = f">{N} {N}</a>", f"Officer: </span>{N}<", f">{N} team</span>"
    mistaken = f"Select a valid choice. {N} is not one of"

    shown = page(helen, "?when=%3Cb%3E%26%22%27")

    assert found(shown, HOSTILE, "<b>") == []
    assert found(shown, child, officer, team, mistaken) == [child, officer, team, mistaken]
    assert shown.count(f">{N}</option>") == 2  # the officer and the team, among the filters


def test_a_name_that_changes_is_new_on_the_next_page(page, due_soon, helen, priya, north):
    case = due_soon(surname="Oldchild")
    old = "Oldchild", "Priya Tester</option>", ">North</option>", "North team"
    new = "Newchild", "Priya Newname</option>", ">Newteam</option>", "Newteam team"
    assert found(page(helen), *old, *new) == [*old]

    Person.objects.filter(cases=case).update(surname="Newchild")
    User.objects.filter(pk=priya.pk).update(last_name="Newname")
    Team.objects.filter(pk=north.pk).update(name="Newteam")

    assert found(page(helen), *old, *new) == [*new]


def test_a_day_later_each_row_has_a_day_less(page, due_soon, helen, today):
    due_soon()
    assert "2 days left" in page(helen)

    today(TODAY + timedelta(days=1))

    assert "1 day left" in page(helen)


def test_the_filters_offer_a_person_only_what_is_theirs_to_choose(page, helen, marcus, priya, tom):
    choices = "Priya Tester</option>", "Tom Tester</option>", "Every team</option>"

    assert found(page(helen), *choices) == [*choices]
    assert found(page(marcus), *choices) == ["Priya Tester</option>"]
    assert found(page(priya), *choices) == []  # herself is “Me”


def test_who_sees_their_own_cases_alone_is_not_told_whose_they_are(page, due_soon, priya, marcus):
    due_soon()

    assert "Officer: " not in page(priya)
    assert "Officer: " in page(marcus)


def test_the_filters_show_what_was_asked_for(page, helen, tom, south):
    asked = page(helen, f"?officer={tom.pk}&team={south.pk}&when=week&duty=issue_final_plan")

    chosen = [str(tom.pk), str(south.pk), "issue_final_plan", "week"]
    assert re.findall(r'<option value="([^"]*)" selected>', asked) == chosen
