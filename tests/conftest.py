"""What most tests start from: two teams, the people in them, and a child's case."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from django.db import connection
from hypothesis import settings as drawing

from establishments.made_up import YEAR_2025
from everybody import make_everybody
from sendpath.accounts import services as accounts
from sendpath.audit import append_only
from sendpath.audit.models import AuditEntry
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


@pytest.fixture(autouse=True)
def sealed_documents(settings):
    """Give documents a master key of the tests' own, and no scanner."""
    settings.DOCUMENT_KEYS = ["dGVzdHMgb25seSwgbmV2ZXIgZm9yIGEgcmVjb3JkISE="]
    settings.SCANNER = ""


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
    def make(username, *, role="officer", team=None, organisation=None, **when):
        return accounts.add_user(
            username=username,
            full_name=f"{username.title()} Tester",
            role=role,
            team=team,
            password="a long enough password",
            by="tests",
            organisation=organisation,
            **{"starts_on": date(2014, 9, 1), **when},
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
def everybody(make_user, north):
    """Somebody of every role, by the key of the role. The officer and the manager are north's."""
    return make_everybody(make_user, north)


@pytest.fixture
def ingrid(make_user):
    """The information governance officer."""
    return make_user("ingrid", role="information_governance")


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
        team = team or next(
            (held.team for held in officer.memberships_now if held.team) if officer else iter(()),
            None,
        )
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


@pytest.fixture
def without_triggers(db):
    """Take the guards off the log and run some SQL, as only who has the database's keys could."""

    def run(*statements):
        table = AuditEntry._meta.db_table
        on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            for name in append_only.trigger_names(table):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")
            for statement in statements:
                cursor.execute(statement)

    return run
