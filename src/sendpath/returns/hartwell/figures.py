"""Yearly figures, counted from records as they stand in a return."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from sendpath.core.sen2.records import Record
from sendpath.returns.hartwell.totals import SURVEY_DAYS

TWENTY_WEEKS = 140
A_YEAR = 364

Figure = tuple[str, int]


def figures(persons: Iterable[Record]) -> Counter[Figure]:
    """Count people by figure and year, under the names of `data/published.csv`.

    `issued`, `in_time` and `over_a_year` go by the day the plan was issued; the requests by
    the day received, and those refused only where that was by the end of the same year;
    `plans_in_january` by survey day.
    """
    counted: Counter[Figure] = Counter()
    for person in persons:
        for request in person.all("requests"):
            counted += Counter(_of_request(request))
    return counted


def _of_request(request: Record) -> Iterator[Figure]:
    received_on = _day(request, "ReceivedDate")
    decided_on = _day(request, "RequestOutcomeDate")
    assessment = request.first("assessment")
    if received_on:
        yield "requests", received_on.year
        refused = request.values["RequestOutcome"] == "N"
        if refused and decided_on and decided_on.year == received_on.year:
            yield "refused_to_assess", received_on.year
    if assessment:
        if received_on:
            yield from _of_assessment(assessment, received_on)
        plan = assessment.first("named_plan")
        if plan:
            yield from _of_plan(plan)


def _of_assessment(assessment: Record, received_on: date) -> Iterator[Figure]:
    told_on = _day(assessment, "AssessmentOutcomeDate")
    outcome = assessment.values["AssessmentOutcome"]
    for year, day in SURVEY_DAYS.items():
        waiting = outcome in "YNA" and (told_on is None or told_on > day)
        if waiting and (day - received_on).days > TWENTY_WEEKS:
            yield "over_20_weeks_in_january", year
    if told_on is None:
        return
    if outcome == "N":
        yield "refused_to_issue", told_on.year
        return
    taken = (told_on - received_on).days
    endings = [""] if assessment.values["Week20"] == "1" else ["", "_without_exception"]
    for ending in endings:
        yield f"issued{ending}", told_on.year
        if taken <= TWENTY_WEEKS:
            yield f"in_time{ending}", told_on.year
        elif taken > A_YEAR:
            yield f"over_a_year{ending}", told_on.year


def _of_plan(plan: Record) -> Iterator[Figure]:
    started_on, ceased_on = date.fromisoformat(plan.values["StartDate"]), _day(plan, "CeaseDate")
    for year, day in SURVEY_DAYS.items():
        if started_on <= day and (ceased_on is None or ceased_on > day):
            yield "plans_in_january", year
    if ceased_on:
        yield "ceased", ceased_on.year
        yield f"ceased_{plan.values['CeaseReason']}", ceased_on.year


def _day(record: Record, item: str) -> date | None:
    text = record.values.get(item)
    return date.fromisoformat(text) if text else None
