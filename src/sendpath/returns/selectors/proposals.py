"""What accepting some people of a return would change in the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sendpath.casework.selectors.for_return import CaseHistory, histories_for_return
from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.dates import real_date
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import survey
from sendpath.people.matching import FIELDS, KnownPerson, known_for_return, people_for_return
from sendpath.people.services import Particulars
from sendpath.returns.blocking import IDENTITY, TOO_LONG
from sendpath.returns.comparison import Act, Change, compared
from sendpath.returns.mapping import divided
from sendpath.returns.mapping.facts import CaseFact
from sendpath.returns.mapping.person import ITEMS, particulars_of, too_long
from sendpath.returns.mapping.stored import Stored, as_json
from sendpath.returns.matching import CaseKeys, KnownPeople, Match, RecordKeys, likeness, paired
from sendpath.returns.models import CaseParticulars, StagedPerson, Upload
from sendpath.web import clock

Verdict = StagedPerson.Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProposal:
    """What would be recorded in one case; a new one has no number yet."""

    case_id: int | None
    items: Stored
    changes: list[Change]
    items_changed: bool


@dataclass(slots=True, kw_only=True)
class Proposal:
    """What would become of one person of a return."""

    position: int
    who: Particulars | None
    person_id: int | None = None
    fault: tuple[str, str] | None = None
    """The rule and the words of what keeps the person out."""
    person_changes: list[str] = field(default_factory=list)
    cases: list[CaseProposal] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        if self.fault or self.who is None:
            return Verdict.FAULTY
        if self.person_id is None:
            return Verdict.NEW
        recording = any(
            case.case_id is None
            or case.items_changed
            or any(change.act is not Act.KEEP for change in case.changes)
            for case in self.cases
        )
        return Verdict.CHANGED if self.person_changes or recording else Verdict.UNCHANGED

    @property
    def words(self) -> list[str]:
        """Every difference, as the preview shows it."""
        words = list(self.person_changes)
        for case in self.cases:
            if case.case_id is None and self.person_id is not None:
                words.append("A new case is opened")
            words += [change.words for change in case.changes]
            if case.items_changed and case.case_id is not None:
                words.append("Details that only the return holds are different")
        return words


def survey_day(upload: Upload) -> date:
    """Return the day up to which the return's facts count: its survey day, or today if earlier."""
    return min(survey(upload.survey_year).day, clock.today())


def proposals(*, upload: Upload, people: Sequence[tuple[int, Record]]) -> list[Proposal]:
    """Return what would become of each of these people, given as place in file and record."""
    found = [Proposal(position=at, who=particulars_of(record)) for at, record in people]
    _identify(upload, people, found)
    known = people_for_return(person_ids={p.person_id for p in found if p.person_id})
    histories = histories_for_return(person_ids=known)
    held = _held_items(case.case_id for cases in histories.values() for case in cases)
    comparing = _Comparing(upload, held)
    for proposal, (_, record) in zip(found, people, strict=True):
        if proposal.fault or proposal.who is None:
            continue
        if proposal.person_id:
            person = known[proposal.person_id]
            proposal.who = _with_numbers_of_today(proposal.who, person)
            proposal.person_changes = _person_changes(person, proposal.who)
        cases = histories.get(proposal.person_id or 0, [])
        proposal.cases = comparing.of_person(record.all("requests"), cases)
    return found


def _identify(
    upload: Upload, people: Sequence[tuple[int, Record]], found: Sequence[Proposal]
) -> None:
    """Say of each person who they are in the record, or why that cannot be said."""
    known = KnownPeople(_perhaps_known([p.who for p in found if p.who]))
    matches = {p.position: known.match(p.who) for p in found if p.who}
    meant = {match.person_id for match in matches.values() if match.person_id}
    claimed = _claimed_elsewhere(upload, [position for position, _ in people], meant)
    unnumbered: set[tuple[str, ...]] = set()
    for proposal, (_, record) in zip(found, people, strict=True):
        if proposal.who is None:
            proposal.fault = (IDENTITY, "There is no real date of birth.")
            continue
        if long := too_long(record):
            proposal.fault = (TOO_LONG, f"{', '.join(long)} holds more than the record keeps.")
            continue
        match = matches[proposal.position]
        alike = likeness(proposal.who)
        if match.person_id in claimed or alike in unnumbered:
            match = Match(fault="Another person of this return is the same, as far as can be told.")
        if match.person_id is None and not (proposal.who["upn"] or proposal.who["uln"]):
            unnumbered.add(alike)
        if match.fault:
            proposal.fault = (IDENTITY, match.fault)
        elif match.person_id:
            proposal.person_id = match.person_id
            claimed.add(match.person_id)


