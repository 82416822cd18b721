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
    """Return the text of a file that a page names: whole, from a folder, or by its own name."""
    root = TESTS.parent
    for folder in (root, TESTS, TESTS / "accounts", root / "src" / "sendpath"):
        if (folder / file).is_file():
            return (folder / file).read_text()
    places = [*TESTS.rglob(file), *(root / "src" / "sendpath").rglob(file)]
    assert places, f"no file {file}"
    return "".join(place.read_text() for place in places)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_page_names_is_there(page):
    pairs = named(page)

    assert pairs
    assert [(f, t) for f, t in pairs if t and f"def {t}(" not in text_of(f)] == []
    assert all(text_of(file) for file, _ in pairs)
