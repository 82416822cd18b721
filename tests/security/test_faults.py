"""When something breaks, whoever looks is told nothing of how, and the log no more than it may."""

import re
from datetime import date

import pytest
from django.db import OperationalError, connection
from django.test import Client

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'value="\w{64}"')
SECRET = "password=hunter2 host=10.1.2.3"
TELLING = ("Traceback", "hunter2", "10.1.2.3", "sendpath/", "site-packages", "SELECT", "Error",
           "Exception", "django")  # fmt: skip


@pytest.fixture
def browser(priya):
    browser = Client(raise_request_exception=False)
    browser.force_login(priya)
    return browser


def test_a_fault_of_ours_tells_nothing(browser, monkeypatch):
    def broken(*args, **said):
        raise RuntimeError(SECRET)

    monkeypatch.setattr("sendpath.casework.views.find.render", broken)
    answer = browser.get("/find")

    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert [word for word in TELLING if word in answer.text] == []


def test_a_fault_of_the_database_tells_nothing(browser):
    def refuse(*args):
        raise OperationalError(SECRET)

    with connection.execute_wrapper(refuse):
        answer = browser.get("/worklist")

    assert answer.status_code == 500
    assert [word for word in TELLING if word in answer.text] == []


@pytest.mark.parametrize(
    ("path", "status"), [("/no-such-page", 404), ("/cases/C999999", 404), ("/sen2", 403)]
)
def test_a_refusal_tells_nothing_of_what_is_there(browser, path, status):
    answer = browser.get(path)

    assert answer.status_code == status
    assert [word for word in TELLING if word in answer.text] == []


def test_what_is_not_there_and_what_is_not_yours_look_alike(browser, make_case, tom):
    case = make_case((Kind.REQUEST_RECEIVED, tom.date_joined.date()), officer=tom)

    theirs = browser.get(f"/cases/{case.reference}").text
    nobodys = browser.get("/cases/C999999").text

    assert TOKEN.sub("", theirs.replace(case.reference, "C999999")) == TOKEN.sub("", nobodys)


def test_a_fault_undoes_what_was_half_done(browser, make_case, monkeypatch):
    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))
    said = {"occurred_on_day": "1", "occurred_on_month": "12", "occurred_on_year": "2025",
            "step": "save", "after_entry": "1"}  # fmt: skip

    def broken(*args, **said):
        raise RuntimeError(SECRET)

    monkeypatch.setattr("sendpath.casework.services.record.audit.record", broken)
    answer = browser.post(f"/cases/{case.reference}/record/plan.draft_sent", said)

    assert answer.status_code == 500
    assert case.events.count() == 1