def _perhaps_known(people: Collection[Particulars]) -> list[KnownPerson]:
    upns = {who["upn"] for who in people if who["upn"]}
    ulns = {who["uln"] for who in people if who["uln"]}
    numbered = known_for_return(upns=upns, ulns=ulns, born_on=())
    seen = {person.upn for person in numbered} | {person.uln for person in numbered}
    seen = seen.union(*(person.former for person in numbered))
    unmet = {who["birth_date"] for who in people if not ({who["upn"], who["uln"]} - {""}) & seen}
    return numbered + (known_for_return(upns=(), ulns=(), born_on=unmet) if unmet else [])


def _claimed_elsewhere(
    upload: Upload, positions: Collection[int], people: Collection[int]
) -> set[int]:
    """Return which of these people the return has also at other places than these."""
    if not people:
        return set()
    rows = upload.people.filter(person_id__in=people).exclude(verdict=Verdict.FAULTY)
    outside = rows.exclude(position__range=(min(positions), max(positions)))
    found = outside.order_by().values_list("person_id", flat=True)
    return {person_id for person_id in found if person_id}


def _with_numbers_of_today(who: Particulars, known: KnownPerson) -> Particulars:
    """Return particulars in which no former number takes the place of the one that followed it."""
    if who["upn"] in known.former and known.upn:
        who = {**who, "upn": known.upn}
    return {**who, "uln": known.uln} if who["uln"] in known.former and known.uln else who


def _person_changes(known: KnownPerson, who: Particulars) -> list[str]:
    labels = {"birth_date": "PersonBirthDate", **ITEMS}
    told: dict[str, object] = dict(who)
    return [
        f"{labels[name]}: {told[name] or 'blank'} instead of {getattr(known, name) or 'blank'}"
        for name in FIELDS
        if name in told and told[name] != getattr(known, name)
    ]


def _held_items(case_ids: Iterable[int]) -> dict[int, tuple[int, Stored]]:
    rows = CaseParticulars.objects.filter(case__in=list(case_ids))
    return {pk: (year, items) for pk, year, items in rows.values_list("pk", "survey_year", "items")}


class _Comparing:
    def __init__(self, upload: Upload, held: dict[int, tuple[int, Stored]]) -> None:
        self.upload, self.held = upload, held
        self.as_at, self.today = survey_day(upload), clock.today()

    def of_person(
        self, requests: Sequence[Record], cases: Sequence[CaseHistory]
    ) -> list[CaseProposal]:
        told = [divided(record, as_at=self.as_at) for record in requests]
        places = paired(
            [_record_keys(record) for record in requests],
            [self._case_keys(case) for case in cases],
            survey_year=self.upload.survey_year,
        )
        by_id = {case.case_id: case for case in cases}
        return [
            self._of_case(by_id[case_id] if case_id else None, as_json(left), facts)
            for case_id, (left, facts) in zip(places, told, strict=True)
        ]

    def _of_case(
        self, case: CaseHistory | None, items: Stored, facts: list[CaseFact]
    ) -> CaseProposal:
        year, held = self.held.get(case.case_id, (0, None)) if case else (0, None)
        if case and year > self.upload.survey_year:
            words = f"Left as it is: the return of {year} has been loaded for this case"
            kept = [Change(act=Act.KEEP, words=words)]
            return CaseProposal(
                case_id=case.case_id, items=items, changes=kept, items_changed=False
            )
        changes = compared(
            facts,
            case.recorded if case else (),
            source=self.upload.source,
            today=self.today,
        )
        same = held == items and year == self.upload.survey_year
        return CaseProposal(
            case_id=case.case_id if case else None,
            items=items,
            changes=changes,
            items_changed=not same,
        )

    def _case_keys(self, case: CaseHistory) -> CaseKeys:
        year, _ = self.held.get(case.case_id, (None, None))
        return CaseKeys(
            case_id=case.case_id,
            received_on=_days(case, Kind.REQUEST_RECEIVED),
            started_on=_days(case, Kind.FINALISED_SENT),
            survey_year=year,
        )


def _days(case: CaseHistory, kind: Kind) -> frozenset[date]:
    return frozenset(row.event.occurred_on for row in case.recorded if row.event.kind is kind)


def _record_keys(record: Record) -> RecordKeys:
    assessment = record.first("assessment")
    plan = assessment.first("named_plan") if assessment else None
    return RecordKeys(
        received_on=real_date(record.values.get("ReceivedDate")),
        started_on=real_date(plan.values.get("StartDate")) if plan else None,
    )
