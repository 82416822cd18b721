"""Which cases a survey year's return holds, and what it says of decisions of earlier years.

SEN2 counts plans as they stand on survey day, and requests, decisions and ends of plans
over the calendar year before. A decision told in an earlier year is historical: H.
"""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.dates import real_date
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.years import Survey
from sendpath.returns.mapping.facts import ON_OR_BEFORE, Standing
from sendpath.returns.mapping.request import HISTORICAL

OF_THE_REQUEST = (
    "ReceivedDate", "RequestSource", "RYA", "RequestOutcomeDate", "RequestMediation",
    "RequestTribunal",
)  # fmt: skip
OF_THE_DECISION = (
    "AssessmentOutcomeDate", "AssessmentMediation", "AssessmentTribunal", "Week20",
)  # fmt: skip


def in_scope(standing: Standing, survey: Survey) -> bool:
    """Say whether a case belongs in a year's return, by its facts up to survey day."""
    if standing.last(Kind.FINALISED_SENT):
        ended = standing.last(Kind.CEASE_TOOK_EFFECT)
        return ended is None or ended.occurred_on >= survey.period_start
    closed = _closed_on(standing)
    return bool(standing.kinds()) and (closed is None or closed >= survey.period_start)


def _closed_on(standing: Standing) -> date | None:
    closing = [
        # a day that a return did not give lies before that return's survey day
        date.min if fact.facts.get(ON_OR_BEFORE) else fact.occurred_on
        for kind, outcome in (
            (Kind.REQUEST_WITHDRAWN, None),
            (Kind.ASSESSMENT_DECIDED, "refuse"),
            (Kind.PLAN_DECIDED, "no_plan"),
        )
        if (fact := standing.last(kind)) and fact.facts.get("outcome") == outcome
    ]
    return max(closing, default=None)


def of_earlier_years(record: Record, survey: Survey) -> Record:
    """Make what was decided before the period historical, in the record itself; return it."""
    values = record.values
    assessment = record.first("assessment")
    issued = _before(assessment, "AssessmentOutcomeDate", survey) if assessment else False
    if issued or _before(record, "RequestOutcomeDate", survey):
        values["RequestOutcome"] = HISTORICAL
        _drop(record, OF_THE_REQUEST)
    if assessment and issued:
        assessment.values["AssessmentOutcome"] = HISTORICAL
        _drop(assessment, OF_THE_DECISION)
    if active := record.first("active_plans"):
        _drop(active, ("TransferLA",))
    return record


def as_the_year_asks(record: Record, survey: Survey) -> Record:
    """Leave out of a record, in place, the items the year's return does not have; return it."""
    for inner in record.walk():
        known = {field.xml for field in survey.modules[inner.module].fields}
        _drop(inner, tuple(inner.values.keys() - known))
    return record


def _before(record: Record, item: str, survey: Survey) -> bool:
    day = real_date(record.values.get(item))
    return day is not None and day < survey.period_start


def _drop(record: Record, items: tuple[str, ...]) -> None:
    for item in items:
        record.values.pop(item, None)
