"""The table of the security standard names tests that exist, and says so where there is none."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "security" / "asvs.md"
ROW = re.compile(r"^\| (?P<number>\d+\.\d+\.\d+) \| (?P<asks>[^|]+) \| (?P<proof>[^|]+) \|$")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows():
    return [found for line in TABLE.read_text().splitlines() if (found := ROW.match(line))]


def named_in(path):
    file = ROOT / path
    tree = ast.parse(file.read_text()) if file.exists() else ast.Module([], [])
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_each_test_that_is_named_exists():
    named = {found for row in rows() for found in TEST.findall(row["proof"])}

    assert len(named) > 30
    assert [f"{path}::{name}" for path, name in sorted(named) if name not in named_in(path)] == []


def test_every_line_of_a_table_is_read_and_each_number_stands_once():
    lines = [line for line in TABLE.read_text().splitlines() if re.match(r"\| \d", line)]
    numbers = [row["number"] for row in rows()]

    assert len(lines) == len(numbers) == len(set(numbers))


def test_numbers_stand_under_their_chapter():
    chapter = ""
    for line in TABLE.read_text().splitlines():
        chapter = found[1] if (found := re.match(r"## V(\d+) ", line)) else chapter
        if row := ROW.match(line):
            assert row["number"].partition(".")[0] == chapter
