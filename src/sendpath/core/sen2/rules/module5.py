"""Rules about plans in force: reviews, placements and needs as they stand on survey day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from sendpath.core.sen2.chain import Active, Need, Placement, Request
from sendpath.core.sen2.dates import age_on, months_after
from sendpath.core.sen2.rules import shared
from sendpath.core.sen2.rules.registry import OnlyAQuery, rule

REVIEW_DECISION = timedelta(weeks=4)  # SEND Regulations 2014 reg 20(10)
PHASE_TRANSFER = ((2, 15), (3, 31))  # SEND Regulations 2014 reg 18
DESCRIBED = ("OTH", "NIEO")


@rule("S2-501", Active)
def _came_from_another_area(active: Active) -> str | None:
    return shared.wrong_area(active, "TransferLA")


@rule("S2-502", Active)
def _reviewed_in_the_last_year(active: Active) -> str | None:
    year_ago = months_after(active.survey.day, -12)
    old = any(p.active and p.start and p.start < year_ago for p in active.request.plans)
    reviewed = active.decision is not None and active.decision >= year_ago
    return "LastReview" if old and not reviewed and not active.no_day("LastReview") else None


@rule("S2-503", Active)
def _review_dates_are_possible(active: Active) -> str | None:
    starts = [plan.start for plan in active.request.plans if plan.start]
    earliest = min(starts, default=date.min)
    for item, day in (("ReviewMeeting", active.meeting), ("LastReview", active.decision)):
        if active.no_day(item) or (day and not earliest <= day <= active.survey.day):
            return item
    return None


@rule("S2-504", Active)
def _decided_after_the_meeting(active: Active) -> str | None:
    meeting, decision = active.meeting, active.decision
    return "LastReview" if meeting and decision and decision < meeting else None


@rule("S2-505", Active)
def _decided_in_four_weeks(active: Active) -> str | None:
    if active.meeting is None or active.no_day("LastReview"):
        return None
    decided = active.decision or active.survey.day
    return "LastReview" if decided - active.meeting > REVIEW_DECISION else None


@rule("S2-506", Active)
def _outcome_goes_with_a_date(active: Active) -> str | None:
    alone = ("ReviewOutcome" in active.values) != ("LastReview" in active.values)
    return "ReviewOutcome" if alone or active.miscoded("ReviewOutcome") else None


@rule("S2-507", Active)
def _amendments_are_drafted(active: Active) -> str | None:
    if active.values.get("ReviewOutcome") != "A" or active.meeting is None:
        return None
    draft = active.day("ReviewDraft")
    if draft is None:
        late = active.survey.day - active.meeting >= REVIEW_DECISION
        return "ReviewDraft" if late else None
    return "ReviewDraft" if draft < active.meeting else None


@rule("S2-508", Active)
def _phase_transfer_is_due_on_a_day_in_law(active: Active) -> str | None:
    if "PhaseTransferDueDate" not in active.values:
        return None
    due = active.day("PhaseTransferDueDate")
    lawful = due is not None and (due.month, due.day) in PHASE_TRANSFER
    return None if lawful else "PhaseTransferDueDate"


@rule("S2-509", Active)
def _phase_transfer_is_in_time(active: Active) -> str | None:
    due, final = active.day("PhaseTransferDueDate"), active.day("PhaseTransferFinalDate")
    if due is None or active.no_day("PhaseTransferFinalDate"):
        return None
    if final is None:
        return "PhaseTransferDueDate" if due < active.survey.day else None
    return "PhaseTransferFinalDate" if final > due else None


@rule("S2-510", Active)
def _first_need_is_given(active: Active) -> str | None:
    ranked = any(need.values.get("SENtypeRank") == "1" for need in active.needs)
    return None if ranked else "SENneed"


@rule("S2-511", Request)
def _placed_on_survey_day(request: Request) -> str | None:
    day = request.survey.day
    in_force = any(plan.active for plan in request.plans)
    if not in_force or any(placement.covers(day) for placement in request.placements):
        return None
    return OnlyAQuery("PlacementDetail") if request.transferred_in else "PlacementDetail"


@rule("S2-512", Active)
def _plan_was_open_in_the_period(active: Active) -> str | None:
    plans, survey = active.request.plans, active.survey
    if any(plan.start is None or plan.no_day("CeaseDate") for plan in plans):
        return None
    # a plan made after the period but by survey day is in the stock, and so belongs here
    known = any(plan.ceased is None or plan.ceased >= survey.period_start for plan in plans)
    return None if known else "NamedPlan"


@rule("S2-513", Request)
def _one_active_part(request: Request) -> str | None:
    return "ActivePlans" if len(request.active) > 1 else None


@rule("S2-551", Placement)
def _one_setting(placement: Placement) -> str | None:
    return shared.not_one_setting(placement)


@rule("S2-552", Placement)
def _urn_is_known(placement: Placement) -> str | None:
    return shared.wrong_urn(placement)


@rule("S2-553", Placement)
def _ukprn_is_one(placement: Placement) -> str | None:
    return shared.wrong_ukprn(placement)


@rule("S2-554", Placement)
def _setting_is_a_code(placement: Placement) -> str | None:
    return "SENsetting" if placement.miscoded("SENsetting") else None


@rule("S2-555", Placement)
def _other_is_described(placement: Placement) -> str | None:
    to_describe = placement.values.get("SENsetting") in DESCRIBED
    return "SENsettingOther" if to_describe and "SENsettingOther" not in placement.values else None


@rule("S2-556", Active)
def _placements_are_ranked_and_apart(active: Active) -> str | None:
    if any(not placement.coded("PlacementRank") for placement in active.placements):
        return "PlacementRank"
    overlap = any(_overlap(one, other) for one, other in combinations(active.placements, 2))
    return "PlacementRank" if overlap else None


def _overlap(one: Placement, other: Placement) -> bool:
    if one.values["PlacementRank"] != other.values["PlacementRank"]:
        return False
    if one.entry is None or other.entry is None:
        return False
    # leaving one place on the day of entry to the next is not an overlap
    return one.entry < (other.leaving or date.max) and other.entry < (one.leaving or date.max)


@rule("S2-557", Placement)
def _entry_is_possible(placement: Placement) -> str | None:
    entry, birth = placement.entry, placement.active.request.person.birth
    if entry is None or entry > placement.survey.day or (birth and entry < birth):
        return "EntryDate"
    return None


@rule("S2-558", Placement)
def _leaving_is_possible(placement: Placement) -> str | None:
    entry, leaving = placement.entry, placement.leaving
    early = entry and leaving and leaving < entry
    late = leaving and leaving > placement.survey.day
    return "LeavingDate" if early or late or placement.no_day("LeavingDate") else None


@rule("S2-559", Placement)
def _neet_is_sixteen_to_twenty_five(placement: Placement) -> str | None:
    birth = placement.active.request.person.birth
    if placement.values.get("SENsetting") != "NEET" or birth is None:
        return None
    return "SENsetting" if not 16 <= age_on(birth, placement.survey.day) <= 25 else None


@rule("S2-560", Placement)
def _unit_is_in_the_register(placement: Placement) -> str | None:
    reference, urn = placement.around.reference, placement.values.get("URN")
    known = reference.establishment(urn) if reference and urn else None
    if known is None:
        return None
    offered = (known.sen_unit, known.resourced_provision)
    for item, has in zip(shared.INDICATORS, offered, strict=True):
        if placement.values.get(item) == "1" and has is False:
            return item
    return None


@rule("S2-561", Placement)
def _establishment_is_to_be_expected(placement: Placement) -> str | None:
    reference, urn = placement.around.reference, placement.values.get("URN")
    known = reference.establishment(urn) if reference and urn else None
    return "URN" if known and not known.expected else None


@rule("S2-562", Placement)
def _indicators_are_answered(placement: Placement) -> str | None:
    if placement.values.keys() & {"URN", "UKPRN"}:
        missing = placement.first_uncoded(*shared.INDICATORS)
    else:
        missing = next((item for item in shared.INDICATORS if placement.miscoded(item)), None)
    return missing or shared.both_indicators(placement)


@rule("S2-563", Placement)
def _out_of_education_is_explained(placement: Placement) -> str | None:
    setting = placement.values.get("SENsetting")
    ending = any("CeaseDate" in plan.values for plan in placement.active.request.plans)
    return "SENsetting" if setting == "NIEO" or (setting == "NIEC" and not ending) else None


@rule("S2-564", Placement)
def _attends_the_named_setting(placement: Placement) -> str | None:
    urn = shared.urn(placement)
    plans = [plan for plan in placement.active.request.plans if plan.active]
    named = {shared.urn(detail) for plan in plans for detail in plan.details} - {None}
    current = placement.covers(placement.survey.day)
    return "URN" if urn and named and current and urn not in named else None


@rule("S2-601", Need)
def _need_is_a_code(need: Need) -> str | None:
    return need.first_uncoded("SENtype")


@rule("S2-602", Active)
def _needs_are_ranked(active: Active) -> str | None:
    return shared.wrong_ranks(active.needs, "SENtypeRank")


@rule("S2-603", Active)
def _needs_differ(active: Active) -> str | None:
    types = [need.values["SENtype"] for need in active.needs if "SENtype" in need.values]
    return "SENtype" if len(set(types)) < len(types) else None
