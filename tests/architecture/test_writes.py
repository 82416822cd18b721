"""Rows are written in services, and nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import sendpath

ROOT = Path(sendpath.__file__).parent
WRITES = {"create", "update", "delete", "save", "bulk_create", "bulk_update", "get_or_create",
          "update_or_create", "execute", "executemany", "add_rows"}  # fmt: skip
MAY_WRITE = ("services", "migrations", "models", "append_only.py", "database")


def modules() -> Iterator[Path]:
    for path in ROOT.rglob("*.py"):
        inside = path.relative_to(ROOT).parts
        if inside[0] != "core" and not any(part.startswith(MAY_WRITE) for part in inside):
            yield path


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f"{path.relative_to(ROOT)}:{node.lineno} .{node.func.attr}("


def is_write(call: str) -> bool:
    return call.rpartition(".")[2].rstrip("(") in WRITES


def test_only_services_write():
    found = [call for path in modules() for call in calls(path) if is_write(call)]

    assert found == []
