"""A real Chromium on a real server, for what only a browser can show."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.plugin import blocking_manager_key

from sendpath.audit.append_only import append_only

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


GUARDS = [
    append_only("casework_caseevent", refusal="case events are never changed or deleted"),
    append_only("audit_auditentry", refusal="audit entries are never changed or deleted"),
]


def pytest_collection_modifyitems(items):
    """Keep browser tests on one worker: one Chromium serves them all."""
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(autouse=True)
def guards_lifted(transactional_db):
    """Let the database be emptied after a test whose server has its own connection."""
    yield
    with connection.schema_editor() as editor:
        for guard in GUARDS:
            guard.reverse_code(None, editor)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put the guards back once the database has been emptied; after the last test it is gone."""
    result = yield
    if nextitem and item.get_closest_marker("browser"):
        with (
            item.config.stash[blocking_manager_key].unblock(),
            connection.schema_editor() as editor,
        ):
            for guard in GUARDS:
                guard.code(None, editor)
    return result


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium, live_server) -> Iterator[BrowserContext]:
    """A window without JavaScript, 320 pixels wide: the hardest case is the usual one here."""
    context = chromium.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        viewport={"width": 320, "height": 640},
    )
    yield context
    context.close()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture
def check(chromium, live_server):
    """Return a function that runs axe on an address and fails on any violation."""

    def run(path: str, *, cookies, width: int = 1280) -> None:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}
        )
        context.add_cookies(cookies)
        page = context.new_page()
        page.goto(path)
        found = Axe().run(page).response["violations"]
        context.close()
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == [], path

    return run
