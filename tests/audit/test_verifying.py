"""Whatever is done to the log behind our back shows, and where."""

import pytest
from django.db import connection

from sendpath.audit import services, verifying
from sendpath.audit.acting import Acting
from sendpath.audit.hashing import Content, hash_of
from sendpath.audit.models import AuditEntry, Chain, ChainHead
from sendpath.audit.verifying import Mark, verify

pytestmark = pytest.mark.django_db

TABLE = AuditEntry._meta.db_table
COLUMNS = ("at", "by", "role", "organisation", "purpose", "act", "subject", "listed", "details",
           "request", "form", "previous_hash", "hash")  # fmt: skip


@pytest.fixture(params=[1, 2, 3, 5000])
def slices(request, monkeypatch):
    """A fault at the end of what is read at a time is one like any other."""
    monkeypatch.setattr(verifying, "SLICE", request.param)


@pytest.fixture
def log(db, slices):
    """Five changes and five looks."""
    for n in range(1, 6):
        services.record(by="priya", act="changed", subject=f"case:{n}", details={"n": n})
        services.record_look(
            acting=Acting(
                user=7, by="priya", role="SEND officer", organisation="Hartwell council",
                request=f"r{n}", page="casework:case", purpose="casework", children={n},
            )
        )  # fmt: skip


def found(*marks):
    return [(fault.chain, fault.kind, fault.first, fault.last) for fault in verify(marks).faults]


def mark(number, hash_=None, chain=Chain.CHANGES):
    row = AuditEntry.objects.filter(chain=chain, number=number).first()
    return Mark(chain=chain, number=number, hash=hash_ or row.hash, kept="the checkpoint")


def test_a_log_that_nobody_touched_is_whole(log):
    done = verify([mark(3), mark(5, chain=Chain.LOOKS)])

    assert (done.entries, done.faults) == ({"changes": 5, "looks": 5}, [])


def test_an_empty_log_is_whole(slices):
    assert verify().entries == {"changes": 0, "looks": 0}
    assert verify().faults == []


@pytest.mark.parametrize(
    "change",
    [
        "by = 'tom'", "role = 'Head of SEND'", "organisation = 'Elsewhere'", "purpose = 'return'",
        "act = 'other'", "subject = 'case:9'", "child = 9", "\"case\" = 9", "listed = ' c9 '",
        "request = 'other'", "form = 1", "\"user\" = 9", "details = '{\"n\": 9}'",
        "at = '2020-01-01 00:00:00'", "previous_hash = 'ff'", "hash = 'ff'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("chain", Chain)
def test_an_entry_that_was_altered_shows(log, without_triggers, change, chain):
    without_triggers(f"UPDATE {TABLE} SET {change} WHERE chain = {chain.value} AND number = 3")

    assert (chain.label, "altered", 3, 3) in found()


def test_an_entry_altered_with_its_hash_made_again_shows_at_the_next(log, without_triggers):
    row = AuditEntry.objects.get(chain=1, number=3)
    row.by = "tom"
    told = hash_of(Content(*[getattr(row, name) for name in Content._fields]), row.form)
    without_triggers(f"UPDATE {TABLE} SET by = 'tom', hash = '{told}' WHERE id = {row.pk}")

    assert found() == [("changes", "does_not_follow", 4, 4)]


@pytest.mark.parametrize(
    ("gone", "first", "last"), [("= 3", 3, 3), ("= 1", 1, 1), ("IN (2, 3, 4)", 2, 4)]
)
def test_an_entry_that_was_taken_out_shows(log, without_triggers, gone, first, last):
    without_triggers(f"DELETE FROM {TABLE} WHERE chain = 2 AND number {gone}")

    assert found() == [("looks", "missing", first, last)]


def test_an_entry_taken_out_and_the_rest_numbered_anew_shows(log, without_triggers):
    without_triggers(
        f"DELETE FROM {TABLE} WHERE chain = 1 AND number = 3",
        f"UPDATE {TABLE} SET number = 3 WHERE chain = 1 AND number = 4",
        f"UPDATE {TABLE} SET number = 4 WHERE chain = 1 AND number = 5",
    )

    assert found() == [
        ("changes", "altered", 3, 3),
        ("changes", "does_not_follow", 3, 3),
        ("changes", "altered", 4, 4),
        ("changes", "missing", 5, 5),
    ]


def test_entries_in_each_others_place_show(log, without_triggers):
    without_triggers(
        f"UPDATE {TABLE} SET number = 99 WHERE chain = 1 AND number = 2",
        f"UPDATE {TABLE} SET number = 2 WHERE chain = 1 AND number = 3",
        f"UPDATE {TABLE} SET number = 3 WHERE chain = 1 AND number = 99",
    )

    kinds = {(kind, first) for _, kind, first, _ in found()}
    assert {("altered", 2), ("altered", 3), ("does_not_follow", 2)} <= kinds


def test_an_entry_put_in_between_shows(log, without_triggers):
    columns = ", ".join(COLUMNS)
    without_triggers(
        f"UPDATE {TABLE} SET number = number + 100 WHERE chain = 2 AND number > 2",
        f"UPDATE {TABLE} SET number = number - 99 WHERE chain = 2 AND number > 2",
        f"INSERT INTO {TABLE} (chain, number, {columns}) "
        f"SELECT 2, 3, {columns} FROM {TABLE} WHERE chain = 2 AND number = 2",
    )

    assert ("looks", "altered", 3, 3) in found()
    assert ("looks", "not_the_end", 5, 6) in found()


def test_an_entry_put_on_the_end_shows(log):
    # inserting is what the database allows; the head was left as it was
    row = AuditEntry.objects.get(chain=1, number=5)
    row.pk, row.number, row.previous_hash = None, 6, row.hash
    row.hash = hash_of(Content(*[getattr(row, name) for name in Content._fields]), row.form)
    row.save(force_insert=True)

    assert found() == [("changes", "not_the_end", 5, 6)]


def test_an_end_that_was_cut_off_shows(log, without_triggers):
    without_triggers(f"DELETE FROM {TABLE} WHERE chain = 1 AND number > 3")

    assert found() == [("changes", "missing", 4, 5)]


def test_an_end_cut_off_with_its_head_put_back_shows_against_a_checkpoint(log, without_triggers):
    kept = mark(5)
    without_triggers(f"DELETE FROM {TABLE} WHERE chain = 1 AND number > 3")
    ChainHead.objects.filter(pk=1).update(number=3, hash=mark(3).hash)

    assert found() == []
    assert found(kept) == [("changes", "cut_short", 4, 5)]


def test_a_chain_written_anew_shows_against_a_checkpoint(log):
    assert found(mark(4, "ab" * 32)) == [("changes", "rewritten", 1, 4)]


def test_a_log_that_was_emptied_shows(log, without_triggers):
    kept = mark(5)
    without_triggers(f"DELETE FROM {TABLE}", "DELETE FROM audit_chainhead")

    assert found(kept) == [("changes", "cut_short", 1, 5)]


def test_words_say_where():
    services.record(by="priya", act="changed", subject="case:1", details={})
    (fault,) = verify([mark(2, "ab" * 32)]).faults

    assert fault.words == (
        "Chain of changes: the chain ends with entry 1, but the checkpoint names entry 2: "
        "what followed was cut off."
    )


def test_both_databases_keep_a_moment_to_the_microsecond(log):
    assert connection.vendor in {"sqlite", "postgresql"}
    assert verify().faults == []
