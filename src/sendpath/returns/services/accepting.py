"""Recording what an accepted return says, some hundred people to a transaction.

Each chunk marks its people as applied in the transaction that records them, so a worker
that is killed leaves nothing half done, and the next one goes on where it stopped.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.casework.services import cases, deadlines, record
from sendpath.casework.services.record import NewEvent
from sendpath.database.add_rows import add_rows
from sendpath.jobs import services as jobs
from sendpath.people import services as people
from sendpath.people.services.matching import LOOK_JOB
from sendpath.returns.mapping.stored import from_json
from sendpath.returns.models import CaseParticulars, StagedFault, StagedPerson, Upload
from sendpath.returns.selectors.proposals import CaseProposal, Proposal, Verdict, proposals
from sendpath.returns.selectors.uploads import doubts
from sendpath.returns.services.reading import Report, forget_unless_needed, silent, unmatched
from sendpath.web import clock

CHUNK = 500


def accept(*, upload: Upload, by: User, confirmed: bool = False, report: Report = silent) -> Upload:
    """Accept an upload that has been read, and record all of it before returning."""
    return apply(upload=begin(upload=upload, by=by, confirmed=confirmed), report=report)


@transaction.atomic
def begin(*, upload: Upload, by: User, confirmed: bool) -> Upload:
    """Say that an upload is to be recorded. `confirmed` is needed where its header is in doubt."""
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.state != Upload.State.READY:
        raise ValidationError("This return is not waiting to be accepted. Look at it again.")
    if not confirmed and doubts(upload):
        raise ValidationError("Confirm that this is the right return before you accept it.")
    upload.state = Upload.State.ACCEPTING
    upload.accepted_by, upload.accepted_at = by, clock.now()
    upload.save()
    _log(upload, "return_accepted", {"confirmed": confirmed})
    return upload


def apply(*, upload: Upload, report: Report = silent) -> Upload:
    """Record everybody in an accepted upload who is not recorded yet, then clear up."""
    sound = upload.people.exclude(verdict=Verdict.FAULTY)
    total, done = sound.count(), sound.filter(applied=True).count()
    last = 0
    while applied := _apply_chunk(upload, after=last):
        last, done = applied[-1], done + len(applied)
        report(done, total, "Recording people and dates")
    _clear_up(upload)
    deadlines.tell_planner()
    upload.refresh_from_db()
    return upload


@transaction.atomic
def _apply_chunk(upload: Upload, *, after: int) -> list[int]:
    """Record some of the people after that place in the file; return the places of those."""
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.state != Upload.State.ACCEPTING:
        return []
    waiting = upload.people.filter(applied=False, position__gt=after)
    rows = list(waiting.exclude(verdict=Verdict.FAULTY)[:CHUNK])
    if not rows:
        return []
    found = proposals(upload=upload, people=[(r.position, from_json(r.record)) for r in rows])
    done = _record(upload, found)
    _mark(upload, rows, found)
    upload.counts["done"] = dict(Counter(upload.counts.get("done", {})) + done)
    upload.save()
    places = [row.position for row in rows]
    _log(upload, "return_people_recorded", {"first": places[0], "last": places[-1], **done})
    return places


def _record(upload: Upload, found: Sequence[Proposal]) -> Counter[str]:
    """Write people, cases, events and particulars; return how many of each are new."""
    sound = [p for p in found if p.who and not p.fault]
    new = [p for p in sound if p.person_id is None]
    added = people.add_people(people=[p.who for p in new if p.who])
    for proposal, person in zip(new, added, strict=True):
        proposal.person_id = person.pk
    changed = {p.person_id: p.who for p in sound if p.person_id and p.who and p.person_changes}
    if changed:
        people.change_people(changes=changed)
    of_case, opened = _opened(sound)
    additions = {
        case_id: events
        for case_id, case in of_case.items()
        if (events := [change.new for change in case.changes if change.new])
    }
    by = upload.accepted_by
    recorded = _events(upload, by, additions) if by else 0
    _keep_particulars(upload, of_case)
    return Counter(people=len(added), people_changed=len(changed), cases=opened, events=recorded)


def _events(upload: Upload, by: User, additions: dict[int, list[NewEvent]]) -> int:
    if not additions:
        return 0
    return record.record_events(additions=additions, by=by, source=upload.source)


def _opened(sound: Sequence[Proposal]) -> tuple[dict[int, CaseProposal], int]:
    """Open the cases that are new; return every case proposed by id, and how many are new."""
    told = [(p.person_id, case) for p in sound if p.person_id for case in p.cases]
    known = {case.case_id: case for _, case in told if case.case_id is not None}
    new = [(person_id, case) for person_id, case in told if case.case_id is None]
    opened = cases.open_cases(person_ids=[person_id for person_id, _ in new])
    pairs = zip(opened, new, strict=True)
    return {**known, **{row.pk: case for row, (_, case) in pairs}}, len(opened)


def _keep_particulars(upload: Upload, of_case: dict[int, CaseProposal]) -> None:
    changed = {case_id: case for case_id, case in of_case.items() if case.items_changed}
    year, opened = upload.survey_year, {pk for pk, case in changed.items() if case.case_id is None}
    add_rows(
        CaseParticulars,
        ("case", "survey_year", "items"),
        [(case_id, year, json.dumps(changed[case_id].items)) for case_id in opened],
    )
    CaseParticulars.objects.bulk_create(
        [
            CaseParticulars(case_id=case_id, survey_year=year, items=case.items)
            for case_id, case in changed.items()
            if case_id not in opened
        ],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=["survey_year", "items"],
    )


def _mark(upload: Upload, rows: Sequence[StagedPerson], found: Sequence[Proposal]) -> None:
    StagedPerson.objects.bulk_create(
        [
            StagedPerson(
                upload=upload,
                position=row.position,
                record={},
                verdict=Verdict.FAULTY if proposal.fault else row.verdict,
                person_id=proposal.person_id,
                applied=True,
            )
            for row, proposal in zip(rows, found, strict=True)
        ],
        # an insert that always conflicts: several times as quick as `bulk_update`
        update_conflicts=True,
        unique_fields=["upload", "position"],
        update_fields=["verdict", "person_id", "applied"],
    )
    StagedFault.objects.bulk_create([unmatched(upload, p) for p in found if p.fault])


@transaction.atomic
def _clear_up(upload: Upload) -> None:
    """Keep of an accepted upload its hash, its counts and its faults, but no values."""
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.state == Upload.State.ACCEPTING:
        left_out = upload.people.filter(verdict=Verdict.FAULTY).count()
        upload.counts["left_out"] = left_out
        upload.people.all().delete()
        upload.faults.update(message="")
        upload.state = Upload.State.ACCEPTED
        upload.save()
        _log(upload, "return_recorded", {"left_out": left_out})
        jobs.enqueue(kind=LOOK_JOB, arguments={}, by=upload.accepted_by)
    forget_unless_needed(upload)


def _log(upload: Upload, act: str, details: dict[str, int]) -> None:
    by = upload.accepted_by.username if upload.accepted_by else ""
    audit.record(by=by, act=act, subject=f"upload:{upload.pk}", details=details)
