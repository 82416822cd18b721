"""Rules about requests: received, decided in six weeks, disputed, followed by an assessment."""

from __future__ import annotations

from datetime import timedelta

from sendpath.core.sen2.chain import Person, Request
from sendpath.core.sen2.dates import months_after
from sendpath.core.sen2.rules.registry import rule
from sendpath.core.sen2.rules.shared import wrong_area

DECISION = timedelta(weeks=6)  # SEND Regulations 2014 reg 5(1)
DECIDED = ("Y", "N")


@rule("S2-201", Request)
def _received_date_is_real(request: Request) -> str | None:
    missing = "ReceivedDate" not in request.values and request.values.get("RequestOutcome") != "H"
    return "ReceivedDate" if missing or request.no_day("ReceivedDate") else None


@rule("S2-202", Request)
def _received_within_the_persons_life(request: Request) -> str | None:
    received, birth = request.received, request.person.birth
    impossible = received and (received > request.survey.day or (birth and received < birth))
    return "ReceivedDate" if impossible else None


@rule("S2-203", Request)
def _outcome_is_a_code(request: Request) -> str | None:
    return request.first_uncoded("RequestOutcome")


@rule("S2-204", Request)
def _decided_requests_have_a_date(request: Request) -> str | None:
    undated = request.outcome in DECIDED and request.decided is None
    return "RequestOutcomeDate" if undated else None


@rule("S2-205", Request)
def _other_requests_have_none(request: Request) -> str | None:
    undecided = request.outcome in ("A", "W", "H")
    return "RequestOutcomeDate" if undecided and "RequestOutcomeDate" in request.values else None


@rule("S2-206", Request)
def _decided_after_received(request: Request) -> str | None:
    received, decided = request.received, request.decided
    return "RequestOutcomeDate" if received and decided and decided < received else None


@rule("S2-207", Request)
def _decided_by_survey_day(request: Request) -> str | None:
    decided = request.decided
    return "RequestOutcomeDate" if decided and decided > request.survey.day else None


@rule("S2-208", Request)
def _decided_in_six_weeks(request: Request) -> str | None:
    received, decided = request.received, request.decided
    late = received and decided and decided - received > DECISION
    return "RequestOutcomeDate" if late and request.outcome in DECIDED else None


@rule("S2-209", Request)
def _not_undecided_after_six_weeks(request: Request) -> str | None:
    waiting = request.outcome == "A" and request.received is not None
    if waiting and request.received and request.survey.day - request.received > DECISION:
        return "RequestOutcome"
    return None


@rule("S2-210", Request)
def _source_is_a_code(request: Request) -> str | None:
    received, survey = request.received, request.survey
    elsewhen = received and not survey.period_start <= received <= survey.period_end
    if request.outcome == "H" or elsewhen:
        return None
    return request.first_uncoded("RequestSource")


@rule("S2-211", Request)
def _youth_accommodation_is_answered(request: Request) -> str | None:
    return request.first_uncoded("RYA") if request.outcome in DECIDED else None


@rule("S2-212", Request)
def _disputes_are_answered(request: Request) -> str | None:
    if request.outcome not in DECIDED:
        return None
    return request.first_uncoded("RequestMediation", "RequestTribunal")


@rule("S2-213", Request)
def _mediation_before_tribunal(request: Request) -> str | None:
    flags = request.values.get("RequestTribunal"), request.values.get("RequestMediation")
    return "RequestTribunal" if flags == ("1", "0") else None


@rule("S2-214", Request)
def _moved_to_another_area(request: Request) -> str | None:
    return wrong_area(request, "Exported")


@rule("S2-215", Request)
def _nothing_follows_an_ended_request(request: Request) -> str | None:
    disputed = "1" in (
        request.values.get("RequestMediation"),
        request.values.get("RequestTribunal"),
    )
    followed = bool(request.assessments or request.active)
    ended = request.outcome in ("N", "A", "W")
    return "RequestOutcome" if ended and followed and not disputed else None


@rule("S2-216", Request)
def _assessment_follows(request: Request) -> str | None:
    proceeded = request.outcome in ("Y", "H")
    return "RequestOutcome" if proceeded and not request.assessments else None


@rule("S2-217", Person)
def _requests_are_apart(person: Person) -> str | None:
    for number, request in enumerate(person.requests):
        others = person.requests[:number] + person.requests[number + 1 :]
        if any(_too_close(request, other) for other in others):
            return "ReceivedDate"
    return None


def _too_close(request: Request, other: Request) -> bool:
    if request.received is None:
        return False
    if request.received == other.received:
        return True
    decided = other.decided if other.outcome in DECIDED else None
    return decided is not None and decided < request.received < months_after(decided, 6)


@rule("S2-218", Request)
def _old_decisions_are_historical(request: Request) -> str | None:
    decided = request.decided
    old = decided is not None and decided < request.survey.period_start
    return "RequestOutcome" if old and request.outcome in DECIDED else None
