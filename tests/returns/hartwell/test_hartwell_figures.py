"""Hartwell's own figures are those published for Hertfordshire."""

import pytest

from sendpath.core.sen2.records import Record
from sendpath.returns.hartwell import figures
from sendpath.returns.hartwell.totals import SURVEY_DAYS, rows

PLAIN = "_without_exception"


@pytest.fixture(scope="module")
def counted(everybody):
    return figures(everybody)


@pytest.mark.parametrize(
    ("source_row", "figure", "year", "published"),
    [
        ("caseload.csv 201819 ehcplans", "plans_in_january", 2019, 6328),
        ("caseload.csv 202425 ehcplans", "plans_in_january", 2025, 12920),
        ("requests.csv 2019 requests_received_in_year", "requests", 2019, 1647),
        ("requests.csv 2024 requests_received_in_year", "requests", 2024, 3343),
        ("requests.csv 2023 requests_decided_not_to_assess", "refused_to_assess", 2023, 832),
        ("timeliness_20_week.csv 2024 plans_issued_den", "issued", 2024, 1781),
        ("timeliness_20_week.csv 2024 plans_issued_gt_1_year", "over_a_year", 2024, 50),
        ("ceased_plans.csv 2024 total_ceased", "ceased", 2024, 1309),
        ("ceased_plans.csv 2024 no_engage", "ceased_6", 2024, 756),
    ],
)
def test_a_total_is_the_one_published_for_hertfordshire(
    counted, source_row, figure, year, published
):
    assert counted[figure, year] == published, source_row


@pytest.mark.parametrize(
    ("source_row", "ending", "year", "published"),
    [
        ("timeliness_20_week.csv 2019 pc_plans_issued_within_20_weeks", "", 2019, 87.1),
        ("timeliness_20_week.csv 2022 pc_plans_issued_within_20_weeks", "", 2022, 32.3),
        ("timeliness_20_week.csv 2024 pc_plans_issued_within_20_weeks", "", 2024, 55.2),
        (
            "timeliness_20_week.csv 2019 PC_plans_issued_20_weeks_ex",
            "_without_exception",
            2019,
            87.9,
        ),
        (
            "timeliness_20_week.csv 2022 PC_plans_issued_20_weeks_ex",
            "_without_exception",
            2022,
            32.6,
        ),
        (
            "timeliness_20_week.csv 2024 PC_plans_issued_20_weeks_ex",
            "_without_exception",
            2024,
            56.3,
        ),
    ],
)
def test_the_20_week_rate_is_the_one_published(counted, source_row, ending, year, published):
    rate = 100 * counted[f"in_time{ending}", year] / counted[f"issued{ending}", year]

    assert round(rate, 1) == published, source_row


def test_every_published_figure_is_met_to_the_last_person(counted):
    published = {
        (row["figure"], int(row["year"])): int(row["value"]) for row in rows("published.csv")
    }

    assert {key: counted[key] for key in published} == published


def test_606_children_were_past_week_20_in_january_2025_and_84_a_year_later(counted):
    open_cases = [counted["over_20_weeks_in_january", year] for year in (2025, 2026)]

    assert open_cases == [606, 84]


def test_the_returns_alone_miss_plans_that_ended_before_2022(county, counted):
    missing = figures(entry.record for entry in county.ended_early())

    assert missing["plans_in_january", 2019] == 693
    assert [missing["ceased", year] for year in (2019, 2020, 2021, 2022)] == [261, 34, 398, 0]
    assert missing["plans_in_january", 2022] == 0


def person(*, received: str, issued: str, exception: str = "0", ceased: str = "") -> Record:
    """Make a person whose plan was issued, and perhaps ended, on those days."""
    dates = {"StartDate": issued} | ({"CeaseDate": ceased, "CeaseReason": "5"} if ceased else {})
    told = {"AssessmentOutcome": "Y", "AssessmentOutcomeDate": issued, "Week20": exception}
    assessment = Record("assessment", told, [Record("named_plan", dates)])
    asked = {"ReceivedDate": received, "RequestOutcome": "Y", "RequestOutcomeDate": received}
    return Record("person", {}, [Record("requests", asked, [assessment])])


@pytest.mark.parametrize(
    ("issued", "in_time"), [("2025-05-25", 1), ("2025-05-26", 1), ("2025-05-27", 0)]
)
def test_a_plan_is_in_time_up_to_day_140(issued, in_time):
    counted = figures([person(received="2025-01-06", issued=issued)])

    assert counted["issued", 2025] == 1
    assert counted["in_time", 2025] == in_time


def test_a_plan_with_an_exception_counts_only_where_exceptions_are_included():
    counted = figures([person(received="2025-01-06", issued="2025-05-26", exception="1")])

    assert (counted["in_time", 2025], counted["in_time_without_exception", 2025]) == (1, 0)


@pytest.mark.parametrize(("ceased", "held"), [("2025-01-16", 0), ("2025-01-17", 1)])
def test_a_plan_that_ended_on_survey_day_is_no_longer_held(ceased, held):
    counted = figures([person(received="2024-01-08", issued="2024-05-20", ceased=ceased)])

    assert counted["plans_in_january", 2025] == held


@pytest.mark.parametrize(("issued", "held"), [("2025-01-16", 1), ("2025-01-17", 0)])
def test_a_plan_that_starts_on_survey_day_is_held(issued, held):
    counted = figures([person(received="2024-09-09", issued=issued)])

    assert counted["plans_in_january", 2025] == held


def test_survey_day_is_a_thursday_before_the_flow_of_the_year_starts():
    assert {day.weekday() for day in SURVEY_DAYS.values()} == {3}
    assert all(day.day < 22 for day in SURVEY_DAYS.values())
