"""The names by which worked cases ask: of clocks, of answers, of facts and of their values.

People who write cases call the same thing by different names. Here is what each name stands for
and nothing else: no number, no day and no rule of law.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendpath.core.law.history import Json

BY, MEETING = "“by”", "meeting"
SCHOOL_DAYS, WORKING_DAYS = "school days", "working days"
FIRST_DAY = "the day of receipt is the first"
BACKSTOP = "backstop_12w"

_NOTIFY = ("order_assess_notify", "unopposed_assess_notify")
_NO_PLAN = ("order_assess_no_plan", "unopposed_assess_no_plan")
_FINAL = ("order_assess_final", "unopposed_assess_final")
_AMENDED = ("order_amend_contents", "unopposed_contents")
_SCHOOL = ("order_amend_school", "unopposed_school_only")
_SIX = ("decide_whether_to_assess", "detained_decide_assess")
_SIXTEEN = ("decide_not_to_issue_notify", "detained_no_plan_notify")
_TWENTY = ("issue_final_plan", "detained_final_plan")

PARTS: Mapping[str, tuple[str, ...]] = {
    "six": _SIX,
    "six_weeks": _SIX,
    "sixteen": _SIXTEEN,
    "sixteen_weeks": _SIXTEEN,
    "twenty": _TWENTY,
    "twenty_weeks": _TWENTY,
    "advice": ("provide_advice",),
    "draft": ("draft_representations", "order_make_draft", "unopposed_make_draft"),
    "report": ("review_report",),
    "decision": ("review_decision_notify", "reassess_decision", "care_referral_decision"),
    "decision_and_notice": ("review_decision_notify",),
    "notice": ("review_amendment_notice",),
    "reps": ("review_amendment_representations", "draft_representations"),
    "final": ("review_final_amended_plan", "order_make_final", "unopposed_make_final", *_FINAL),
    "eight_weeks": ("review_final_amended_plan",),
    "first_review": ("first_annual_review",),
    "next_review": ("subsequent_annual_review",),
    "statutory": ("first_annual_review", "subsequent_annual_review"),
    "annual": ("subsequent_annual_review", "first_annual_review"),
    "mediation": ("mediation_contact",),
    "appeal": ("appeal_lodge",),
    "notify": _NOTIFY,
    "notify_assess": _NOTIFY,
    "no_plan": _NO_PLAN,
    "no_plan_notify": _NO_PLAN,
    "final_plan": (*_FINAL, "issue_final_plan"),
    "amended": _AMENDED,
    "amended_plan": (*_AMENDED, *_SCHOOL, "review_final_amended_plan"),
    "contents": _AMENDED,
    "school_only": _SCHOOL,
    "assessment": ("care_assessment_45",),
    "transfer": ("transfer_plan_to_new_la",),
    "inform_family": ("new_la_inform_family",),
    "new_review": ("new_la_review",),
    "icb": ("icb_notify_on_move",),
}
"""What the cases call a clock, beside its own key: the first of them that runs in the case."""
RUNS = {"original": 0, "new": -1}
LIMBS = {
    "two_months": "2 months",
    "one_month_from_cert": "1 month",
    "twelve": "12 months starting with the first day",
    "twelve_months": "12 months starting with the first day",
}
TRIGGERS = {
    "ehc.request_received": "request_received",
    "ehc.responsibility_began": "became_responsible",
}
STATUSES = {"bar_holds": "no_duty", "ceased_too_soon": "breach", "over_cap": "breach"}
"""What the cases call the status of something that holds for a time, beside its own code."""
SHORT_BY = {n: f"{word}_days_short" for n, word in enumerate(("two", "three", "four", "five"), 2)}
SHORT_BY |= {0: "in_time", 1: "one_day_short"}

ALSO: Mapping[str, tuple[str, ...]] = {
    "not_before": (
        "earliest_cease", "earliest_cease_date", "may_cease_from", "may_cease_on",
        "can_cease_from", "cease_from", "cease_not_before", "first_day_may_cease",
        "may_end_from", "earliest_end", "earliest_lawful_cease",
        "may_delete_from", "may_remove_from", "earliest_removal", "earliest",
    ),
    "appeal_deadline": (
        "window_closes", "appeal_window_closes", "appeal_window_ends", "maintain_until",
        "must_maintain_until", "deadline", "until", "last_day", "due",
    ),
    "until_at_college": (
        "until", "last_day", "latest", "latest_end", "max_age_end", "academic_year_end",
        "end_of_academic_year", "plan_may_run_until", "may_maintain_until",
        "may_be_maintained_until", "may_keep_until", "due",
    ),
    "due": (
        "day6", "day_six", "day_6", "sixth_day", "sixth_school_day", "start_by", "provision_from",
        "education_from", "apply_by", "respond_by", "meet_by", "due_by", "response_due",
        "latest_day", "contact_by", "due_date", "first",
    ),
    "reps_last_day": (
        "reps_end", "reps_window_ends", "representations_end", "window_ends", "draft_window_ends",
    ),
    "due_at": ("due_datetime", "deadline_at"),
    "deadline_time": ("time", "due_time", "closes_at"),
    "earliest_finalise_without_reply": (
        "earliest_finalise", "earliest_final", "earliest_lawful_final", "can_finalise_from",
        "earliest_finalisation",
    ),
    "draft_practical_latest": ("latest_draft", "draft_latest", "draft_by"),
    "backstop_12w": ("backstop", "twelve_weeks"),
    "acknowledge_by": ("acknowledge", "acknowledge_due", "ack_due"),
    "latest_if_extended": ("extended", "extended_due", "max_due", "due_if_extended"),
    "absence_days_inside": (
        "days_inside", "days_inside_period", "absence_days_in_period", "overlap_days",
    ),
    "days_missing": ("gap_days", "days_gap", "missing_days", "days_without"),
    "latest_meeting": ("latest_review_meeting", "meeting_latest", "last_meeting", "meeting_by"),
    "bar_until": ("barred_until", "bar_ends"),
    "one_month_from_cert": ("one_month",),
    "corresponding": ("one_month", "corresponding_date"),
    "three": ("three_months_from_transfer",),
    "six": ("six_months",),
    "due_receipt_day_1": ("receipt_day_1", "receipt_is_day_one", "due_day_one"),
}  # fmt: skip
"""Other names for one answer, tried where nothing answers to the name itself."""

FACTS: Mapping[str, str] = {
    "exam_missed": "exam",
    "missed_exam": "exam",
    "public_exam": "exam",
    "order_type": "order",
    "date_in_order": "due_on",
    "written_date": "due_on",
    "agreed_date": "due_on",
    "parties_agreed_date": "due_on",
    "total_days": "days",
    "at": "time",
}
"""What cases call a fact, by the name that the record has for it."""
VALUES: Mapping[tuple[str, Json], tuple[str, Json]] = {
    **{
        (fact, said): (fact, kept)
        for fact in ("terms", "order")
        for said, kept in (
            ("contents", "amend_contents"),
            ("amend", "amend_contents"),
            ("amend_plan", "amend_contents"),
            ("school", "amend_school"),
            ("placement", "amend_school"),
            ("school_only", "amend_school"),
            ("section_i", "amend_school"),
            ("issue_plan", "make_plan"),
            ("make", "make_plan"),
        )
    },
    **{
        ("terms", said): ("terms", "other")
        for said in ("non_appealable", "not_appealable", "social_care", "health", "non-appealable")
    },
    **{
        ("reason", said): ("reason", "other")
        for said in ("gp", "gp_change", "GP change", "change of GP", "gp change", "new GP")
    },
    **{
        ("regime", said): ("regime", "social_care")
        for said in ("csc", "children's social care", "childrens_social_care")
    },
    ("regime", "NHS"): ("regime", "nhs"),
    **{
        ("kind", said): ("kind", "early_years_to_school")
        for said in ("early_years_to_primary", "ey_to_primary", "nursery_to_school")
    },
    **{
        ("kind", said): ("kind", "post16_to_post16")
        for said in ("post_16_to_post_16", "college_to_college")
    },
    ("outcome", "quashed"): ("outcome", "quash"),
    ("outcome", "recommended"): ("outcome", "recommend"),
    ("outcome", "refused"): ("outcome", "refuse"),
    ("urgency", "urgent"): ("urgent", True),
    ("urgency", "routine"): ("urgent", False),
    ("priority", "urgent"): ("urgent", True),
    ("priority", "routine"): ("urgent", False),
}
"""What cases call the value of a fact, by the fact and value that the record has for it."""


def names_of(asked: str) -> tuple[str, ...]:
    """Return the name asked by, and then the others that stand for the same answer."""
    return (asked, *(name for name, others in ALSO.items() if asked in others))


def as_recorded(facts: Mapping[str, Json]) -> dict[str, Json]:
    """Return a case's facts under the names of the record, each event with a plain day."""
    events = facts.get("events")
    if not isinstance(events, list):
        return dict(facts)
    return {**facts, "events": [_event(row) if isinstance(row, dict) else row for row in events]}


def _event(row: Mapping[str, Json]) -> Json:
    kept: dict[str, Json] = {}
    for said, value in row.items():
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        name = FACTS.get(said, said)
        known = not isinstance(value, dict) and VALUES.get((name, value))
        name, value = known or (name, value)
        kept[name] = value
    day, _, time = str(kept.get("date") or "").partition("T")
    hour = time or str(kept.get("time") or "").rpartition("T")[2]
    return {**kept, "date": day, **({"time": hour[:5]} if hour else {})}
