"""Rules about plans: when they run, why they end, and the settings they name."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from sendpath.core.sen2.chain import Detail, Person, Plan
from sendpath.core.sen2.dates import age_on
from sendpath.core.sen2.rules import shared
from sendpath.core.sen2.rules.registry import rule

FIRST_PLANS = date(2014, 9, 1)  # CFA 2014 Part 3 came into force
CODED = ("PlanRes", "PlanWBP", "PB", "OA", "DP")


@rule("S2-401", Plan)
def _start_is_real(plan: Plan) -> str | None:
    return "StartDate" if plan.start is None else None


@rule("S2-402", Plan)
def _start_is_possible(plan: Plan) -> str | None:
    if plan.start is None:
        return None
    earliest = max(FIRST_PLANS, plan.request.person.birth or FIRST_PLANS)
    return "StartDate" if not earliest <= plan.start <= plan.survey.day else None


@rule("S2-403", Plan)
def _new_plan_starts_when_issued(plan: Plan) -> str | None:
    issued = plan.assessment.decided if plan.assessment.outcome == "Y" else None
    if issued is None or plan.start is None:
        return None
    in_period = plan.survey.period_start <= issued <= plan.survey.period_end
    return "StartDate" if in_period and plan.start != issued else None


@rule("S2-404", Plan)
def _end_has_date_and_reason(plan: Plan) -> str | None:
    given = len(plan.values.keys() & {"CeaseDate", "CeaseReason"})
    return "CeaseDate" if given == 1 else None


@rule("S2-405", Plan)
def _reason_is_a_code(plan: Plan) -> str | None:
    return "CeaseReason" if plan.miscoded("CeaseReason") else None


@rule("S2-406", Plan)
def _end_is_possible(plan: Plan) -> str | None:
    early = plan.ceased and plan.start and plan.ceased < plan.start
    late = plan.ceased and plan.ceased > plan.survey.day
    return "CeaseDate" if early or late or plan.no_day("CeaseDate") else None


@rule("S2-407", Plan)
def _ended_in_the_period_or_later(plan: Plan) -> str | None:
    return "CeaseDate" if plan.ceased and plan.ceased < plan.survey.period_start else None


def age_at_end(plan: Plan, *reasons: str) -> int | None:
    """Return the age when the plan ended for one of those reasons, if it is known."""
    birth = plan.request.person.birth
    if birth is None or plan.ceased is None or plan.values.get("CeaseReason") not in reasons:
        return None
    return age_on(birth, plan.ceased)


@rule("S2-408", Plan)
def _highest_age_was_near(plan: Plan) -> str | None:
    age = age_at_end(plan, "1")
    return "CeaseReason" if age is not None and age < 24 else None


@rule("S2-409", Plan)
def _old_enough_to_leave(plan: Plan) -> str | None:
    age = age_at_end(plan, "3", "4", "6")
    return "CeaseReason" if age is not None and age < 16 else None


@rule("S2-411", Plan)
def _placements_end_with_the_plan(plan: Plan) -> str | None:
    if plan.ceased is None or plan.ceased > plan.survey.day or not plan.coded("CeaseReason"):
        return None
    later = any(p.start and p.start >= plan.ceased for p in plan.request.person.plans if p != plan)
    goes_on = any("LeavingDate" not in p.values for p in plan.request.placements)
    return "CeaseDate" if goes_on and not later else None


@rule("S2-412", Plan)
def _coded_items_are_coded(plan: Plan) -> str | None:
    return next((item for item in CODED if plan.miscoded(item)), None)


@rule("S2-413", Plan)
def _budget_and_its_form_agree(plan: Plan) -> str | None:
    if any(plan.miscoded(item) for item in ("PB", "OA", "DP")):
        return None
    form = plan.values.get("OA") == "1" or plan.values.get("DP", "N") != "N"
    return "PB" if (plan.values.get("PB") == "1") != form else None


@rule("S2-414", Plan)
def _plan_names_a_setting(plan: Plan) -> str | None:
    return None if plan.details else "PlanDetail"


@rule("S2-415", Person)
def _plans_do_not_overlap(person: Person) -> str | None:
    spans = sorted((p.start, p.ceased or date.max) for p in person.plans if p.start)
    overlap = any(later[0] < earlier[1] for earlier, later in pairwise(spans))
    return "StartDate" if overlap else None


@rule("S2-451", Detail)
def _one_setting(detail: Detail) -> str | None:
    return shared.not_one_setting(detail)


@rule("S2-452", Detail)
def _urn_is_known(detail: Detail) -> str | None:
    return shared.wrong_urn(detail)


@rule("S2-453", Detail)
def _ukprn_is_one(detail: Detail) -> str | None:
    return shared.wrong_ukprn(detail)


@rule("S2-454", Detail)
def _setting_is_a_code(detail: Detail) -> str | None:
    return "SENsetting" if detail.miscoded("SENsetting") else None


@rule("S2-455", Detail)
def _other_is_described(detail: Detail) -> str | None:
    if not detail.coded("SENsetting"):
        return None
    described = "SENsettingOther" in detail.values
    return "SENsettingOther" if described != (detail.values["SENsetting"] == "OTH") else None


@rule("S2-456", Plan)
def _settings_are_ranked(plan: Plan) -> str | None:
    return shared.wrong_ranks(plan.details, "PlacementRank")


@rule("S2-457", Detail)
def _indicators_are_answered(detail: Detail) -> str | None:
    return detail.first_uncoded(*shared.INDICATORS) or shared.both_indicators(detail)
