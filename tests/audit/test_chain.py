"""The log can be added to, and nothing else; its hashes are made as docs/audit.md says."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from sendpath.audit import append_only, services
from sendpath.audit.acting import Acting, acting_as
from sendpath.audit.hashing import Content, hash_of
from sendpath.audit.models import AuditEntry, Chain
from sendpath.audit.verifying import verify

pytestmark = pytest.mark.django_db

PRIYA = {"user": 7, "by": "priya", "role": "SEND officer", "organisation": "Hartwell council"}


@pytest.fixture
def three_entries():
    return [
        services.record(by="priya", act="changed", subject=f"case:{n}", details={"n": n})
        for n in (1, 2, 3)
    ]


def a_look(*, children=(5,), cases=(), **more):
    told = {"request": "a1b2", "page": "casework:case", "purpose": "casework", **PRIYA, **more}
    return services.record_look(acting=Acting(**told, children=set(children), cases=set(cases)))


def test_each_entry_follows_from_the_one_before(three_entries):
    assert [entry.number for entry in three_entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in three_entries[1:]] == [
        entry.hash for entry in three_entries[:-1]
    ]


def test_looks_have_a_chain_of_their_own(three_entries):
    first, second = a_look(), a_look()

    assert [(e.chain, e.number) for e in (first, second)] == [(Chain.LOOKS, 1), (Chain.LOOKS, 2)]
    assert (first.previous_hash, second.previous_hash) == ("", first.hash)
    after = services.record(by="priya", act="changed", subject="case:1", details={})
    assert (after.number, after.previous_hash) == (4, three_entries[-1].hash)


def test_a_look_at_one_child_names_the_child_and_the_case():
    look = a_look(children=[5], cases=[12])

    assert (look.child, look.case, look.subject) == (5, 12, "case:12")
    assert (look.user, look.by, look.role) == (7, "priya", "SEND officer")
    assert (look.organisation, look.purpose, look.act) == (
        "Hartwell council", "casework", "casework:case",
    )  # fmt: skip
    assert (look.listed, look.details, look.request) == ("", {}, "a1b2")


def test_a_long_name_of_an_organisation_is_cut():
    look = a_look(role="R" * 101, organisation="O" * 201)

    assert (look.role, look.organisation) == ("R" * 100, "O" * 200)
    assert AuditEntry.objects.get().organisation == look.organisation
    assert verify().faults == []


def test_a_list_is_one_look_with_everybody_on_it():
    look = a_look(children=[5, 3], cases=[12, 9, 4])

    assert (look.child, look.case, look.subject) == (None, None, "list")
    assert (look.listed, look.details) == (" p3 p5 c4 c9 c12 ", {"shown": 3})


def test_people_in_no_record_yet_are_counted():
    look = a_look(children=[5], unknown=2, about="upload:8")

    assert (look.child, look.subject) == (None, "upload:8")
    assert (look.listed, look.details) == (" p5 ", {"shown": 3})


def test_a_change_says_as_what_it_was_made_and_for_what():
    told = Acting(**PRIYA, request="a1b2", page="casework:record", purpose="casework")
    with acting_as(told):
        told.children.add(5)
        entry = services.record(by="priya", act="changed", subject="case:12", details={})

    assert (entry.user, entry.role, entry.organisation) == (7, "SEND officer", "Hartwell council")
    assert (entry.child, entry.case, entry.purpose, entry.request) == (5, 12, "casework", "a1b2")


def test_a_change_by_somebody_else_than_who_asks_is_not_said_to_be_theirs():
    with acting_as(Acting(**PRIYA, request="a1b2")):
        entry = services.record(by="nightly", act="changed", subject="person:5", details={})

    assert (entry.by, entry.user, entry.role, entry.child) == ("nightly", None, "", 5)


def test_an_entry_of_the_first_form_keeps_its_hash():
    at = datetime(2026, 1, 19, 9, 30, 15, 250_000, tzinfo=UTC)
    content = Content(
        chain=1, number=2, at=at, by="dana", user=None, role="", organisation="", purpose="",
        act="return_read", subject="upload:1", child=None, case=None, listed="",
        details={"year": 2026}, request="", previous_hash="ab" * 32,
    )  # fmt: skip

    assert hash_of(content, 1) == (
        "8677fa97f68a96deffd3b7dee22dd74e1739340286a28dedf5b88c6fbb279f8b"
    )
    assert hash_of(content._replace(role="Head of SEND"), 1) == ""


def test_the_database_refuses_to_change_an_entry(three_entries):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.filter(number=2).update(by="somebody else")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEntry.objects.filter(number=2).delete()


def test_missing_triggers_are_named(without_triggers):
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
