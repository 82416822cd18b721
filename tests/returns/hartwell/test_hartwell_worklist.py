"""On 15 January 2026 every kind of work is waiting, however small the area."""

from datetime import date, timedelta

import pytest

from sendpath.returns.hartwell import Area, Size
from sendpath.returns.hartwell.area import RETURNS

TODAY = date(2026, 1, 15)


@pytest.fixture(scope="module", params=[1, 2, 3])
def entries(request):
    return list(Area(Size.SMALL, seed=request.param).entries(2026))


@pytest.fixture
def requests(entries):
    return [entry.record.first("requests") for entry in entries]


@pytest.fixture
def plans(requests):
    return [request.first("active_plans") for request in requests if request.first("active_plans")]


def days_since(record, item):
    return (TODAY - date.fromisoformat(record.values[item])).days


def test_some_requests_wait_for_a_decision_in_time_and_some_are_overdue(requests):
    waiting = [r for r in requests if r.values["RequestOutcome"] == "A"]
    overdue = [r for r in waiting if days_since(r, "ReceivedDate") > 42]

    assert 0 < len(overdue) < len(waiting)


def test_some_assessments_run_in_time_and_some_are_past_week_20(requests):
    running = [
        r
        for r in requests
        if r.first("assessment") and r.first("assessment").values["AssessmentOutcome"] == "A"
    ]
    overdue = [r for r in running if days_since(r, "ReceivedDate") > 140]

    assert 0 < len(overdue) < len(running)


def test_some_refusals_can_still_be_appealed(requests):
    """Two months from the decision: First-tier Tribunal (HESC) Rules 2008, rule 20(1)(c)."""
    refused = [r for r in requests if r.values["RequestOutcome"] == "N"]

    assert [r for r in refused if r.values["RequestOutcomeDate"] > "2025-11-15"] != []


def test_some_reviews_are_due_and_some_are_overdue(plans):
    reviewed = [days_since(p, "LastReview") for p in plans if "LastReview" in p.values]

    assert [days for days in reviewed if 275 < days <= 365] != []
    assert [days for days in reviewed if days > 365] != []


def test_some_reviews_have_met_and_wait_for_their_decision(plans):
    met = [p for p in plans if "ReviewMeeting" in p.values and "LastReview" not in p.values]

    assert [p for p in met if days_since(p, "ReviewMeeting") <= 28] != []


@pytest.mark.parametrize("due_on", ["2026-02-15", "2026-03-31"])
def test_phase_transfers_are_due_and_most_are_not_done(plans, due_on):
    due = [p for p in plans if p.values.get("PhaseTransferDueDate") == due_on]
    done = [p for p in due if "PhaseTransferFinalDate" in p.values]

    assert len(done) < len(due)


def test_the_child_of_the_demonstration_comes_first_and_is_priyas(entries):
    first = entries[0]
    request = first.record.first("requests")
    received_on = date.fromisoformat(request.values["ReceivedDate"])

    assert (first.record.values["Surname"], first.officer) == ("Wychcombe", "priya")
    assert received_on == date(2025, 11, 24)
    assert received_on + timedelta(weeks=20) == date(2026, 4, 13)
    assert request.first("assessment").values == {"AssessmentOutcome": "A"}


def test_the_child_of_the_demonstration_is_the_same_in_a_county(county, small):
    (in_county, in_small) = (next(area.entries(2026)) for area in (county, small))

    assert in_county.who == in_small.who


def test_open_cases_have_officers_of_their_own_team_and_closed_ones_have_none(county):
    teams = {}
    for year in RETURNS:
        for entry in county.entries(year):
            if entry.officer:
                teams.setdefault(entry.officer, set()).add(entry.who.home.team)

    assert len(teams) == 40
    assert {len(found) for found in teams.values()} == {1}
    assert teams["priya"] == {"North"}
    assert {entry.officer for year in RETURNS[:-1] for entry in county.entries(year)} == {""}


def test_a_few_open_cases_are_unallocated(county):
    unallocated = [
        entry
        for entry in county.entries(2026)
        if not entry.officer and entry.record.first("requests").values["RequestOutcome"] == "A"
    ]

    assert 0 < len(unallocated) < 40
