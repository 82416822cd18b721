"""Which person, and which of their cases, a record of a return is about.

People are never joined because they look alike: an identifier decides, and where there is
none, name, date of birth and postcode together. Anything less is for somebody to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sendpath.core.people.names import plain
from sendpath.core.sen2.identifiers import is_temporary_upn
from sendpath.people.matching import KnownPerson
from sendpath.people.services import Particulars


@dataclass(frozen=True, slots=True)
class Match:
    """The person a record is about; none if new. With a fault, somebody must decide."""

    person_id: int | None = None
    fault: str = ""


class KnownPeople:
    """People in the record, to be asked whether one of them is meant."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._by_upn: dict[str, KnownPerson] = {}
        self._by_uln: dict[str, KnownPerson] = {}
        self._by_birth: dict[date, list[KnownPerson]] = {}
        everyone = {person.person_id: person for person in people}.values()
        for person in everyone:
            # a former number means its person still, unless it has become somebody else's
            self._by_upn |= dict.fromkeys(person.former, person)
            self._by_uln |= dict.fromkeys(person.former, person)
        for person in everyone:
            if person.upn:
                self._by_upn[person.upn] = person
            if person.uln:
                self._by_uln[person.uln] = person
            self._by_birth.setdefault(person.birth_date, []).append(person)

    def match(self, who: Particulars) -> Match:
        """Return whom these particulars are about: by UPN, then by ULN, then by likeness."""
        numbered = [
            person
            for person in (self._by_upn.get(who["upn"]), self._by_uln.get(who["uln"]))
            if person
        ]
        if not numbered:
            return self._alike(who)
        known = numbered[0]
        if len({person.person_id for person in numbered}) > 1:
            return Match(fault="The UPN and the ULN belong to two different people in the record.")
        if known.birth_date != who["birth_date"] and not _same_name(known, who):
            return Match(
                fault="Somebody in the record has this UPN or ULN, with another name and another "
                "date of birth."
            )
        return Match(known.person_id)

    def _alike(self, who: Particulars) -> Match:
        alike = [
            person
            for person in self._by_birth.get(who["birth_date"], ())
            if _same_name(person, who) and not _told_apart(person, who)
        ]
        if not alike:
            return Match()
        if len(alike) == 1 and _same_postcode(alike[0], who) and _nothing_against(alike[0], who):
            return Match(alike[0].person_id)
        return Match(
            fault="Somebody in the record has this name and date of birth, and no identifier "
            "shows whether it is the same person."
        )


def likeness(who: Particulars) -> tuple[str, ...]:
    """Return what two people must share to be taken for one where neither has a number."""
    postcode = who["postcode"].replace(" ", "").upper()
    born_on = who["birth_date"].isoformat()
    return plain(who["surname"]), plain(who["forename"]), born_on, postcode


def _same_name(known: KnownPerson, who: Particulars) -> bool:
    here = (plain(known.surname), plain(known.forename))
    return here == (plain(who["surname"]), plain(who["forename"]))


def _same_postcode(known: KnownPerson, who: Particulars) -> bool:
    here, there = (text.replace(" ", "").upper() for text in (known.postcode, who["postcode"]))
    return here == there


def _told_apart(known: KnownPerson, who: Particulars) -> bool:
    """Say whether each has a lasting number of their own: then they are two people."""
    upns = (known.upn, who["upn"])
    lasting = all(upn and not is_temporary_upn(upn) for upn in upns)
    return lasting or bool(known.uln and who["uln"])


def _nothing_against(known: KnownPerson, who: Particulars) -> bool:
    return not (known.upn and who["upn"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseKeys:
    """What tells the cases of one person apart: every day ever recorded, corrected or not."""

    case_id: int
    received_on: frozenset[date]
    started_on: frozenset[date]
    survey_year: int | None


@dataclass(frozen=True, slots=True)
class RecordKeys:
    """The days by which a Requests record can be told from the others of its person."""

    received_on: date | None
    started_on: date | None


def paired(
    records: Sequence[RecordKeys], cases: Sequence[CaseKeys], *, survey_year: int
) -> list[int | None]:
    """Return for each record the case it is about, None for a new one.

    Requests are told apart by the day they came, plans by the day they began. What is left
    over is the same case with its date changed only where there is one of each, and the
    case was in this year's return before or the record has no day to tell it by.
    """
    found: dict[int, int] = {}
    for same_day in (_received_alike, _started_alike):
        for place, record in enumerate(records):
            for case in cases:
                free = place not in found and case.case_id not in found.values()
                if free and same_day(record, case):
                    found[place] = case.case_id
    over = [place for place in range(len(records)) if place not in found]
    left = [case for case in cases if case.case_id not in found.values()]
    if len(over) == 1 and len(left) == 1:
        record, case = records[over[0]], left[0]
        undated = record.received_on is None and record.started_on is None
        if undated or case.survey_year == survey_year:
            found[over[0]] = case.case_id
    return [found.get(place) for place in range(len(records))]


def _received_alike(record: RecordKeys, case: CaseKeys) -> bool:
    return record.received_on in case.received_on


def _started_alike(record: RecordKeys, case: CaseKeys) -> bool:
    return record.started_on in case.started_on
