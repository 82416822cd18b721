"""The tests that docs/security names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGES = sorted((TESTS.parent / "docs" / "security").glob("*.md"))


def named(page: Path) -> list[tuple[str, str]]:
    """Return each file and test that a page names; a test without a file is in the last one."""
    found, file = [], ""
    for match in re.finditer(r"`(?:([\w/]+\.py))?(?:::(test_\w+))?`", page.read_text()):
        file = match[1] or file
        if match[1] or match[2]:
            found.append((file, match[2] or ""))
    return found


def text_of(file: str) -> str:
    for folder in (TESTS, TESTS / "accounts", TESTS.parent / "src" / "sendpath"):
        if (folder / file).is_file():
            return (folder / file).read_text()
    places = list((TESTS.parent / "src" / "sendpath").rglob(file))
    assert places, f"no file {file}"
    return places[0].read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_page_names_is_there(page):
    pairs = named(page)

    assert pairs
    assert [(f, t) for f, t in pairs if t and f"def {t}(" not in text_of(f)] == []
    assert all(text_of(file) for file, _ in pairs)
