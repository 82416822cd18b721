"""Loading what a SEN2 return cannot carry: NHS numbers, and who holds which case."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from nhs_number.validate import is_valid

from sendpath.accounts import services as accounts
from sendpath.accounts.models import Team, User
from sendpath.audit import services as audit
from sendpath.casework.selectors.for_return import held_cases_for_return
from sendpath.casework.services import cases
from sendpath.people import services as people
from sendpath.people.matching import KnownPerson, known_for_return

COLUMNS = ("upn", "uln", "nhs_number", "team", "officer")
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row that was passed over, by its line in the file, and why."""

    line: int
    words: str


@dataclass(slots=True)
class Loaded:
    """How many people were given a number, how many cases a holder, and what was passed over."""

    numbers: int
    allocated: int
    faults: list[RowFault]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: dict[str, str]

    @property
    def holder(self) -> tuple[str, str]:
        return self.values["team"], self.values["officer"]


@transaction.atomic
def load(*, source: BinaryIO, by: User) -> Loaded:
    """Give people their NHS numbers, and their cases a team and an officer.

    A row whose person is not in the record, or whose number fails its check, is passed over
    and named. Teams and officers that are new are added; an officer added here cannot sign
    in. Loading the same file again changes nothing.
    """
    loaded = Loaded(0, 0, [])
    holders = _Holders(by)
    with _as_text(source) as text:
        rows = _rows(text)
        while chunk := list(islice(rows, CHUNK)):
            found = dict(_people(chunk, loaded.faults))
            loaded.numbers += _number(found.values())
            loaded.allocated += _allocate(found, holders, by)
    audit.record(
        by=by.username,
        act="local_details_loaded",
        subject="cases",
        details={
            "numbers": loaded.numbers,
            "allocated": loaded.allocated,
            "faults": len(loaded.faults),
        },
    )
    return loaded


@contextmanager
def _as_text(source: BinaryIO) -> Iterator[TextIOWrapper]:
    text = TextIOWrapper(source, encoding="utf-8-sig", newline="")
    try:
        yield text
    finally:
        text.detach()  # whoever opened the file closes it


def _rows(text: TextIOWrapper) -> Iterator[_Row]:
    reader = csv.DictReader(text)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise ValidationError(
            f"The file has no column {', '.join(missing)}. Its first line must name the columns "
            f"{', '.join(COLUMNS)}."
        )
    for row in reader:
        yield _Row(reader.line_num, {name: (row[name] or "").strip() for name in COLUMNS})


def _people(
    rows: list[_Row], faults: list[RowFault]
) -> Iterator[tuple[int, tuple[KnownPerson, _Row]]]:
    upns = {row.values["upn"] for row in rows} - {""}
    ulns = {row.values["uln"] for row in rows} - {""}
    known = known_for_return(upns=upns, ulns=ulns, born_on=())
    by_upn = {person.upn: person for person in known if person.upn}
    by_uln = {person.uln: person for person in known if person.uln}
    for row in rows:
        person = by_upn.get(row.values["upn"]) or by_uln.get(row.values["uln"])
        number = row.values["nhs_number"]
        if not (row.values["upn"] or row.values["uln"]):
            faults.append(RowFault(row.line, "There is no UPN and no ULN to tell whose row it is."))
        elif person is None:
            faults.append(RowFault(row.line, "Nobody in the record has this UPN or ULN."))
        elif number and not is_valid(number):
            faults.append(RowFault(row.line, "The NHS number fails its check digit."))
        else:
            yield person.person_id, (person, row)


def _number(found: Iterable[tuple[KnownPerson, _Row]]) -> int:
    numbers = {
        person.person_id: row.values["nhs_number"]
        for person, row in found
        if row.values["nhs_number"] not in ("", person.nhs_number)
    }
    if numbers:
        people.add_nhs_numbers(numbers=numbers)
    return len(numbers)


class _Holders:
    """Teams and officers by the names the file gives them, added where they are new."""

    def __init__(self, by: User) -> None:
        self._by = by
        self._known: dict[tuple[str, str], tuple[Team | None, User | None]] = {}

    def of(self, named: tuple[str, str]) -> tuple[Team | None, User | None]:
        """Return the team and the officer so named; an officer's own team comes first."""
        if named not in self._known:
            self._known[named] = self._found(*named)
        return self._known[named]

    def _found(self, team_name: str, username: str) -> tuple[Team | None, User | None]:
        team = accounts.add_team(name=team_name) if team_name else None
        if not username:
            return team, None
        officer = accounts.add_user(
            username=username,
            full_name=username.title(),
            role="officer",
            team=team,
            password=None,
            by=self._by.username,
        )
        held = officer.memberships_now
        return next((one.team for one in held if one.team), team), officer


def _allocate(found: dict[int, tuple[KnownPerson, _Row]], holders: _Holders, by: User) -> int:
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for case in held_cases_for_return(person_ids=found):
        _, row = found[case.person_id]
        team, officer = holders.of(row.holder)
        holder = (team.pk if team else None, officer.pk if officer else None)
        if holder not in {(case.team_id, case.officer_id), (None, None)}:
            wanted[row.holder].append(case.case_id)
    for named, case_ids in wanted.items():
        team, officer = holders.of(named)
        cases.allocate(case_ids=case_ids, team=team, officer=officer, by=by)
    return sum(map(len, wanted.values()))
