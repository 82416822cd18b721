"""Requests that nobody would think of, on every page and every form: none breaks anything."""

from collections import Counter

import pytest
import schemathesis
import werkzeug
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings

from security.conftest import answer_to
from security.openapi import description, routes
from security.pages import Page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    # the fuzzer reads a file to its end and leaves it to be closed by itself
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

DRAWN = 5
"""Requests an address and a description: about a thousand in all."""
DESCRIPTIONS = (
    {"there": True, "offered": True},
    {"there": True, "offered": False},
    {"there": False, "offered": False},
)
PEOPLE = ("nobody", "priya", "dana", "sam")
EVERY = list(HealthCheck)


@pytest.fixture
def described(addresses, read):
    """Return descriptions of every page, made from what those who may read it see."""
    pages = {}
    for address in addresses:
        read_by = [read(who, address.url)[1] for who in address.readers[-1:]]
        pages[address.name] = [page for page in read_by if isinstance(page, Page)]
    return [
        schemathesis.openapi.from_dict(description(addresses, pages, **kind))
        for kind in DESCRIPTIONS
    ]


@pytest.fixture
def headers(as_whom):
    """Return what each person's browser sends along: its cookies, and a token for forms."""
    found = {}
    for who in PEOPLE:
        browser: Client = as_whom[who]()
        browser.get("/sign-in" if who == "nobody" else "/")
        token = browser.cookies["csrftoken"].value
        cookies = "; ".join(f"{name}={held.value}" for name, held in browser.cookies.items())
        found[who] = {"Cookie": cookies, "X-CSRFToken": token}
    return found


@pytest.fixture
def one_connection(described, headers):
    """Keep the connection of the test between requests, as Django's own test browser does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def reader_of(name):
    """Return who asks for an address: one of these people who may, where there is one."""
    may = [who for who in PEOPLE[::-1] if answer_to(name, who) in (200, 405)]
    return (may or ["priya"])[0]


def draws(operation, send):
    """Draw requests for one operation, the same for the same code."""

    @settings(
        max_examples=DRAWN,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=EVERY,
        phases=[Phase.generate],
    )
    @given(case=operation.as_strategy())
    def draw(case):
        send(case)

    draw()


def test_no_request_breaks_anything(described, headers, one_connection):
    service = get_wsgi_application()
    sender = werkzeug.Client(service, use_cookies=False)  # ours go along as they are
    broken, asked, answered = [], set(), Counter()

    def send(case):
        with transaction.atomic():
            answer = case.call(
                app=service,
                session=sender,
                base_url="http://testserver",
                headers=headers[who],
            )
            transaction.set_rollback(True)
        answered[case.method, answer.status_code] += 1
        if answer.status_code >= 500 and case.path != "/healthz/ready":
            broken.append((who, case.method, case.formatted_path, case.query, case.body))

    for found in (found for kind in described for found in kind.get_all_operations()):
        operation = found.ok()
        name = operation.definition.raw["operationId"].partition(" ")[2]
        who = reader_of(name)
        asked.add(name)
        draws(operation, send)

    assert broken == []
    assert asked == {name for name, _ in routes()}
    # they went past the door: pages were shown, and forms were read
    assert answered["GET", 200] > 60, answered
    assert answered["POST", 200] + answered["POST", 302] > 60, answered
