"""Every address of the service with something behind it, for tests that walk them all."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from architecture.test_addresses import EXPECTED, PEOPLE, arguments
from security.pages import Page

__all__ = ["arguments"]


@dataclass(frozen=True)
class Address:
    """Where a page is, under which name, and who may have it."""

    name: str
    url: str

    @property
    def readers(self) -> list[str]:
        return [who for who, code in EXPECTED[self.name].items() if code == 200]


@pytest.fixture
def addresses(arguments):
    """Return every address, each with the record that it needs."""
    return [Address(name, reverse(name, args=arguments.get(name, []))) for name in EXPECTED]


@pytest.fixture
def people(request):
    """Return a browser for each kind of person: signed in, and for nobody."""
    for who in PEOPLE:
        _ = who == "nobody" or request.getfixturevalue(who)  # made before anything is counted

    def sign_in(who, **options):
        browser = Client(**options)
        if who != "nobody":
            browser.force_login(request.getfixturevalue(who))
        return browser

    return {who: lambda who=who, **options: sign_in(who, **options) for who in PEOPLE}


@pytest.fixture
def read(people):
    """Return a function that reads an address as somebody: the answer and its page."""
    kept = {}

    def ask(who, url):
        if who not in kept:
            kept[who] = people[who]()
        answer = kept[who].get(url)
        body = answer.getvalue()
        html = answer.headers.get("Content-Type", "").startswith("text/html")
        return answer, Page(body.decode(), url) if html else None

    return ask
