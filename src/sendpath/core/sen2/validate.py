"""Check a return against the rules of its survey year.

What the Department's own check will say after the upload, said before it. Five rules
refuse a file; errors must be cleared; queries need a note. A `Validator` takes people one
at a time, so the same rules serve a file and the casework record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from sendpath.core.sen2 import chain
from sendpath.core.sen2.chain import Link, Reference, Setting
from sendpath.core.sen2.issues import Issue, issue
from sendpath.core.sen2.notes import OUTSIDE_SPECIFICATION, Note
from sendpath.core.sen2.read import LIMIT, read_return
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.refusal import Refused
from sendpath.core.sen2.rules import RULES, OnlyAQuery
from sendpath.core.sen2.whole_return import WholeReturn
from sendpath.core.sen2.years import Survey

TESTED_HERE = frozenset(
    {"S2-108", "S2-119", "S2-121", "S2-122", "S2-309", "S2-410", "S2-604"}
    | {"S2-F01", "S2-F02", "S2-F03", "S2-F04", "S2-F05", "S2-F06", "S2-F07", "S2-F08"}
)
"""Rules that look at the file or at the whole return, and so are not among `RULES`."""


class Validator:
    """Asks every rule of the survey year of every record.

    `now` is the moment against which a time in the future is known, in the local time in
    which the file is written; without it that question is not asked. Rules that need the
    register of schools or the area's postcodes stay silent without `reference`.
    """

    def __init__(
        self,
        survey: Survey,
        *,
        lea: str,
        now: datetime | None = None,
        reference: Reference | None = None,
    ) -> None:
        self._survey = survey
        self._around = Setting(survey, lea=lea, now=now, reference=reference)
        self._whole = WholeReturn()
        self._tests = {
            kind: [
                (survey.rules[n], test) for n, test in RULES.of(kind).items() if n in survey.rules
            ]
            for kind in _KINDS
        }

    def person(self, record: Record, position: int) -> list[Issue]:
        """Return the issues of one person, who stands at that place in the file, from 1."""
        person = chain.Person(record, self._around)
        self._whole.add(person, position)
        issues = self._repeated(record, position)
        for link in _links(person):
            issues += self._ask(link, position)
        return issues

    def finish(self, header: Record, notes: Iterable[Note] = ()) -> list[Issue]:
        """Return the issues of the header, the file and the whole return.

        Call it once, after the last person: duplicates and shares are known only then.
        """
        issues = self._ask(chain.Header(header, self._around), 0) + self._repeated(header, 0)
        issues += [
            self._issue("S2-F05", 0, note.path.rpartition("/")[2], detail=note.message)
            for note in notes
            if note.oddity in OUTSIDE_SPECIFICATION
        ]
        if not self._whole.people:
            issues.append(self._issue("S2-F08", 0, ""))
        for share, counts in self._whole.shares_passed():
            issues.append(self._issue(share.rule, 0, share.field, detail=counts))
        for rule, item, (number, line), others in self._whole.shared():
            record = Record("person", line=line)
            issues.append(self._issue(rule, number, item, record=record, detail=others))
        return issues

    def _ask(self, link: Link, position: int) -> list[Issue]:
        issues = []
        for rule, test in self._tests[type(link)]:
            field = test(link)
            if field is not None:
                severity = "query" if isinstance(field, OnlyAQuery) else None
                issues.append(
                    issue(
                        self._survey,
                        rule,
                        person=position,
                        field=field,
                        record=link.record,
                        severity=severity,
                    )
                )
        return issues

    def _repeated(self, record: Record, position: int) -> list[Issue]:
        issues = []
        for inner in record.walk():
            plans = ("NamedPlan",) if len(inner.all("named_plan")) > 1 else ()
            issues += [
                self._issue("S2-F06", position, item, record=inner)
                for item in dict.fromkeys(inner.repeated + plans)
            ]
        return issues

    def _issue(
        self,
        rule: str,
        position: int,
        field: str,
        *,
        record: Record | None = None,
        detail: str = "",
    ) -> Issue:
        return issue(
            self._survey,
            self._survey.rules[rule],
            person=position,
            field=field,
            record=record,
            detail=detail,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of checking one file.

    A file that is refused has `refused_by` and `refusal`, and nothing else. `counts` holds
    the number of people, records by module, errors and queries.
    """

    accepted: bool
    refused_by: str | None = None
    refusal: str = ""
    issues: tuple[Issue, ...] = ()
    counts: Counter[str]
    notes: tuple[Note, ...] = ()


def validate(
    source: BinaryIO,
    *,
    limit: int = LIMIT,
    size: int | None = None,
    now: datetime | None = None,
    reference: Reference | None = None,
) -> Report:
    """Read a file to its end and return everything that is to be said about it.

    Never raises on account of the file: a refusal is a report too.
    """
    try:
        return _checked(source, limit=limit, size=size, now=now, reference=reference)
    except Refused as refused:
        return Report(
            accepted=False, refused_by=refused.rule, refusal=refused.message, counts=Counter()
        )


def _checked(
    source: BinaryIO,
    *,
    limit: int,
    size: int | None,
    now: datetime | None,
    reference: Reference | None,
) -> Report:
    file = read_return(source, limit=limit, size=size)
    lea = file.header.values.get("LEA", "")
    validator = Validator(file.survey, lea=lea, now=now, reference=reference)
    counts: Counter[str] = Counter()
    issues: list[Issue] = []
    for position, record in enumerate(file.persons(), start=1):
        counts.update(inner.module for inner in record.walk())
        issues += validator.person(record, position)
    issues += validator.finish(file.header, file.notes)
    issues.sort(key=lambda found: (found.person, found.rule, found.line))
    counts.update(found.severity for found in issues)
    return Report(accepted=True, issues=tuple(issues), counts=counts, notes=file.notes)


_KINDS: tuple[type[Link], ...] = (
    chain.Header,
    chain.Person,
    chain.Request,
    chain.Assessment,
    chain.Plan,
    chain.Detail,
    chain.Active,
    chain.Placement,
    chain.Need,
)


def _links(person: chain.Person) -> list[Link]:
    links: list[Link] = [person]
    for request in person.requests:
        links.append(request)
        for assessment in request.assessments:
            links.append(assessment)
            for plan in assessment.plans:
                links += [plan, *plan.details]
        for active in request.active:
            links += [active, *active.placements, *active.needs]
    return links
