"""The request and the decision whether to assess, as facts and as items of Requests."""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.sen2.records import Record
from sendpath.returns.mapping.facts import ON_OR_BEFORE, REFUSED_ASSESSMENT, CaseFact, Standing
from sendpath.returns.mapping.items import day

HISTORICAL, UNDECIDED, WITHDRAWN = "H", "A", "W"
SOURCES = {"1": "parent", "2": "school", "3": "health", "4": "social_care", "5": "other"}
OUTCOMES = {"Y": "assess", "N": "refuse"}

YOUNG_PERSON = "young_person"
"""Whom a return does not tell from a parent: both are source 1."""

_SOURCE_CODES = {**{source: code for code, source in SOURCES.items()}, YOUNG_PERSON: "1"}
_OUTCOME_CODES = {outcome: code for code, outcome in OUTCOMES.items()}


def take_receipt(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the day the request came and from whom; a historical request has neither."""
    received_on = day(record, "ReceivedDate", until=as_at)
    if received_on is None or record.values.get("RequestOutcome") == HISTORICAL:
        return []
    del record.values["ReceivedDate"]
    facts: dict[str, Fact] = {}
    if record.values.get("RequestSource") in SOURCES:
        facts["by"] = SOURCES[record.values.pop("RequestSource")]
    return [CaseFact(kind=Kind.REQUEST_RECEIVED, occurred_on=received_on, facts=facts)]


def put_receipt(record: Record, standing: Standing) -> None:
    """Write the day of the first request and who made it."""
    received = standing.first(Kind.REQUEST_RECEIVED)
    if received is None or record.values.get("RequestOutcome") == HISTORICAL:
        return
    record.values["ReceivedDate"] = received.occurred_on.isoformat()
    if code := _SOURCE_CODES.get(str(received.facts.get("by"))):
        record.values["RequestSource"] = code


def take_outcome(record: Record, as_at: date) -> list[CaseFact]:
    """Take out the decision whether to assess, or the withdrawal before it."""
    outcome = record.values.get("RequestOutcome", "")
    decided_on = day(record, "RequestOutcomeDate", until=as_at)
    if outcome in OUTCOMES and decided_on:
        del record.values["RequestOutcomeDate"]
        record.values["RequestOutcome"] = UNDECIDED
        return _decision(OUTCOMES[outcome], decided_on)
    undated = "RequestOutcomeDate" not in record.values
    if outcome == WITHDRAWN and undated and not record.first("assessment"):
        record.values["RequestOutcome"] = UNDECIDED
        return [withdrawn_by(as_at)]
    return []


def _decision(outcome: str, decided_on: date) -> list[CaseFact]:
    facts = {"outcome": outcome}
    decision = CaseFact(kind=Kind.ASSESSMENT_DECIDED, occurred_on=decided_on, facts=facts)
    if outcome == "assess":
        return [decision]
    # SEN2 gives the day on which whoever asked was told, which is the day of the notice
    return [decision, refusal(REFUSED_ASSESSMENT, decided_on)]


def put_outcome(record: Record, standing: Standing) -> None:
    """Write the first decision: SEN2 keeps it even where it was overturned later."""
    if record.values.get("RequestOutcome") == HISTORICAL:
        return
    decided = standing.first(Kind.ASSESSMENT_DECIDED)
    if decided and (code := _OUTCOME_CODES.get(str(decided.facts.get("outcome")))):
        record.values["RequestOutcome"] = code
        record.values["RequestOutcomeDate"] = decided.occurred_on.isoformat()
    elif standing.first(Kind.REQUEST_WITHDRAWN) and not record.first("assessment"):
        record.values["RequestOutcome"] = WITHDRAWN


def withdrawn_by(as_at: date) -> CaseFact:
    """Return that the request was withdrawn, on a day the return does not give."""
    return CaseFact(kind=Kind.REQUEST_WITHDRAWN, occurred_on=as_at, facts={ON_OR_BEFORE: True})


def refusal(notice_type: str, sent_on: date) -> CaseFact:
    """Return that the family was sent a refusal it may appeal against."""
    return CaseFact(
        kind=Kind.NOTICE_SENT,
        occurred_on=sent_on,
        facts={"notice_type": notice_type, "appealable": True},
    )
