"""Each child's files have a key of their own: kept by a master key, changed, and destroyed."""

import pytest
from click.testing import CliRunner
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.urls import reverse

from documents.conftest import work
from documents.made_up import pdf
from sendpath.audit.models import AuditEntry
from sendpath.config.cli.documents import documents as command
from sendpath.documents.models import ChildKey, Version, Words
from sendpath.documents.sealing import Tampered
from sendpath.documents.services import keys
from sendpath.documents.services.sealed import open_version
from sendpath.people.services import merging

pytestmark = pytest.mark.django_db


def read(document):
    with open_version(Version.objects.get(document=document)) as file:
        return file.read()


def test_master_keys_are_changed_without_touching_a_file(added, settings):
    content = pdf("Dear Amber")
    document = added(content)
    (path,) = (settings.MEDIA_ROOT / "documents").glob("*")
    before, old = path.read_bytes(), settings.DOCUMENT_KEYS[0]
    new = Fernet.generate_key().decode()

    settings.DOCUMENT_KEYS = [new, old]
    assert keys.rotate_keys(by="tests") == 1

    settings.DOCUMENT_KEYS = [new]
    assert read(document) == content
    assert path.read_bytes() == before
    settings.DOCUMENT_KEYS = [old]
    with pytest.raises(Tampered):
        read(document)
    assert AuditEntry.objects.get(act="document_keys_rotated").details == {"n": 1}


def test_a_child_whose_key_is_destroyed_has_no_readable_document(
    client, priya, added, settings, make_case
):
    other = make_case(surname="Other").person
    first, second = added(pdf("One says porridge")), added(b"Two says porridge.\n", "two.txt")
    kept = added(b"Another child.\n", "kept.txt", person=other)
    backup = {path: path.read_bytes() for path in (settings.MEDIA_ROOT / "documents").glob("*")}

    assert keys.destroy_key(person_id=first.person_id, by=priya) == 2
    work()

    for path, content in backup.items():  # as if somebody put a backup of the files back
        path.write_bytes(content)
    for document in (first, second):
        with pytest.raises(Tampered):
            read(document)
    assert ChildKey.objects.get(person=first.person_id).sealed == ""
    assert not Words.objects.filter(document__person=first.person_id).exists()
    assert read(kept) == b"Another child.\n"
    client.force_login(priya)
    page = client.get(reverse("documents:of_person", args=[first.person_id]))
    assert "The documents of this child were destroyed" in page.text
    gone = client.get(reverse("documents:document", args=[first.pk]))
    assert "Nobody can open it again" in gone.text


def test_the_files_of_a_destroyed_key_are_deleted(
    added, priya, settings, django_capture_on_commit_callbacks
):
    document = added(pdf("Dear Amber"))

    with django_capture_on_commit_callbacks(execute=True):
        keys.destroy_key(person_id=document.person_id, by=priya)

    assert list((settings.MEDIA_ROOT / "documents").glob("*")) == []


def test_nothing_is_added_for_a_child_whose_key_is_destroyed(add, priya):
    document = add(pdf("Dear Amber"))
    keys.destroy_key(person_id=document.person_id, by=priya)
    assert keys.destroy_key(person_id=document.person_id, by=priya) == 0

    with pytest.raises(ValidationError, match="were destroyed"):
        add(pdf("Dear Amber"))


def test_a_key_copied_to_another_child_opens_nothing(add, make_case):
    document = add(pdf("Dear Amber"))
    row = ChildKey.objects.get()
    other = make_case(surname="Other").person
    ChildKey.objects.create(person=other, sealed=row.sealed, made_at=row.made_at)

    with pytest.raises(Tampered):
        keys.key_of(person_id=other.pk)
    document.versions.update(document=document)
    document.person = document.sealed_for = other
    document.save()
    with pytest.raises(Tampered):
        read(document)


def test_when_two_records_are_merged_documents_move_and_open_as_they_are(
    add, child, make_case, dana
):
    twice = make_case(surname="Twice").person
    moved, own = add(pdf("Of the other record"), person=twice), add(pdf("Dear Amber"))
    row = merging.merge(kept_id=child.pk, other_id=twice.pk, reason="The school said", by=dana)

    moved.refresh_from_db()
    assert moved.person == child
    assert read(moved) == pdf("Of the other record")
    assert keys.destroy_key(person_id=child.pk, by=dana) == 2
    for document in (moved, own):
        with pytest.raises(Tampered):
            read(document)

    assert not ChildKey.objects.filter(destroyed_at=None).exists()
    merging.undo(merge=row, reason="It was not", give={}, by=dana)


def test_a_key_that_another_childs_files_lie_under_outlives_the_first(add, child, make_case, dana):
    twice = make_case(surname="Twice").person
    row = merging.merge(kept_id=child.pk, other_id=twice.pk, reason="The school said", by=dana)
    own, since = add(pdf("Dear Amber")), add(pdf("Since the merge"))
    merging.undo(
        merge=row, reason="It was not", give={"documents.Document.person": [since.pk]}, by=dana
    )
    since.refresh_from_db()
    assert since.person == twice

    assert keys.destroy_key(person_id=child.pk, by=dana) == 1
    with pytest.raises(Tampered):
        read(own)
    assert read(since) == pdf("Since the merge")


def test_a_file_put_in_anothers_place_does_not_open(add, settings):
    one, other = add(pdf("One")), add(pdf("Other"))
    folder = settings.MEDIA_ROOT / "documents"
    source, target = (folder / str(d.versions.get().stored_as) for d in (one, other))
    target.write_bytes(source.read_bytes())

    with pytest.raises(Tampered):
        read(other)


def test_without_a_master_key_nothing_is_kept(add, settings):
    settings.DOCUMENT_KEYS = []

    with pytest.raises(ImproperlyConfigured, match="SENDPATH_DOCUMENT_KEYS"):
        add(pdf("Dear Amber"))


def test_the_command_changes_and_destroys_keys(add, child, priya):
    add(pdf("Dear Amber"))
    run = CliRunner().invoke

    assert "1 key sealed anew" in run(command, ["rotate-keys"]).output
    asked = ["destroy-key", str(child.pk), "--by", "priya"]
    refused = run(command, asked, input="n\n")
    assert refused.exit_code == 1
    assert ChildKey.objects.get().destroyed_at is None
    done = run(command, [*asked, "--confirmed"])
    assert "1 file can never be read again" in done.output
    assert ChildKey.objects.get().destroyed_at
    assert run(command, [*asked[:-1], "nobody", "--confirmed"]).exit_code == 2


def test_a_key_is_made_once_for_a_child(add):
    for _ in range(2):
        add(pdf("Dear Amber"))

    assert ChildKey.objects.count() == 1
