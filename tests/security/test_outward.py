"""The product calls nobody: no address that somebody types is ever fetched."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import sendpath

ROOT = Path(sendpath.__file__).parent
CALLS = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3", "ftplib",
         "smtplib", "telnetlib", "xmlrpc", "webbrowser", "socket"}  # fmt: skip
RUNS = {"subprocess", "os.system", "pickle", "marshal", "shelve", "ctypes"}
MAY = {
    # where → what, and why it is no address that anybody types
    ("jobs/worker.py", "socket"),  # the name of this machine, to tell workers apart
    ("documents/scanner.py", "socket"),  # clamd, where a setting says it listens
    ("accounts/sign_in/openid/client.py", "requests"),  # providers that the settings name
}
MAY_RUN = {
    # our own reader of unknown files, by a fixed command line, and what confines it
    ("documents/services/parsing/ask.py", "subprocess"),
    ("documents/services/parsing/limits.py", "ctypes"),
}


@cache
def imported(path: Path) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(names)


def found(wanted: set[str]) -> set[tuple[str, str]]:
    return {
        (str(path.relative_to(ROOT)), name)
        for path in ROOT.rglob("*.py")
        for name in wanted
        if any(said == name or said.startswith(f"{name}.") for said in imported(path))
    }


def test_nothing_in_the_product_can_call_another_service():
    assert found(CALLS) == MAY


def test_nothing_in_the_product_starts_programs_or_brings_objects_back_to_life():
    assert found(RUNS) == MAY_RUN


@pytest.mark.parametrize("name", ["eval", "exec", "compile", "__import__", "mark_safe"])
def test_nothing_that_was_typed_is_run_or_called_safe(name):
    calls = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]

    assert calls == []


def test_no_template_takes_a_value_for_safe():
    unsafe = [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("templates/**/*.html")
        if "|safe" in path.read_text() or "autoescape off" in path.read_text()
    ]

    assert unsafe == []
