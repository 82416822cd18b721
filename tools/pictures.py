"""Takes the pictures of docs/explanations.md again: `./run docs pictures [CASE ...]`.

A made-up child's case is recorded in a database of its own, a server answers, and Chromium takes
the card of one deadline as an officer sees it and as a parent does, its reasons open.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import django
from playwright.sync_api import Browser, Locator, sync_playwright

from tools.small_png import smaller

if TYPE_CHECKING:
    from sendpath.accounts.models import User
    from sendpath.casework.models import Case
    from tools.explanations import Shown

PICTURES = Path(__file__).parents[1] / "docs" / "images" / "why"
LARGEST = 60_000
"""Bytes."""

OFFICER_WIDTH, PARENT_WIDTH = 1000, 360
EDGE = 12
"""Pixels of the page kept to the left and right of a card."""

URN = "999001"
AUGUST = 8


def main(wanted: list[str]) -> None:
    """Take the pictures of the cases named, or of all ten."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "sendpath.config.settings",
            "SENDPATH_DATA": folder,
            "SENDPATH_DATABASE_URL": "",
            # Playwright keeps an event loop in this thread, which Django takes for
            # asynchronous code
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
        django.setup()
        from tools.explanations import TEN

        with _server() as address, _chromium() as browser:
            for shown in TEN:
                if not wanted or shown.id in wanted:
                    _officer(shown, browser, address)
                    _parent(shown, browser, address)


@contextmanager
def _server() -> Iterator[str]:
    from django.conf import settings
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread
    from django.test.utils import (
        setup_databases,
        setup_test_environment,
        teardown_databases,
        teardown_test_environment,
    )

    # files as they lie in the source, without the manifest that only deployment needs
    files = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": files}
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
    teardown_databases(databases, verbosity=0)
    teardown_test_environment()


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-lcd-text"]
        )
        yield browser
        browser.close()


def _officer(shown: Shown, browser: Browser, address: str) -> None:
    from django.conf import settings
    from django.test import Client

    from sendpath.casework.selectors.words import duty_in_words, written

    settings.TODAY = shown.seen_on
    officer = _priya()
    case = _record(shown, officer)
    client = Client()
    client.force_login(officer)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}
    context = browser.new_context(
        base_url=address, viewport={"width": OFFICER_WIDTH, "height": 900}
    )
    context.add_cookies([session])
    page = context.new_page()
    page.goto(f"/cases/{case.reference}?record=whole")
    cards = page.locator(".sendpath-cards > li").filter(has=page.locator("details"))
    card = cards.filter(has_text=duty_in_words(shown.evaluation))
    _take(card.filter(has_text=written(shown.evaluation.due)), f"{shown.id}-officer.png")
    context.close()


def _parent(shown: Shown, browser: Browser, address: str) -> None:
    from sendpath.core.dates import in_words

    context = browser.new_context(base_url=address, viewport={"width": PARENT_WIDTH, "height": 640})
    page = context.new_page()
    page.goto(shown.address)
    cards = page.locator(".sendpath-cards > li").filter(has=page.locator("details"))
    card = cards.filter(has_text=shown.evaluation.deadline.clock.duty)
    day = page.locator(".lawbook-day", has_text=in_words(shown.evaluation.due))
    _take(card.filter(has=day), f"{shown.id}-parent.png")
    context.close()


def _take(card: Locator, name: str) -> None:
    """Open the reasons of a card and save its picture. Exits where it is no small picture."""
    card.locator("summary").click()
    card.locator("summary").evaluate("summary => summary.blur()")
    card.page.mouse.move(0, 0)
    # a box is measured from the top of the window, a clip from that of the page
    card.page.evaluate("window.scrollTo(0, 0)")
    box = card.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
    clip = {
        "x": max(0, box["x"] - EDGE),
        "y": box["y"] + 2,
        "width": box["width"] + 2 * EDGE,
        "height": box["height"] - 3,
    }
    picture = smaller(card.page.screenshot(clip=clip, full_page=True, animations="disabled"))
    if len(picture) > LARGEST:
        raise SystemExit(f"{name} has {len(picture)} bytes, more than {LARGEST}.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / name).write_bytes(picture)
    print(f"docs/images/why/{name}: {len(picture):,} bytes")


def _priya() -> User:
    from sendpath.accounts import services as accounts
    from sendpath.accounts.models import User

    if found := User.objects.filter(username="priya").first():
        return found
    return accounts.add_user(
        username="priya",
        full_name="Priya Nair",
        role="officer",
        team=accounts.add_team(name="North"),
        password="for this server only",
        by="pictures",
    )


def _record(shown: Shown, officer: User) -> Case:
    """Record a worked case's events for a made-up child, who is aged 10 on the day."""
    from sendpath.casework.services import cases, record
    from sendpath.core.law.asking import TERMS
    from sendpath.people import services as people

    child = {
        "surname": "Testchild", "forename": "Amber", "sex": "F", "ethnicity": "WBRI",
        "birth_date": date(shown.seen_on.year - 10, 1, 2), "postcode": "ZZ1 1ZZ",
        "upn": "", "uln": "", "upn_unknown": "UN1",
    }  # fmt: skip
    (person,) = people.add_people(people=[child])
    case = cases.open_case(person_id=person.pk, team=officer.team, officer=officer, by=officer)
    _publish(shown, officer)
    for event in shown.events:
        school = {TERMS: URN} if TERMS in event.facts else {}
        new = record.NewEvent(
            kind=event.kind, occurred_on=event.occurred_on, facts={**event.facts, **school}
        )
        record.record_event(case=case, new=new, by=officer)
    return case


def _publish(shown: Shown, officer: User) -> None:
    """Publish the terms of the case's school, a school year at a time."""
    from sendpath.establishments import services as establishments
    from sendpath.establishments.source import Source

    by_year: dict[int, list[tuple[date, date]]] = {}
    for first, last in shown.terms:
        by_year.setdefault(first.year - (first.month < AUGUST), []).append((first, last))
    for year, terms in by_year.items():
        establishments.publish_calendar(
            urn=URN,
            name="Wychcombe School",
            school_year=year,
            year=establishments.Year(terms=tuple(terms)),
            source=Source.SCHOOL,
            by=officer,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
