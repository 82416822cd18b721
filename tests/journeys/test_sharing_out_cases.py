"""A manager says who holds a case, and it leaves one worklist for another."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case, today, north):
    today(date(2026, 1, 19))
    return make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 11, 24)), officer=None, team=north, surname="Newchild"
    )


@pytest.fixture
def give(client, case):
    def to(user, holder):
        client.force_login(user)
        url = reverse("casework:allocate", args=[case.pk])
        return client.post(url, {"holder": holder}, follow=True)

    return to


def test_a_manager_gives_a_case_to_an_officer(client, give, marcus, priya, north, case):
    page = give(marcus, f"officer-{priya.pk}-{north.pk}").text

    assert f"{case.reference} is now held by Priya Tester, North team." in page
    client.force_login(priya)
    assert "Newchild" in client.get(reverse("casework:worklist")).text


def test_a_case_given_to_another_team_leaves_the_managers_sight(give, marcus, south, tom, case):
    page = give(marcus, f"team-{south.pk}")

    assert page.redirect_chain == [(reverse("casework:worklist"), 302)]
    assert "is now held by the South team, with no officer yet." in page.text
    case.refresh_from_db()
    assert (case.team, case.officer) == (south, None)


def test_a_case_can_be_held_by_nobody(give, helen, case):
    assert f"{case.reference} is now held by nobody." in give(helen, "nobody").text


@pytest.mark.parametrize("holder", ["", "officer-0", "team-x", "me"])
def test_choosing_nobody_known_is_said(give, marcus, case, holder):
    assert "There is a problem" in give(marcus, holder).text


def test_an_officer_may_not_share_out_cases(client, give, priya, north, case):
    assert give(priya, f"officer-{priya.pk}-{north.pk}").status_code == 403
    client.force_login(priya)
    page = client.get(reverse("casework:case", args=[case.pk])).text
    assert "Say who holds this case" not in page
