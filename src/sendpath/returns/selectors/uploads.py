"""What the pages of a loaded return show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from sendpath.audit.acting import saw
from sendpath.core.sen2.areas import la_name
from sendpath.core.sen2.years import survey
from sendpath.returns.models import StagedFault, StagedPerson, Upload, WrittenReturn

HEADER_RULES = ("S2-001", "S2-002", "S2-003")
"""A fault of these means that it may not be the return it seems to be."""

EARLIER = 20


def earlier_uploads() -> QuerySet[Upload]:
    """Return what was loaded last, latest first."""
    return Upload.objects.select_related("uploaded_by", "job").order_by("-pk")[:EARLIER]


def doubts(upload: Upload) -> list[str]:
    """Return why this may be the wrong return; empty where nothing speaks against it."""
    header = upload.faults.filter(position=0, rule__in=HEADER_RULES)
    found = [fault.message for fault in header]
    if upload.la != settings.LA:
        told = upload.la or "missing"
        name = la_name(upload.la)
        found.append(
            f"The return is of local authority {told}{f' ({name})' if name else ''}, and this "
            f"system is for {settings.LA} ({settings.AREA})."
        )
    return found


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a preview: how many people, and what would become of them."""

    verdict: str
    words: str
    number: int


VERDICTS = (
    ("new", "New: not in the record yet"),
    ("changed", "In the record: something would change"),
    ("unchanged", "In the record: nothing would change"),
    ("faulty", "Left out until mended at source"),
)


def summary(upload: Upload) -> list[Count]:
    """Return how many people of an upload there are of each sort."""
    counted = upload.counts.get("verdicts", {})
    return [Count(verdict, words, counted.get(verdict, 0)) for verdict, words in VERDICTS]


def people_with(upload: Upload, verdict: str) -> QuerySet[StagedPerson]:
    """Return the people of an upload of whom this is true, in the order of the file."""
    return upload.people.filter(verdict=verdict)


def staged_shown(upload: Upload, people: Iterable[StagedPerson]) -> None:
    """Say that a page shows these people of an upload, of whom some may be in no record yet."""
    known = [person.person_id for person in people]
    ids = [pk for pk in known if pk]
    if known:
        saw(children=ids, unknown=len(known) - len(ids), about=f"upload:{upload.pk}")


@dataclass(frozen=True, slots=True)
class FaultLine:
    """One fault as a page or a spreadsheet shows it."""

    position: int
    name: str
    upn: str
    rule: str
    severity: str
    blocks: bool
    field: str
    line: int
    words: str
    mend: str


def faulty_positions(upload: Upload) -> QuerySet[StagedFault, int]:
    """Return the places in the file of everybody with a fault, those left out first."""
    rows = upload.faults.filter(position__gt=0).order_by("-blocks", "position")
    return rows.values_list("position", flat=True).distinct()


def fault_lines(upload: Upload, positions: list[int] | None = None) -> Iterator[FaultLine]:
    """Yield faults with the person each belongs to: all of them, or of these places only."""
    faults, people = upload.faults.all(), upload.people.all()
    if positions is not None:
        faults, people = (
            faults.filter(position__in=positions),
            people.filter(position__in=positions),
        )
    else:
        people = people.filter(position__in=faults.values("position"))
    known = {row.position: row for row in people.iterator()}
    staged_shown(upload, known.values())
    for fault in faults.iterator():
        yield _line(upload, fault, known.get(fault.position))


def _line(upload: Upload, fault: StagedFault, person: StagedPerson | None) -> FaultLine:
    rule = survey(upload.survey_year).rules.get(fault.rule)
    return FaultLine(
        position=fault.position,
        name=person.full_name if person else "",
        upn=person.record["values"].get("UPN", "") if person else "",
        rule=fault.rule,
        severity=fault.severity,
        blocks=fault.blocks,
        field=fault.field,
        line=fault.line,
        words=fault.message or (rule.text if rule else ""),
        mend="Mend here" if fault.mend_here else "Mend at source",
    )


def written_returns() -> QuerySet[WrittenReturn]:
    """Return the returns written from the record, latest first."""
    return WrittenReturn.objects.select_related("written_by").order_by("-pk")[:EARLIER]
