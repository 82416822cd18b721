"""Every address of the service with something behind it, for tests that walk them all."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from architecture import test_addresses
from architecture.test_addresses import EXPECTED
from security.pages import Page
from security.walkers import PEOPLE

arguments, records, people = (
    getattr(test_addresses, name) for name in ("arguments", "records", "people")
)
one_child, another = test_addresses.one_child, test_addresses.another
"""Fixtures: what each address needs, and the people who ask."""


def answer_to(name: str, who: str) -> int:
    """Return what an address of the one child answers somebody."""
    codes = EXPECTED[name]
    return (codes[0] if isinstance(codes, tuple) else codes)[who]


@dataclass(frozen=True)
class Address:
    """Where a page is, under which name, and who may have it."""

    name: str
    url: str

    @property
    def readers(self) -> list[str]:
        return [who for who in PEOPLE if answer_to(self.name, who) == 200]


@pytest.fixture
def addresses(arguments):
    """Return every address, each with the record that it needs."""
    return [Address(name, reverse(name, args=arguments[0].get(name, []))) for name in EXPECTED]


@pytest.fixture
def as_whom(people):
    """Return a browser for each of them: signed in, and for nobody."""

    def sign_in(who, **options):
        browser = Client(**options)
        if who != "nobody":
            browser.force_login(people[who])
        return browser

    return {who: lambda who=who, **options: sign_in(who, **options) for who in PEOPLE}


@pytest.fixture
def read(as_whom):
    """Return a function that reads an address as somebody: the answer and its page."""
    kept = {}

    def ask(who, url):
        if who not in kept:
            kept[who] = as_whom[who]()
        answer = kept[who].get(url)
        body = answer.getvalue()
        html = answer.headers.get("Content-Type", "").startswith("text/html")
        return answer, Page(body.decode(), url) if html else None

    return ask
