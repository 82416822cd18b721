"""The log of changes can be added to, and nothing else; an edit or a gap shows."""

import pytest
from django.db import DatabaseError, connection, transaction

from sendpath.audit import append_only, services
from sendpath.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_entries():
    return [
        services.record(by="priya", act="looked", subject=f"case:{n}", details={"n": n})
        for n in (1, 2, 3)
    ]


def test_each_entry_follows_from_the_one_before(three_entries):
    assert [entry.number for entry in three_entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in three_entries[1:]] == [
        entry.hash for entry in three_entries[:-1]
    ]
    assert services.first_broken_link() is None


def test_the_database_refuses_to_change_an_entry(three_entries):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.filter(number=2).update(by="somebody else")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.filter(number=2).delete()


def without_triggers(statement: str) -> None:
    """Do what only someone with the database's own keys could do."""
    table = AuditEntry._meta.db_table
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in append_only.trigger_names(table):
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_auditentry SET act = 'other' WHERE number = 2", 2),
        ("DELETE FROM audit_auditentry WHERE number = 2", 3),
        ("DELETE FROM audit_auditentry WHERE number = 1", 2),
    ],
)
def test_an_edit_or_a_gap_made_behind_our_back_shows(three_entries, statement, broken):
    without_triggers(statement)

    assert services.first_broken_link() == broken


def test_missing_triggers_are_named():
    without_triggers("SELECT 1")

    missing = append_only.missing_triggers(["audit_auditentry"])
    assert missing == set(append_only.trigger_names("audit_auditentry"))
    assert {"audit_auditentry_no_update", "audit_auditentry_no_delete"} <= missing


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_log_cannot_be_emptied_at_a_stroke(three_entries):
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE audit_auditentry")
