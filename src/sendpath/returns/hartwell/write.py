"""Writes the demonstration area into a folder: returns, and what returns cannot carry."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sendpath.core.sen2.records import Record
from sendpath.core.sen2.write import write_return
from sendpath.core.sen2.years import survey
from sendpath.returns.hartwell.area import RETURNS, Area, Entry, Size
from sendpath.returns.hartwell.numbers import AREA
from sendpath.returns.hartwell.person import header

LOCAL = ("file", "person", "upn", "uln", "nhs_number", "team", "officer")
SCHOOLS = ("urn", "name", "type", "phase", "postcode", "low_age", "high_age")
ENDED = (
    *("surname", "forename", "born_on", "sex", "ethnicity", "postcode", "upn", "uln"),
    *("nhs_number", "started_on", "ceased_on", "cease_reason", "need"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What was written.

    `people` are those in the returns, `returns` the same by survey year, and `plans` those
    open on survey day 2026. `ended_early` are the plans in a table beside the returns.
    """

    people: int
    plans: int
    returns: Mapping[int, int]
    ended_early: int
    schools: int


def return_name(year: int) -> str:
    """Return the file name of Hartwell's return of that survey year."""
    return f"hartwell-sen2-{year}.xml"


def write_area(folder: Path, *, size: Size, seed: int) -> Summary:
    """Write the area into the folder, which must exist, over what it wrote there before.

    The same size and seed give the same bytes.
    """
    area = Area(size, seed)
    with (folder / "hartwell-local.csv").open("w", encoding="utf-8", newline="") as out:
        local = csv.DictWriter(out, LOCAL, lineterminator="\n")
        local.writeheader()
        returns = {year: _write_year(folder, area, year, local) for year in RETURNS}
    ended = _write_rows(folder / "hartwell-ended-before-2022.csv", ENDED, _ended(area))
    schools = ({name: getattr(school, name) for name in SCHOOLS} for school in area.schools)
    written = _write_rows(folder / "hartwell-schools.csv", SCHOOLS, schools)
    return Summary(
        people=sum(returns.values()),
        plans=area.plans,
        returns=returns,
        ended_early=ended,
        schools=written,
    )


def _write_year(folder: Path, area: Area, year: int, local: csv.DictWriter[str]) -> int:
    with (folder / return_name(year)).open("wb") as out:
        persons = _noting_local(area.entries(year), year, local)
        return write_return(out, survey=survey(year), header=header(year, AREA), persons=persons)


def _noting_local(
    entries: Iterable[Entry], year: int, local: csv.DictWriter[str]
) -> Iterator[Record]:
    """Pass each person's record on, once the row beside it is written."""
    for number, entry in enumerate(entries, start=1):
        who = entry.who
        values = (who.upn, who.uln, who.nhs_number, who.home.team, entry.officer)
        local.writerow(dict(zip(LOCAL, (return_name(year), number, *values), strict=True)))
        yield entry.record


def _ended(area: Area) -> Iterator[dict[str, str]]:
    for entry in area.ended_early():
        who, records = entry.who, {record.module: record for record in entry.record.walk()}
        plan = records["named_plan"].values
        values = (
            who.surname,
            who.forename,
            entry.record.values["PersonBirthDate"],
            who.sex,
            who.ethnicity,
            who.home.postcode,
            who.upn,
            who.uln,
            who.nhs_number,
            plan["StartDate"],
            plan["CeaseDate"],
            plan["CeaseReason"],
            records["sen_need"].values["SENtype"],
        )
        yield dict(zip(ENDED, values, strict=True))


def _write_rows(path: Path, columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> int:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, tuple(columns), lineterminator="\n")
        writer.writeheader()
        count = 0
        for row in rows:
            writer.writerow(row)
            count += 1
    return count
