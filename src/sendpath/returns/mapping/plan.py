"""When a plan that an earlier year issued began, and when a plan ended."""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.records import Record
from sendpath.returns.mapping.facts import CaseFact, Standing
from sendpath.returns.mapping.items import day, inner
from sendpath.returns.mapping.request import HISTORICAL

REASONS = frozenset("123456789")


def take_start(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the start of a historical plan, and the area it was transferred in from.

    Whether it was the child's first plan the return does not say. The start of a plan
    issued in the period has gone with the assessment's outcome, unless the two differ.
    """
    assessment = record.first("assessment")
    if assessment is None or assessment.values.get("AssessmentOutcome") != HISTORICAL:
        return []
    plan = assessment.first("named_plan")
    started_on = day(plan, "StartDate", until=as_at)
    if plan is None or started_on is None:
        return []
    del plan.values["StartDate"]
    facts = [CaseFact(kind=Kind.FINALISED_SENT, occurred_on=started_on)]
    active = record.first("active_plans")
    if active and "TransferLA" in active.values:
        made = {"from_la": active.values.pop("TransferLA")}
        facts.append(CaseFact(kind=Kind.PLAN_MADE, occurred_on=started_on, facts=made))
    return facts


def put_start(record: Record, standing: Standing) -> None:
    """Write when the plan in force was sent, and the area it was transferred in from."""
    assessment = record.first("assessment")
    sent = standing.last(Kind.FINALISED_SENT)
    if assessment is None or sent is None:
        return
    if assessment.values.get("AssessmentOutcome") == HISTORICAL:
        plan = inner(assessment, "named_plan")
        plan.values.setdefault("StartDate", sent.occurred_on.isoformat())
    made = standing.last(Kind.PLAN_MADE)
    active = record.first("active_plans")
    if made and made.facts.get("from_la") and active:
        active.values["TransferLA"] = str(made.facts["from_la"])


def take_end(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the day and reason a plan ended."""
    assessment = record.first("assessment")
    plan = assessment.first("named_plan") if assessment else None
    ended_on = day(plan, "CeaseDate", until=as_at)
    if plan is None or ended_on is None or plan.values.get("CeaseReason") not in REASONS:
        return []
    del plan.values["CeaseDate"]
    facts = {"ground": plan.values.pop("CeaseReason")}
    return [CaseFact(kind=Kind.CEASE_TOOK_EFFECT, occurred_on=ended_on, facts=facts)]


def put_end(record: Record, standing: Standing) -> None:
    """Write the day a plan ended, and why where that is one of the Department's reasons."""
    assessment = record.first("assessment")
    ended = standing.last(Kind.CEASE_TOOK_EFFECT)
    if assessment is None or ended is None:
        return
    plan = inner(assessment, "named_plan")
    plan.values["CeaseDate"] = ended.occurred_on.isoformat()
    if ended.facts.get("ground") in REASONS:
        plan.values["CeaseReason"] = str(ended.facts["ground"])
