"""The product's own checks find no error in Hartwell's returns, and only queries explained here."""

from collections import Counter
from io import BytesIO

import pytest

from sendpath.core.sen2.read import read_return
from sendpath.core.sen2.validate import Validator
from sendpath.core.sen2.write import write_return
from sendpath.core.sen2.years import survey
from sendpath.returns.hartwell import Area, Size, figures, return_name, write_area
from sendpath.returns.hartwell.area import RETURNS
from sendpath.returns.hartwell.person import header

EXPLAINED = {
    "S2-108": "few people in a small return, so one without ethnicity is a large share",
    "S2-122": "names are drawn at random, and two people may share one and a birthday",
    "S2-208": "two decisions in a hundred came after week 6",
    "S2-209": "some decisions are overdue on survey day",
    "S2-218": "dates before the period are kept as they were, for history",
    "S2-303": "some plans are agreed and not yet sent",
    "S2-307": "about half of the plans came late, as in Hertfordshire",
    "S2-308": "published: more exceptions than late plans that have one",
    "S2-309": "few plans in a small return, so two with an exception are a large share",
    "S2-312": "a third of refusals to issue came after week 16",
    "S2-410": "published: 90 of 1,309 plans of 2024 ended for another reason",
    "S2-502": "some reviews are overdue",
    "S2-505": "some review decisions came after four weeks",
    "S2-563": "some are in no education, with or without a notice to cease",
}


def issues(area, year):
    """Check that year's return of the area."""
    validator = Validator(survey(year), lea="999")
    found = [
        issue
        for number, entry in enumerate(area.entries(year), start=1)
        for issue in validator.person(entry.record, number)
    ]
    return found + validator.finish(header(year, "999"))


@pytest.mark.parametrize("year", RETURNS)
def test_a_county_return_has_no_error_and_only_the_queries_explained(county, year):
    found = issues(county, year)

    assert [issue for issue in found if issue.severity != "query"] == []
    assert {issue.rule for issue in found} - EXPLAINED.keys() == set()


@pytest.mark.parametrize("seed", range(2, 12))
def test_a_small_area_of_any_seed_has_no_error(seed):
    area = Area(Size.SMALL, seed)
    found = [issue for year in RETURNS for issue in issues(area, year)]

    assert [issue for issue in found if issue.severity != "query"] == []
    assert {issue.rule for issue in found} - EXPLAINED.keys() == set()


def test_the_query_for_history_is_raised_for_each_decision_before_the_period(county, january_2026):
    raised = Counter(issue.rule for issue in issues(county, 2026))
    before = [
        person
        for person in january_2026
        if person.first("requests").values.get("RequestOutcomeDate", "9") < "2025-01-01"
    ]

    assert raised["S2-218"] == len(before)


def test_what_is_read_from_the_files_is_what_was_made(tmp_path, small):
    write_area(tmp_path, size=Size.SMALL, seed=1)
    made = figures(entry.record for year in RETURNS for entry in small.entries(year))
    read = Counter()
    for year in RETURNS:
        with (tmp_path / return_name(year)).open("rb") as file:
            read += figures(read_return(file).persons())

    assert read == made


def test_a_return_written_again_is_the_same(tmp_path):
    write_area(tmp_path, size=Size.SMALL, seed=1)
    written = (tmp_path / return_name(2026)).read_bytes()

    opened = read_return(BytesIO(written))
    again = BytesIO()
    write_return(again, survey=opened.survey, header=opened.header, persons=opened.persons())

    assert again.getvalue() == written
