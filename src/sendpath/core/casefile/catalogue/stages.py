"""Each stage of a case in words, and what officers most often have to record there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendpath.core.casefile.events import Kind
from sendpath.core.casefile.states import Stage


@dataclass(frozen=True, slots=True)
class StageWords:
    """A stage as pages say it, and the kinds of event offered first while a case is in it."""

    words: str
    likely: tuple[Kind, ...]


_REQUEST = (Kind.REQUEST_RECEIVED, Kind.RESPONSIBILITY_BEGAN)
_DISPUTE = (Kind.NOTICE_SENT, Kind.CERTIFICATE_ISSUED, Kind.APPEAL_RECEIVED)

STAGES: Mapping[Stage, StageWords] = {
    Stage.NO_CASE: StageWords("No request open", _REQUEST),
    Stage.REQUESTED: StageWords(
        "Deciding whether to assess",
        (Kind.ASSESSMENT_DECIDED, Kind.NOTICE_SENT, Kind.ADVICE_REQUESTED, Kind.REQUEST_WITHDRAWN),
    ),
    Stage.ASSESSING: StageWords(
        "Being assessed",
        (Kind.ADVICE_REQUESTED, Kind.ADVICE_RECEIVED, Kind.PLAN_DECIDED, Kind.DRAFT_SENT),
    ),
    Stage.REFUSED: StageWords("Refused an assessment", (*_DISPUTE, *_REQUEST)),
    Stage.PLAN_AGREED: StageWords(
        "Plan agreed, draft to be sent",
        (Kind.DRAFT_SENT, Kind.CONSULTATION_SENT, Kind.ADVICE_RECEIVED),
    ),
    Stage.DRAFT: StageWords(
        "Draft plan with the family",
        (
            Kind.REPRESENTATIONS_RECEIVED,
            Kind.CONSULTATION_SENT,
            Kind.CONSULTATION_RESPONSE,
            Kind.FINALISED_SENT,
        ),
    ),
    Stage.FINAL: StageWords("Plan in place", (Kind.REVIEW_MEETING_HELD, Kind.AMEND_NOTICE_SENT)),
    Stage.REVIEWING: StageWords(
        "Plan in place, under review",
        (Kind.REVIEW_REPORT_SENT, Kind.REVIEW_DECISION_NOTIFIED, Kind.AMENDMENT_NOTICE_SENT),
    ),
    Stage.AMENDING: StageWords(
        "Plan in place, being amended",
        (Kind.REPRESENTATIONS_RECEIVED, Kind.AMENDED_PLAN_SENT, Kind.NO_AMENDMENT_NOTIFIED),
    ),
    Stage.REASSESSING: StageWords(
        "Plan in place, being re-assessed",
        (Kind.ADVICE_REQUESTED, Kind.ADVICE_RECEIVED, Kind.FINALISED_SENT),
    ),
    Stage.CEASING: StageWords(
        "Plan to cease", (Kind.NOTICE_SENT, Kind.CEASE_TOOK_EFFECT, Kind.APPEAL_RECEIVED)
    ),
    Stage.CEASED: StageWords("Plan ceased", _REQUEST),
    Stage.NO_PLAN: StageWords("Assessed, no plan issued", (*_DISPUTE, *_REQUEST)),
    Stage.TRANSFERRED_OUT: StageWords(
        "Plan transferred to another council", (Kind.PLAN_TRANSFERRED_IN,)
    ),
    Stage.DETAINED_KEPT: StageWords(
        "In youth custody", (Kind.RELEASED, Kind.ADVICE_RECEIVED, Kind.REVIEW_MEETING_HELD)
    ),
}
