"""Writing Hartwell into a folder: the same bytes each time, and quickly."""

import csv
from time import perf_counter
from xml.etree import ElementTree

import pytest

from sendpath.returns.hartwell import Size, return_name, write_area
from sendpath.returns.hartwell.area import RETURNS


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def written(tmp_path):
    started = perf_counter()
    summary = write_area(tmp_path, size=Size.SMALL, seed=1)
    return tmp_path, summary, perf_counter() - started


def test_a_small_area_is_there_in_a_second(written):
    _, _, seconds = written

    assert seconds < 1


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(written, tmp_path_factory):
    folder, _, _ = written
    again, other = tmp_path_factory.mktemp("again"), tmp_path_factory.mktemp("other")
    write_area(again, size=Size.SMALL, seed=1)
    write_area(other, size=Size.SMALL, seed=2)

    first, second, third = (
        {file.name: file.read_bytes() for file in place.iterdir()}
        for place in (folder, again, other)
    )
    assert first == second
    assert first.keys() == third.keys()
    assert first[return_name(2026)] != third[return_name(2026)]


def test_the_local_file_has_a_row_for_each_person_of_each_return(written):
    folder, summary, _ = written
    local = read_rows(folder / "hartwell-local.csv")

    for year in RETURNS:
        persons = ElementTree.parse(folder / return_name(year)).findall("Persons/Person")
        beside = [row for row in local if row["file"] == return_name(year)]
        assert [row["person"] for row in beside] == [str(n + 1) for n in range(len(persons))]
        assert [row["upn"] for row in beside] == [p.findtext("UPN", "") for p in persons]
        assert len(persons) == summary.returns[year]


def test_the_returns_are_hartwells_and_dated_on_survey_day(written):
    folder, _, _ = written
    source = ElementTree.parse(folder / return_name(2026)).find("Header/Source")

    assert source.findtext("LEA") == "999"
    assert source.findtext("DateTime") == "2026-01-15T09:00:00"


def test_plans_that_ended_before_2022_have_a_table_of_their_own(written):
    folder, summary, _ = written
    ended = read_rows(folder / "hartwell-ended-before-2022.csv")

    assert len(ended) == summary.ended_early > 0
    assert all(row["started_on"] < row["ceased_on"] < "2022-01-01" for row in ended)


def test_the_list_of_schools_covers_every_urn_in_the_returns(written):
    folder, summary, _ = written
    schools = {row["urn"] for row in read_rows(folder / "hartwell-schools.csv")}
    used = {
        urn.text
        for year in RETURNS
        for urn in ElementTree.parse(folder / return_name(year)).iter("URN")
    }

    assert len(schools) == summary.schools
    assert used <= schools


@pytest.mark.slow
def test_a_county_is_there_in_half_a_minute(tmp_path):
    started = perf_counter()
    summary = write_area(tmp_path, size=Size.COUNTY, seed=1)

    assert perf_counter() - started < 30
    assert (summary.people, summary.ended_early, summary.plans) == (24_984, 693, 14_200)
