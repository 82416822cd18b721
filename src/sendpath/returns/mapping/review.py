"""The annual review and the move to the next phase, as facts and as items of ActivePlans."""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadlines import EARLIER_REVIEWS, NOT_TOLD, SILENT_ON
from sendpath.core.sen2.dates import months_after, real_date
from sendpath.core.sen2.records import Record
from sendpath.returns.mapping.facts import ON_OR_BEFORE, CaseFact, Standing
from sendpath.returns.mapping.items import day, inner

OUTCOMES = {"M": "maintain", "A": "amend", "C": "cease"}
SCHOOL, POST_16 = (2, 15), (3, 31)
TRANSFERS = {SCHOOL: "school_phase", POST_16: "secondary_to_post16"}
"""SEND Regulations 2014, regulation 18: the due day tells into school from post-16."""

NO_REPORT = Kind.REVIEW_REPORT_SENT.value
NO_LAST_STEP = f"{Kind.AMENDED_PLAN_SENT.value} {Kind.NO_AMENDMENT_NOTIFIED.value}"
"""What a return has no item for, in the words that the clocks read."""

_OUTCOME_CODES = {outcome: code for code, outcome in OUTCOMES.items()}


def take_review(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the latest review: its meeting, the decision and the amendments sent.

    A decision or draft dated before the meeting cannot be of the same review, and stays.
    """
    active = record.first("active_plans")
    if active is None:
        return []
    values = active.values
    met_on = day(active, "ReviewMeeting", until=as_at)
    if met_on is None and "ReviewMeeting" in values:
        return []
    since = met_on or date.min
    told_on, drafted_on = (day(active, item, until=as_at) for item in ("LastReview", "ReviewDraft"))
    facts = []
    if met_on:
        del values["ReviewMeeting"]
        told = {SILENT_ON: NO_REPORT, EARLIER_REVIEWS: NOT_TOLD}
        facts.append(CaseFact(kind=Kind.REVIEW_MEETING_HELD, occurred_on=met_on, facts=told))
    if told_on and told_on >= since and values.get("ReviewOutcome") in OUTCOMES:
        del values["LastReview"]
        outcome = OUTCOMES[values.pop("ReviewOutcome")]
        facts.append(_decision(outcome, told_on, values.get("ReviewDraft")))
    if drafted_on and drafted_on >= since:
        del values["ReviewDraft"]
        told = {SILENT_ON: NO_LAST_STEP}
        facts.append(CaseFact(kind=Kind.AMENDMENT_NOTICE_SENT, occurred_on=drafted_on, facts=told))
    return facts


def _decision(outcome: str, told_on: date, draft: str | None) -> CaseFact:
    facts: dict[str, Fact] = {"outcome": outcome}
    drafted_on = real_date(draft)
    if outcome == "amend":
        facts[SILENT_ON] = NO_LAST_STEP
    if outcome == "amend" and drafted_on:
        facts["notice_attached"] = drafted_on <= told_on
    return CaseFact(kind=Kind.REVIEW_DECISION_NOTIFIED, occurred_on=told_on, facts=facts)


def put_review(record: Record, standing: Standing) -> None:
    """Write the latest review, and what followed from that meeting only."""
    active = _active_plans(record, standing)
    if active is None:
        return
    met = standing.last(Kind.REVIEW_MEETING_HELD)
    since = met.occurred_on if met else None
    told = standing.last(Kind.REVIEW_DECISION_NOTIFIED, since=since)
    drafted = standing.last(Kind.AMENDMENT_NOTICE_SENT, since=since)
    if met:
        active.values["ReviewMeeting"] = met.occurred_on.isoformat()
    if told and told.facts.get("outcome") in _OUTCOME_CODES:
        active.values["ReviewOutcome"] = _OUTCOME_CODES[str(told.facts["outcome"])]
        active.values["LastReview"] = told.occurred_on.isoformat()
    if drafted:
        active.values["ReviewDraft"] = drafted.occurred_on.isoformat()


def _active_plans(record: Record, standing: Standing) -> Record | None:
    """Return the active plan, making one for a plan in force that no return has told of."""
    active = record.first("active_plans")
    assessment = record.first("assessment")
    plan = assessment.first("named_plan") if assessment else None
    ended = plan is None or "CeaseDate" in plan.values
    if active or ended or not standing.last(Kind.FINALISED_SENT):
        return active
    return inner(record, "active_plans")


def take_transfer(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the move to the next phase: when its plan is due, and when it was sent."""
    active = record.first("active_plans")
    due_on = real_date(active.values.get("PhaseTransferDueDate")) if active else None
    if active is None or due_on is None or (due_on.month, due_on.day) not in TRANSFERS:
        return []
    del active.values["PhaseTransferDueDate"]
    facts = [_planned(due_on, as_at)]
    sent_on = day(active, "PhaseTransferFinalDate", until=as_at)
    if sent_on and sent_on > months_after(due_on, -12):
        del active.values["PhaseTransferFinalDate"]
        sent = {"phase_transfer": True}
        facts.append(CaseFact(kind=Kind.AMENDED_PLAN_SENT, occurred_on=sent_on, facts=sent))
    return facts


def _planned(due_on: date, as_at: date) -> CaseFact:
    facts: dict[str, Fact] = {
        "kind": TRANSFERS[due_on.month, due_on.day],
        # the school year in which the child starts at the next setting begins that September
        "transfer_on": date(due_on.year, 9, 1).isoformat(),
        ON_OR_BEFORE: True,
    }
    return CaseFact(kind=Kind.PHASE_TRANSFER_PLANNED, occurred_on=as_at, facts=facts)


def _due_on(planned: CaseFact) -> date:
    """Return the day before which the plan must name the next setting, as the clocks have it."""
    year = (real_date(str(planned.facts.get("transfer_on"))) or planned.occurred_on).year
    post_16 = CLOCKS["phase_transfer_31_mar"].starts[0].facts["kind"]
    return date(year, *(POST_16 if planned.facts.get("kind") in post_16 else SCHOOL))


def put_transfer(record: Record, standing: Standing) -> None:
    """Write the latest move that is planned, and the plan sent in the year before it is due."""
    active = record.first("active_plans")
    planned = standing.last(Kind.PHASE_TRANSFER_PLANNED)
    if active is None or planned is None:
        return
    due_on = _due_on(planned)
    active.values["PhaseTransferDueDate"] = due_on.isoformat()
    sent = standing.last(Kind.AMENDED_PLAN_SENT)
    if sent and sent.occurred_on > months_after(due_on, -12):
        active.values["PhaseTransferFinalDate"] = sent.occurred_on.isoformat()
