"""The first page counts what is late or near, for those whom each role answers for."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendpath.casework.selectors.workload import workload
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)  # a Monday


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def review_due(make_case):
    """Make a case whose only duty is a review, due so many days from today."""

    def make(days, **who):
        # a year to the day before the anniversary
        meeting = TODAY + timedelta(days=days + 1) - timedelta(days=365)
        told = {"outcome": "maintain"}
        return make_case((Kind.REVIEW_DECISION_NOTIFIED, meeting, told), **who)

    return make


def loads(user):
    return [(load.name, load.query, load.near) for load in workload(user=user, today=TODAY)]


def test_the_head_of_service_sees_each_team(review_due, helen, tom, north, south):
    for days in (-1, 0, 6, 7, 28, 29):
        review_due(days)
    review_due(-30, officer=tom)
    review_due(3, officer=None, team=None)

    assert loads(helen) == [
        ("North", f"team={north.pk}", [1, 2, 4]),
        ("South", f"team={south.pk}", [1, 0, 0]),
        ("No team", "", [0, 1, 1]),
    ]


def test_a_manager_sees_each_officer_of_the_team(review_due, marcus, priya, tom, north):
    review_due(-1)
    review_due(3, officer=None, team=north)
    review_due(3, officer=tom)

    assert loads(marcus) == [
        ("Priya Tester", f"officer={priya.pk}", [1, 0, 0]),
        ("Nobody yet", "officer=nobody", [0, 1, 1]),
    ]


def test_an_officer_sees_no_colleagues_load(review_due, priya):
    review_due(-1)

    assert loads(priya) == []


def test_a_team_whose_duties_are_all_later_is_still_named(review_due, helen, tom, south):
    review_due(29, officer=tom)

    assert loads(helen) == [("South", f"team={south.pk}", [0, 0, 0])]


def test_it_takes_two_queries_once_the_duties_are_counted(review_due, helen, tom):
    review_due(-1)
    review_due(-1, officer=tom)
    workload(user=helen, today=TODAY)

    with CaptureQueriesContext(connection) as queries:
        workload(user=helen, today=TODAY)

    assert len(queries) == 2


@pytest.mark.parametrize(
    ("who", "heading", "overdue"),
    [
        ("priya", "Duties in the cases you hold", 1),
        ("marcus", "Duties in the cases of the North team", 2),
        ("helen", "Duties in the cases of every team", 3),
        ("dana", "Duties in the cases of every team", 3),
    ],
)
def test_the_first_page_counts_what_the_worklist_behind_it_shows(
    client, request, review_due, tom, north, who, heading, overdue
):
    review_due(-1)
    review_due(-1, officer=None, team=north)
    review_due(-1, officer=tom)
    client.force_login(request.getfixturevalue(who))

    page = client.get(reverse("home"))
    first = page.context["counts"][0]

    assert heading in page.text
    assert (first.words, first.count) == ("Overdue", overdue)
    assert client.get(first.href).context["total"] == overdue
