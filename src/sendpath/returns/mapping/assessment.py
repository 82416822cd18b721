"""The assessment, the decision to issue a plan and the first plan, as facts and as items."""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.sen2.records import Record
from sendpath.returns.mapping.facts import (
    NOT_STATED,
    ON_OR_BEFORE,
    REFUSED_PLAN,
    CaseFact,
    Standing,
)
from sendpath.returns.mapping.items import day, inner
from sendpath.returns.mapping.request import HISTORICAL, UNDECIDED, WITHDRAWN, refusal, withdrawn_by

TWENTY_WEEKS = "issue_final_plan"
ISSUED, REFUSED = "Y", "N"


def take_outcome(record: Record, as_at: date) -> list[CaseFact]:
    """Take out what became of the assessment; items of a second assessment stay."""
    assessment = record.first("assessment")
    if assessment is None:
        return []
    outcome = assessment.values.get("AssessmentOutcome", "")
    told_on = day(assessment, "AssessmentOutcomeDate", until=as_at)
    if told_on and outcome in (ISSUED, REFUSED):
        return _take_dated(assessment, outcome, told_on)
    if "AssessmentOutcomeDate" in assessment.values or outcome not in (ISSUED, WITHDRAWN):
        return []
    assessment.values["AssessmentOutcome"] = UNDECIDED
    return [_decided("issue", as_at)] if outcome == ISSUED else [withdrawn_by(as_at)]


def _take_dated(assessment: Record, outcome: str, told_on: date) -> list[CaseFact]:
    values = assessment.values
    del values["AssessmentOutcomeDate"]
    values["AssessmentOutcome"] = UNDECIDED
    facts = _issued(told_on) if outcome == ISSUED else _refused(told_on)
    if values.get("Week20") == "1":
        values["Week20"] = "0"
        facts.append(_exception(told_on))
    plan = assessment.first("named_plan")
    if outcome == ISSUED and plan and day(plan, "StartDate", until=told_on) == told_on:
        del plan.values["StartDate"]
    return facts


def _issued(sent_on: date) -> list[CaseFact]:
    sent = CaseFact(kind=Kind.FINALISED_SENT, occurred_on=sent_on, facts={"first": True})
    return [_decided("issue", sent_on), sent]


def _refused(told_on: date) -> list[CaseFact]:
    facts = {"outcome": "no_plan"}
    return [
        CaseFact(kind=Kind.PLAN_DECIDED, occurred_on=told_on, facts=facts),
        refusal(REFUSED_PLAN, told_on),
    ]


def _decided(outcome: str, by: date) -> CaseFact:
    # the return gives the day a plan was sent, and never the day it was decided on
    facts: dict[str, Fact] = {"outcome": outcome, ON_OR_BEFORE: True}
    return CaseFact(kind=Kind.PLAN_DECIDED, occurred_on=by, facts=facts)


def _exception(by: date) -> CaseFact:
    facts: dict[str, Fact] = {"ground": NOT_STATED, "clock": TWENTY_WEEKS, ON_OR_BEFORE: True}
    return CaseFact(kind=Kind.EXCEPTION_CLAIMED, occurred_on=by, facts=facts)


def put_outcome(record: Record, standing: Standing) -> None:
    """Write what became of the assessment, for a request that led to one."""
    if not (record.first("assessment") or _assessing(standing)):
        return
    assessment = inner(record, "assessment")
    if assessment.values.setdefault("AssessmentOutcome", UNDECIDED) == HISTORICAL:
        return
    decided, sent = standing.first(Kind.PLAN_DECIDED), standing.first(Kind.FINALISED_SENT)
    if sent and sent.facts.get("first") is not False:
        _put_dated(assessment, ISSUED, sent, standing)
        inner(assessment, "named_plan").values.setdefault("StartDate", sent.occurred_on.isoformat())
    elif decided and decided.facts.get("outcome") == "no_plan":
        _put_dated(assessment, REFUSED, decided, standing)
    elif decided:
        assessment.values["AssessmentOutcome"] = ISSUED
    elif standing.first(Kind.REQUEST_WITHDRAWN):
        assessment.values["AssessmentOutcome"] = WITHDRAWN


def _put_dated(assessment: Record, outcome: str, fact: CaseFact, standing: Standing) -> None:
    assessment.values["AssessmentOutcome"] = outcome
    assessment.values["AssessmentOutcomeDate"] = fact.occurred_on.isoformat()
    claimed = standing.first(Kind.EXCEPTION_CLAIMED)
    if claimed and claimed.facts.get("clock") in (None, "", TWENTY_WEEKS):
        assessment.values["Week20"] = "1"


def _assessing(standing: Standing) -> bool:
    decided = standing.first(Kind.ASSESSMENT_DECIDED)
    agreed = decided is not None and decided.facts.get("outcome") == "assess"
    return agreed or bool({Kind.PLAN_DECIDED, Kind.FINALISED_SENT} & standing.kinds())
