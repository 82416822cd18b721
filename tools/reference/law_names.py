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
SHORT_BY[1] = "one_day_short"

ALSO: Mapping[str, tuple[str, ...]] = {
    "not_before": ("cease_not_before",),
    "appeal_deadline": ("deadline", "until", "last_day", "due"),
    "until_at_college": ("until", "last_day", "latest", "due"),
    "due": ("due_date", "first"),
    "deadline_time": ("time", "due_time"),
    "latest_if_extended": ("extended",),
    "six": ("six_months",),
}
"""Other names for one answer, tried where nothing answers to the name itself."""

FACTS: Mapping[str, str] = {"at": "time"}
"""What cases call a fact, by the name that the record has for it."""
VALUES: Mapping[tuple[str, Json], tuple[str, Json]] = {
    ("terms", "section_i"): ("terms", "amend_school"),
    ("terms", "non_appealable"): ("terms", "other"),
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
