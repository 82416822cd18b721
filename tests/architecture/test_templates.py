"""Templates keep to the content security policy: no inline script, style or handler."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sendpath

ROOT = Path(sendpath.__file__).parent
TEMPLATES = sorted(ROOT.rglob("templates/**/*.html"))
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.I)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_inline(path):
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_fits_in_one_look(path):
    assert len(path.read_text().splitlines()) <= 120
