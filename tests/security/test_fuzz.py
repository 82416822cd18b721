"""Requests that nobody would think of, on every page and every form: none breaks anything."""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings

from security.openapi import description, routes
from security.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DRAWN = 12
"""Requests an address and a person: about a thousand in all."""
PEOPLE = ("nobody", "priya", "dana", "sam")
EVERY = list(HealthCheck)


@pytest.fixture
def described(addresses, read):
    """Return the description of every page, made from what those who may read it see."""
    pages = {}
    for address in addresses:
        read_by = [read(who, address.url)[1] for who in address.readers[-1:]]
        pages[address.name] = [page for page in read_by if isinstance(page, Page)]
    return schemathesis.openapi.from_dict(description(addresses, pages))


@pytest.fixture
def cookies(people):
    """Return the cookies of each person, with a token for their forms."""
    found = {}
    for who in PEOPLE:
        browser: Client = people[who]()
        browser.get("/sign-in" if who == "nobody" else "/")
        found[who] = {name: cookie.value for name, cookie in browser.cookies.items()}
    return found


@pytest.fixture
def one_connection(described, cookies):
    """Keep the connection of the test between requests, as Django's own test browser does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def reader_of(name, addresses):
    """Return who asks for an address: somebody who may, where one of these people may."""
    (address,) = [address for address in addresses if address.name == name]
    return next((who for who in PEOPLE[::-1] if who in address.readers), "priya")


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


def test_no_request_breaks_anything(described, cookies, addresses, one_connection):
    service = get_wsgi_application()
    broken, asked, answered = [], set(), Counter()

    def send(case):
        with transaction.atomic():
            answer = case.call(
                app=service,
                base_url="http://testserver",
                cookies=cookies[who],
                headers={"X-CSRFToken": cookies[who].get("csrftoken", "")},
            )
            transaction.set_rollback(True)
        answered[case.method, answer.status_code] += 1
        if answer.status_code >= 500 and case.path != "/healthz/ready":
            broken.append((who, case.method, case.formatted_path, case.query, case.body))

    for found in described.get_all_operations():
        operation = found.ok()
        name = operation.definition.raw["operationId"].partition(" ")[2]
        who = reader_of(name, addresses)
        asked.add(name)
        draws(operation, send)

    assert broken == []
    assert asked == {name for name, _ in routes()}
    # they went past the door: pages were shown, and forms were read
    assert answered["GET", 200] > 200
    assert answered["POST", 200] + answered["POST", 302] > 50
