"""The core never asks what day it is, and reaches for nothing outside Python."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import sendpath.core

CORE = Path(sendpath.core.__file__).parent
FILES = sorted(CORE.rglob("*.py"))
CLOCKS = {"today", "now", "utcnow", "localdate", "localtime", "time_ns", "monotonic"}


def names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    called = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    return called & CLOCKS


def imported(path: Path) -> set[str]:
    roots: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            roots |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots.add(node.module.partition(".")[0])
    return roots


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORE)))
def test_no_module_of_the_core_reads_the_clock(path):
    assert names(path) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORE)))
def test_the_core_needs_only_python_itself(path):
    assert imported(path) - sys.stdlib_module_names - {"sendpath"} == set()
