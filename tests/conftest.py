"""What most tests start from: two teams, the people in them, and a child's case."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from django.db import connection
from hypothesis import settings as drawing

from establishments.made_up import YEAR_2025
from sendpath.accounts import services as accounts
from sendpath.casework.services import cases, record
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.establishments import services as establishments
from sendpath.establishments.source import Source
from sendpath.people import services as people

# The same commit always gets the same verdict. To draw anew, and much more, in search of what
# nobody has thought of: pytest --hypothesis-profile search
drawing.register_profile("fixed", derandomize=True, deadline=None)
drawing.register_profile("search", max_examples=5000, deadline=None)
drawing.load_profile("fixed")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """End the sessions that a server under test has left open, before its database is dropped."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def quick_files(settings, tmp_path):
    """Keep files out of the checkout, and skip the manifest that only deployment needs."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def today(settings):
    """Let a test say what day it is."""

    def pin(day: date) -> None:
        settings.TODAY = day

    return pin


@pytest.fixture
def north(db):
    return accounts.add_team(name="North")


@pytest.fixture
def south(db):
    return accounts.add_team(name="South")


@pytest.fixture
def make_user(db):
    def make(username, *, role="officer", team=None):
        return accounts.add_user(
            username=username,
            full_name=f"{username.title()} Tester",
            role=role,
            team=team,
            password="a long enough password",
            by="tests",
        )

    return make


@pytest.fixture
def priya(make_user, north):
    """An officer in the north team."""
    return make_user("priya", team=north)


@pytest.fixture
def tom(make_user, south):
    """An officer in the south team."""
    return make_user("tom", team=south)


@pytest.fixture
def marcus(make_user, north):
    """The manager of the north team."""
    return make_user("marcus", role="team_manager", team=north)


@pytest.fixture
def dana(make_user):
    """The data officer."""
    return make_user("dana", role="data_officer")


@pytest.fixture
def helen(make_user):
    """The head of service."""
    return make_user("helen", role="head_of_service")


@pytest.fixture
def lena(make_user):
    """The legal lead."""
    return make_user("lena", role="legal_lead")


@pytest.fixture
def sam(make_user):
    """Who keeps the system running."""
    return make_user("sam", role="system_keeper")


@pytest.fixture
def make_case(db, priya):
    """Make a made-up child with a case, and record what happened in it."""
    numbers = count(1)

    def make(*happened, surname="Testchild", forename="Amber", officer=priya, team=None, **who):
        n = next(numbers)
        (person,) = people.add_people(
            people=[
                {
                    "surname": surname,
                    "forename": forename,
                    "birth_date": date(2015, 3, 14),
                    "sex": "F",
                    "ethnicity": "WBRI",
                    "postcode": "ZZ1 1ZZ",
                    "upn": f"Z9992200{n:05d}",
                    "uln": "",
                    "upn_unknown": "",
                    **who,
                }
            ]
        )
        team = team or (officer.team if officer else None)
        case = cases.open_case(person_id=person.pk, team=team, officer=officer, by=priya)
        for kind, day, *facts in happened:
            record.record_event(
                case=case,
                new=NewEvent(kind=Kind(kind), occurred_on=day, facts=facts[0] if facts else {}),
                by=officer or priya,
            )
        return case

    return make


@pytest.fixture
def publish(priya):
    """Publish a school's year of 2025 to 2026, or another."""

    def publish_year(urn, school_year=2025, year=YEAR_2025, *, name="Wychcombe School"):
        establishments.publish_calendar(
            urn=urn, name=name, school_year=school_year, year=year, source=Source.SCHOOL, by=priya
        )

    return publish_year
