"""Rules about assessments: the decision to issue, its date, the 16 and 20 weeks."""

from __future__ import annotations

from datetime import timedelta

from sendpath.core.sen2.chain import Assessment
from sendpath.core.sen2.rules.registry import rule

REFUSAL = timedelta(weeks=16)  # SEND Regulations 2014 reg 10(1)
FINAL_PLAN = timedelta(weeks=20)  # SEND Regulations 2014 reg 13(2)
DECIDED = ("Y", "N")
DISPUTES = ("AssessmentMediation", "AssessmentTribunal", "OtherMediation", "OtherTribunal")


def days_taken(assessment: Assessment) -> timedelta | None:
    """Return the time from the request's receipt to the outcome, if both days are known."""
    if assessment.request.received is None or assessment.decided is None:
        return None
    return assessment.decided - assessment.request.received


@rule("S2-301", Assessment)
def _outcome_is_a_code(assessment: Assessment) -> str | None:
    return assessment.first_uncoded("AssessmentOutcome")


@rule("S2-302", Assessment)
def _refusal_has_a_real_date(assessment: Assessment) -> str | None:
    missing = assessment.outcome == "N" and "AssessmentOutcomeDate" not in assessment.values
    wrong = missing or assessment.no_day("AssessmentOutcomeDate")
    return "AssessmentOutcomeDate" if wrong else None


@rule("S2-303", Assessment)
def _plan_is_issued(assessment: Assessment) -> str | None:
    undated = "AssessmentOutcomeDate" not in assessment.values
    return "AssessmentOutcomeDate" if assessment.outcome == "Y" and undated else None


@rule("S2-304", Assessment)
def _undecided_has_no_date(assessment: Assessment) -> str | None:
    dated = "AssessmentOutcomeDate" in assessment.values
    return "AssessmentOutcomeDate" if assessment.outcome in ("A", "W") and dated else None


@rule("S2-305", Assessment)
def _decided_after_the_request(assessment: Assessment) -> str | None:
    decided, request = assessment.decided, assessment.request
    early = decided and any(day and decided < day for day in (request.decided, request.received))
    return "AssessmentOutcomeDate" if early else None


@rule("S2-306", Assessment)
def _decided_by_survey_day(assessment: Assessment) -> str | None:
    decided = assessment.decided
    return "AssessmentOutcomeDate" if decided and decided > assessment.survey.day else None


@rule("S2-307", Assessment)
def _plan_in_twenty_weeks(assessment: Assessment) -> str | None:
    taken = days_taken(assessment) if assessment.outcome == "Y" else None
    late = taken is not None and taken > FINAL_PLAN
    return "AssessmentOutcomeDate" if late and assessment.values.get("Week20") == "0" else None


@rule("S2-308", Assessment)
def _exception_was_needed(assessment: Assessment) -> str | None:
    taken = days_taken(assessment) if assessment.outcome == "Y" else None
    in_time = taken is not None and taken <= FINAL_PLAN
    return "Week20" if in_time and assessment.values.get("Week20") == "1" else None


@rule("S2-310", Assessment)
def _exception_is_answered(assessment: Assessment) -> str | None:
    issued = assessment.outcome == "Y" and assessment.decided is not None
    return assessment.first_uncoded("Week20") if issued else None


@rule("S2-311", Assessment)
def _disputes_are_answered(assessment: Assessment) -> str | None:
    return assessment.first_uncoded(*DISPUTES) if assessment.outcome in DECIDED else None


@rule("S2-312", Assessment)
def _refusal_in_sixteen_weeks(assessment: Assessment) -> str | None:
    taken = days_taken(assessment) if assessment.outcome == "N" else None
    return "AssessmentOutcomeDate" if taken is not None and taken > REFUSAL else None


@rule("S2-313", Assessment)
def _plan_follows(assessment: Assessment) -> str | None:
    issued = assessment.outcome == "Y" and assessment.decided is not None
    promised = issued or assessment.outcome == "H"
    return "NamedPlan" if promised and not assessment.plans else None


@rule("S2-314", Assessment)
def _no_plan_before_the_decision(assessment: Assessment) -> str | None:
    return "NamedPlan" if assessment.outcome in ("A", "W") and assessment.plans else None


@rule("S2-315", Assessment)
def _transferred_plans_are_historical(assessment: Assessment) -> str | None:
    elsewhere = assessment.outcome not in (None, "H")
    return "TransferLA" if elsewhere and assessment.request.transferred_in else None
