"""Reading an uploaded return into staging, some hundred people to a transaction.

A worker that is killed loses nothing: the file is read again from its beginning, since the
rules on the whole return need that, and people who were staged already are passed over.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max

from sendpath.audit import services as audit
from sendpath.core.sen2.issues import Issue
from sendpath.core.sen2.notes import OUTSIDE_SPECIFICATION, Note
from sendpath.core.sen2.read import Return, read_return
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.refusal import Refused
from sendpath.core.sen2.validate import Validator
from sendpath.database.add_rows import add_rows
from sendpath.returns.blocking import blocks, mend_here
from sendpath.returns.mapping.stored import as_json
from sendpath.returns.models import OPEN, StagedFault, StagedPerson, Upload
from sendpath.returns.selectors.proposals import Proposal, Verdict, proposals
from sendpath.returns.services import files
from sendpath.web import clock

CHUNK = 500
COLUMNS = ("upload", "position", "record", "verdict", "person_id", "changes", "applied")
NOTES = 50

Report = Callable[[int, int, str], None]
"""Told how many are done, of how many, and what is being done."""

Checked = tuple[int, Record, list[Issue]]


class NoLongerReading(Exception):
    """The upload was cancelled while it was being read."""


def silent(done: int, total: int, doing: str) -> None:
    """Report to nobody."""


def read(*, upload: Upload, report: Report = silent) -> Upload:
    """Stage everybody in an upload, with their faults and what accepting them would change.

    A file that turns out not to be a return after all ends as refused, with nothing staged.
    Does nothing to an upload that has been read before.
    """
    if upload.state != Upload.State.READING:
        return upload
    try:
        with files.path_of(upload.sha256).open("rb") as source:
            file = read_return(source, limit=settings.LARGEST_RETURN, size=upload.size)
            _stage_everybody(upload, file, report)
    except Refused as refused:
        _refuse(upload, refused)
    except NoLongerReading:
        pass
    upload.refresh_from_db()
    return upload


def people_in(upload: Upload) -> int:
    """Return about how many people the file holds: a count of their opening tags."""
    count, tail = 0, b""
    with files.path_of(upload.sha256).open("rb") as source:
        while piece := source.read(files.PIECE):
            count += (tail + piece).count(b"<Person>")
            tail = piece[-7:]
    return count


def _stage_everybody(upload: Upload, file: Return, report: Report) -> None:
    staged = upload.people.aggregate(last=Max("position"))["last"] or 0
    lea = file.header.values.get("LEA", "")
    validator = Validator(file.survey, lea=lea, now=clock.now().replace(tzinfo=None))
    expected, records = people_in(upload), Counter[str]()
    people = _checked(file, validator, records)
    done = 0
    while chunk := list(islice(people, CHUNK)):
        done = chunk[-1][0]
        if done > staged:
            _stage(upload, [checked for checked in chunk if checked[0] > staged])
        report(done, max(done, expected), "Reading and checking people")
    _finish(upload, validator.finish(file.header, file.notes), file.notes, records)


def _checked(file: Return, validator: Validator, records: Counter[str]) -> Iterator[Checked]:
    for position, record in enumerate(file.persons(), start=1):
        records.update(inner.module for inner in record.walk())
        yield position, record, validator.person(record, position)


@transaction.atomic
def _stage(upload: Upload, chunk: list[Checked]) -> None:
    _still_reading(upload)
    sound = [
        (position, record) for position, record, issues in chunk if not any(map(blocks, issues))
    ]
    found = {p.position: p for p in proposals(upload=upload, people=sound)} if sound else {}
    rows = [_row(upload, checked, found.get(checked[0])) for checked in chunk]
    add_rows(StagedPerson, COLUMNS, rows)
    faults = [fault_of(upload, issue) for _, _, issues in chunk for issue in issues]
    lines = {position: record.line for position, record, _ in chunk}
    faults += [
        unmatched(upload, proposal, line=lines[proposal.position])
        for proposal in found.values()
        if proposal.fault
    ]
    StagedFault.objects.bulk_create(faults)


def _row(upload: Upload, checked: Checked, proposal: Proposal | None) -> tuple[object, ...]:
    position, record, _ = checked
    return (
        upload.pk,
        position,
        json.dumps(as_json(record)),
        proposal.verdict.value if proposal else Verdict.FAULTY.value,
        proposal.person_id if proposal else None,
        json.dumps(proposal.words if proposal else []),
        False,
    )


def fault_of(upload: Upload, issue: Issue) -> StagedFault:
    """Return the row for a broken rule."""
    return StagedFault(
        upload=upload,
        position=issue.person,
        rule=issue.rule,
        severity=issue.severity,
        field=issue.field[:40],
        line=issue.line,
        message=issue.message,
        mend_here=mend_here(issue),
        blocks=blocks(issue),
    )


def unmatched(upload: Upload, proposal: Proposal, *, line: int = 0) -> StagedFault:
    """Return the row for a person of whom it cannot be said who they are."""
    rule, message = proposal.fault or ("", "")
    return StagedFault(
        upload=upload,
        position=proposal.position,
        rule=rule,
        severity="error",
        line=line,
        message=message,
        mend_here=False,
        blocks=True,
    )


@transaction.atomic
def _finish(
    upload: Upload, issues: Iterable[Issue], notes: Iterable[Note], records: Counter[str]
) -> None:
    upload = _still_reading(upload)
    last = [fault_of(upload, issue) for issue in issues]
    StagedFault.objects.bulk_create(last)
    barred = {fault.position for fault in last if fault.blocks}
    upload.people.filter(position__in=barred).update(verdict=Verdict.FAULTY, changes=[])
    verdicts = upload.people.order_by().values_list("verdict").annotate(n=Count("pk"))
    severities = upload.faults.order_by().values_list("severity").annotate(n=Count("pk"))
    upload.counts = {
        "people": records["person"],
        "requests": records["requests"],
        "plans": records["named_plan"],
        "verdicts": dict(verdicts),
        "severities": dict(severities),
        "notes": [n.message for n in notes if n.oddity not in OUTSIDE_SPECIFICATION][:NOTES],
    }
    upload.state = Upload.State.READY
    upload.save()
    audit.record(
        by=upload.uploaded_by.username,
        act="return_read",
        subject=f"upload:{upload.pk}",
        details={"people": records["person"]},
    )


@transaction.atomic
def _refuse(upload: Upload, refused: Refused) -> None:
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    upload.people.all().delete()
    upload.faults.all().delete()
    upload.state, upload.refusal = Upload.State.REFUSED, refused.message
    upload.save()
    forget_unless_needed(upload)


def forget_unless_needed(upload: Upload) -> None:
    """Delete an upload's file once the transaction holds, unless another upload needs it."""
    others = Upload.objects.filter(sha256=upload.sha256, state__in=OPEN).exclude(pk=upload.pk)
    if not others.exists():
        transaction.on_commit(lambda: files.forget(upload.sha256))


def forget_leftovers() -> int:
    """Delete the files that no upload needs, left where a process was killed before it could."""
    return files.forget_all_but(
        set(Upload.objects.filter(state__in=OPEN).values_list("sha256", flat=True))
    )


def _still_reading(upload: Upload) -> Upload:
    locked = Upload.objects.select_for_update().get(pk=upload.pk)
    if locked.state != Upload.State.READING:
        raise NoLongerReading
    return locked
