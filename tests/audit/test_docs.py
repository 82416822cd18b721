"""The log can be checked by the few lines of docs/audit.md, which use none of our code."""

import re
from pathlib import Path

import pytest
from django.db import connection

from sendpath.audit import services
from sendpath.audit.acting import Acting
from sendpath.audit.models import AuditEntry

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).parents[2] / "docs" / "audit.md"


@pytest.fixture
def first_wrong():
    (code,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.S)
    assert len([line for line in code.splitlines() if line.strip()]) <= 20 + 2
    assert "sendpath" not in code
    told = {}
    exec(code, told)
    return told["first_wrong"]


@pytest.fixture
def rows(db):
    def read():
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM audit_auditentry ORDER BY chain, number")
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    return read


@pytest.fixture
def log():
    for n, name in enumerate(("priya", "zoë", '\N{GRINNING FACE} "quoted" \\ \n')):
        services.record(by=name, act="a", subject=f"case:{n}", details={"b": True, "a": name})
        services.record_look(
            acting=Acting(
                user=n, by=name, role="rôle", organisation="", request="", page="p",
                children=set(range(n + 1)),
            )
        )  # fmt: skip


def test_a_whole_log_is_found_whole(first_wrong, rows, log):
    assert len(rows()) == 6
    assert first_wrong(rows()) is None


@pytest.mark.parametrize("column", ["by", "role", "listed", "subject", "hash"])
def test_a_changed_one_is_found(first_wrong, rows, log, without_triggers, column):
    without_triggers(f"UPDATE audit_auditentry SET {column} = 'x' WHERE chain = 2 AND number = 2")

    wrong = first_wrong(rows())
    assert (wrong["chain"], wrong["number"]) == (2, 2)


def test_every_column_is_described():
    described = set(re.findall(r"`(\w+)`", DOCS.read_text().partition("## How to check")[0]))
    assert {field.name for field in AuditEntry._meta.fields} - {"id"} <= described
