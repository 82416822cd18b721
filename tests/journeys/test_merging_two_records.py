"""A manager looks at two records of one child, merges them, thinks again, and undoes it."""

from datetime import date

import pytest
from django.urls import reverse

from people.pairs import a_pair
from sendpath.core.casefile.events import Kind
from sendpath.people.models import Merge, PossibleMatch

pytestmark = pytest.mark.django_db


@pytest.fixture
def amber(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Witchcombe").person


@pytest.fixture
def again(make_case):
    return make_case(surname="Whitchcombe", upn="").person


@pytest.fixture
def match(amber, again):
    return a_pair(amber, again)


@pytest.fixture
def manager(client, marcus):
    client.force_login(marcus)
    return client


def case_of(person):
    return person.cases.get().reference


def say(client, name, pk, **said):
    return client.post(reverse(f"people:{name}", args=[pk]), said, follow=True)


def test_the_list_shows_who_may_be_one_person_and_why(manager, match):
    page = manager.get(reverse("people:matches")).text

    assert "Amber Witchcombe and Amber Whitchcombe" in page
    assert "Very likely" in page
    assert "date of birth" in page
    assert "2 people, 1 pair compared" in page


def test_two_records_side_by_side(manager, match, amber, again):
    page = manager.get(reverse("people:match", args=[match.pk])).text

    assert "Spelt almost alike" in page
    assert "Strongly for one person" in page
    held = "held by Priya Tester, North team"
    assert f"{case_of(amber)}, {held}: 1 entry, the latest of 24 November 2025" in page
    assert f"{case_of(again)}, {held}: 0 entries" in page


def test_nothing_is_merged_before_the_manager_has_seen_what_would_happen(
    manager, match, amber, again
):
    page = say(manager, "join", match.pk, kept=amber.pk, reason="The school said so", step="check")

    assert "Check before you merge" in page.text
    moves = f"{case_of(again)}, held by Priya Tester, North team: 0 entries moves to"
    assert moves in page.text
    assert not Merge.objects.exists()


def test_merging_and_undoing(manager, match, amber, again):
    page = say(manager, "join", match.pk, kept=amber.pk, reason="The school said so", step="save")
    merge = Merge.objects.get()
    assert page.redirect_chain == [(reverse("people:merge", args=[merge.pk]), 302)]
    assert "Merged." in page.text
    assert "The school said so" in page.text
    assert amber.cases.count() == 2
    assert "1</strong> merged" in manager.get(reverse("people:matches")).text

    page = say(manager, "undo", merge.pk, reason="They are cousins")

    assert "there are two records again" in page.text
    assert again.cases.count() == 1
    assert PossibleMatch.objects.get().state == "different"


def test_choosing_nothing_is_said(manager, match, amber):
    page = say(manager, "join", match.pk).text
    assert "Choose which record is kept" in page
    assert "Enter how you know that this is one person" in page
    assert "Choose what these two records are" in say(manager, "decide", match.pk).text
    unsure = say(manager, "decide", match.pk, verdict="unsure").text
    assert "Enter what has to be found out" in unsure
    assert "Choose who finds out" in unsure


def test_different_people_leave_the_list(manager, match):
    say(manager, "decide", match.pk, verdict="different", note="Cousins")

    assert "Amber Whitchcombe" not in manager.get(reverse("people:matches")).text
    kept = manager.get(reverse("people:matches") + "?state=different").text
    assert "Amber Whitchcombe" in kept
    assert "Cousins" in manager.get(reverse("people:match", args=[match.pk])).text


def test_somebody_is_asked_to_find_out(manager, match, priya):
    say(manager, "decide", match.pk, verdict="unsure", note="Ask the school", owner=priya.pk)

    page = manager.get(reverse("people:matches") + "?state=unsure").text
    assert "Priya Tester finds out." in page
    mine = manager.get(reverse("people:matches") + "?state=unsure&owner=me").text
    assert "Priya Tester finds out." not in mine


def test_the_list_can_be_narrowed(manager, match):
    url = reverse("people:matches")
    assert "Amber Whitchcombe" in manager.get(f"{url}?band=very_likely").text
    assert "Amber Whitchcombe" not in manager.get(f"{url}?band=certain").text
    assert "Amber Whitchcombe" in manager.get(f"{url}?band=nonsense&state=nonsense&page=x").text


def test_a_manager_does_not_see_a_pair_of_which_one_is_another_teams(
    client, marcus, helen, tom, amber, make_case
):
    elsewhere = make_case(surname="Whitchcombe", upn="", officer=tom).person
    match = a_pair(amber, elsewhere)

    client.force_login(marcus)
    assert "Whitchcombe" not in client.get(reverse("people:matches")).text
    for name in ("match", "decide", "join"):
        assert client.get(reverse(f"people:{name}", args=[match.pk])).status_code == 404
    client.force_login(helen)
    assert "Whitchcombe" in client.get(reverse("people:matches")).text


def test_a_pair_merged_meanwhile_by_somebody_else_is_not_merged_twice(manager, match, amber, again):
    said = {"kept": again.pk, "reason": "The school said so", "step": "save"}
    say(manager, "join", match.pk, **said)

    assert say(manager, "join", match.pk, **said).status_code == 404
    assert Merge.objects.count() == 1
