"""Writing the return from the record, and checking what was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.audit.acting import saw
from sendpath.core.sen2.issues import Issue
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.validate import Validator
from sendpath.core.sen2.write import file_name, write_return
from sendpath.core.sen2.years import Survey, survey
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.returns.models import WrittenFault, WrittenReturn
from sendpath.returns.selectors.export import Entry, entries_for_return, header_for_return
from sendpath.returns.services import files
from sendpath.returns.services.reading import Report, silent
from sendpath.web import clock

WRITE_JOB = "returns.write"


def write_later(*, year: int, by: User) -> Job:
    """Have a worker write the return of a survey year."""
    return jobs.enqueue(kind=WRITE_JOB, arguments={"year": survey(year).year}, by=by)


def write(*, year: int, by: User, job: Job | None = None, report: Report = silent) -> WrittenReturn:
    """Write the return of a survey year from the record as it stands, and check it.

    Each has the next serial number. A job that is run again after it has written gives
    the return it wrote.
    """
    earlier = WrittenReturn.objects.filter(job=job).first() if job else None
    if earlier:
        return earlier
    asked = survey(year)
    header = header_for_return(asked)
    writing = _Writing(asked, header, report)
    kept = files.keep(writing.write, place=files.WRITTEN)
    return _note(writing, kept, by=by, job=job)


@dataclass(slots=True)
class _Writing:
    """People on their way into the file, looked at by the rules as they pass."""

    survey: Survey
    header: Record
    report: Report
    issues: list[Issue] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    """The person and case told of at each place in the file."""
    records: Counter[str] = field(default_factory=Counter)

    def write(self, out: BinaryIO) -> None:
        validator = Validator(self.survey, lea=self.header.values["LEA"])
        write_return(out, survey=self.survey, header=self.header, persons=self._persons(validator))
        self.issues += validator.finish(self.header)

    def _persons(self, validator: Validator) -> Iterator[Record]:
        for entries in entries_for_return(self.survey):
            for entry in entries:
                yield self._looked_at(entry, validator)
            self.report(len(self.told), 0, "Writing people")

    def _looked_at(self, entry: Entry, validator: Validator) -> Record:
        self.told.append((entry.person_id, entry.case_id))
        self.issues += validator.person(entry.record, len(self.told))
        self.records.update(inner.module for inner in entry.record.walk())
        return entry.record

    def of(self, issue: Issue) -> tuple[int | None, int | None]:
        """Return the person and the case an issue is about, neither for the whole file."""
        return self.told[issue.person - 1] if issue.person else (None, None)


@transaction.atomic
def _note(writing: _Writing, kept: files.Kept, *, by: User, job: Job | None) -> WrittenReturn:
    severities = Counter(issue.severity for issue in writing.issues)
    row = WrittenReturn.objects.create(
        survey_year=writing.survey.year,
        serial=writing.header.values["SerialNo"],
        name=file_name(writing.header),
        sha256=kept.sha256,
        counts={
            "people": writing.records["person"],
            "requests": writing.records["requests"],
            "plans": writing.records["named_plan"],
            "severities": dict(severities),
        },
        job=job,
        written_by=by,
        written_at=clock.now(),
    )
    WrittenFault.objects.bulk_create(_faults(writing, row), batch_size=1000)
    audit.record(
        by=by.username,
        act="return_written",
        subject=f"written:{row.pk}",
        details={"year": row.survey_year, "serial": row.serial, "sha256": kept.sha256},
    )
    return row


def _faults(writing: _Writing, row: WrittenReturn) -> Sequence[WrittenFault]:
    return [
        WrittenFault(
            written=row,
            person_id=person_id,
            case_id=case_id,
            rule=issue.rule,
            severity=issue.severity,
            field=issue.field[:40],
            message=issue.message,
        )
        for issue in writing.issues
        for person_id, case_id in [writing.of(issue)]
    ]


def open_written(*, written: WrittenReturn, by: User) -> BinaryIO:
    """Open a written return to be downloaded, and note who took it."""
    file = files.path_of(written.sha256, place=files.WRITTEN).open("rb")
    saw(unknown=written.counts["people"], about=f"written:{written.pk}")
    audit.record(
        by=by.username,
        act="return_downloaded",
        subject=f"written:{written.pk}",
        details={"sha256": written.sha256},
    )
    return file
