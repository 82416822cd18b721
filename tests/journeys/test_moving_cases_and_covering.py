"""A manager moves an officer's cases, arranges cover, and is told what a leaver left behind."""

from datetime import date

import pytest

from sendpath.accounts.belonging.services import end_membership
from sendpath.accounts.models import Membership, User
from sendpath.casework.models import Case
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(today):
    today(date(2026, 1, 19))


@pytest.fixture
def olu(make_user, north):
    return make_user("olu", team=north)


@pytest.fixture
def priyas(make_case):
    return [
        make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname=name)
        for name in ("Firstchild", "Secondchild", "Thirdchild")
    ]


@pytest.fixture
def southern(make_case, tom):
    return make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Southernchild", officer=tom
    )


def holders(cases):
    return list(Case.objects.filter(pk__in=[c.pk for c in cases]).values_list("officer", flat=True))


def day(name, year, month, on):
    return {f"{name}_day": on, f"{name}_month": month, f"{name}_year": year}


def test_all_of_an_officers_cases_move(client, marcus, priya, olu, north, priyas):
    client.force_login(marcus)
    page = client.get("/caseload").text
    assert f"/caseload/{priya.pk}/move" in page

    said = {"which": "all", "holder": f"{olu.pk}-{north.pk}"}
    page = client.post(f"/caseload/{priya.pk}/move", said, follow=True)

    assert "Cases moved to Olu Tester: 3." in page.text
    assert holders(priyas) == [olu.pk] * 3


def test_those_ticked_move_to_another_team(client, marcus, priya, south, priyas):
    client.force_login(marcus)
    ticked = [priyas[0].pk, priyas[2].pk]
    said = {"which": "ticked", "cases": ticked, "holder": f"team-{south.pk}"}

    page = client.post(f"/caseload/{priya.pk}/move", said, follow=True)

    assert "Cases moved to the South team, with no officer yet: 2." in page.text
    assert holders(priyas) == [None, priya.pk, None]


def test_nobody_elses_case_can_be_ticked(client, marcus, priya, olu, north, priyas, southern):
    client.force_login(marcus)
    said = {"which": "ticked", "cases": [southern.pk], "holder": f"{olu.pk}-{north.pk}"}

    assert "There is a problem" in client.post(f"/caseload/{priya.pk}/move", said).text
    assert "Southernchild" not in client.get(f"/caseload/{priya.pk}/move").text
    southern.refresh_from_db()
    assert southern.officer.username == "tom"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, "Choose which cases are to move"),
        ({"which": "ticked"}, "Tick the cases that are to move"),
        ({"which": "all"}, "Choose who is to hold them"),
    ],
)
def test_what_is_missing_is_asked_for(client, marcus, priya, priyas, said, message):
    client.force_login(marcus)

    assert message in client.post(f"/caseload/{priya.pk}/move", said).text


def test_cases_that_nobody_holds_are_given_out(client, marcus, olu, north, make_case):
    unheld = make_case(officer=None, team=north)
    client.force_login(marcus)
    assert "Give these to somebody" in client.get("/caseload").text

    client.post("/caseload/0/move", {"which": "all", "holder": f"{olu.pk}-{north.pk}"})

    assert holders([unheld]) == [olu.pk]


@pytest.fixture
def covered(client, marcus, priya, tom, south, priyas):
    """Tom covers for Priya from 19 to 23 January."""
    client.force_login(marcus)
    said = {
        "officer": priya.pk,
        "covered_by": f"{tom.pk}-{south.pk}",
        **day("first", 2026, 1, 19),
        **day("last", 2026, 1, 23),
    }
    return client.post("/caseload/cover", said, follow=True)


def test_cover_lets_another_officer_see_and_record(client, covered, tom, priyas):
    assert "Tom Tester covers for Priya Tester." in covered.text
    client.force_login(User.objects.get(pk=tom.pk))

    assert "You cover for Priya Tester until 23 January 2026." in client.get("/").text
    assert "Firstchild" in client.get("/worklist").text
    assert client.get(f"/cases/{priyas[0].reference}/record").status_code == 200


def test_cover_ends_by_itself(client, covered, today, tom, priyas):
    today(date(2026, 1, 24))
    client.force_login(User.objects.get(pk=tom.pk))

    assert "You cover for" not in client.get("/").text
    assert client.get(f"/cases/{priyas[0].reference}").status_code == 404


def test_cover_ends_at_once_when_whoever_was_away_is_back(client, covered, tom, marcus, priyas):
    held = Membership.objects.get(covers__isnull=False)
    page = client.post(f"/caseload/cover/{held.pk}/end", follow=True)
    assert "Tom Tester covers no longer." in page.text
    assert "Nobody covers for anybody" in page.text

    client.force_login(User.objects.get(pk=tom.pk))
    assert client.get(f"/cases/{priyas[0].reference}").status_code == 404


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ((2026, 1, 20), (2026, 1, 19), "The last day must be on or after the first day"),
        ((2026, 1, 1), (2026, 1, 18), "The last day must be today or later"),
    ],
)
def test_cover_is_for_days_to_come(client, marcus, priya, olu, north, priyas, first, last, message):
    client.force_login(marcus)
    said = {"officer": priya.pk, "covered_by": f"{olu.pk}-{north.pk}"}

    page = client.post("/caseload/cover", said | day("first", *first) | day("last", *last))

    assert message in page.text


def test_a_manager_is_told_of_cases_that_a_leaver_left(client, marcus, priya, helen, priyas):
    client.force_login(marcus)
    assert "has left" not in client.get("/").text

    end_membership(membership=priya.memberships_now[0], last_day=None, by=helen)

    assert "Priya Tester has left, and nobody works their 3 cases." in client.get("/").text
    assert "Nobody works these cases" in client.get("/caseload").text


def test_the_session_of_a_leaver_ends_at_the_next_page(client, priya, helen, priyas):
    client.force_login(priya)
    assert client.get("/worklist").status_code == 200

    end_membership(membership=priya.memberships_now[0], last_day=None, by=helen)

    assert client.get("/worklist").url == "/sign-in?next=/worklist"
    assert client.session.get("_auth_user_id") is None


def test_a_manager_of_another_team_is_not_told(client, make_user, south, priya, helen, priyas):
    manager = make_user("mo", role="team_manager", team=south)
    end_membership(membership=priya.memberships_now[0], last_day=None, by=helen)
    client.force_login(manager)

    assert "has left" not in client.get("/").text
