"""A Requests record becomes facts and particulars, and the same record again."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.records import Record
from sendpath.returns.mapping import copied, divided, written
from sendpath.returns.mapping.facts import CaseFact

SURVEY_DAY = date(2026, 1, 15)
NEAR = st.sampled_from([SURVEY_DAY + timedelta(days=n) for n in (-366, -365, -1, 0, 1, 2)])
DAYS = st.one_of(NEAR, st.dates(date(2014, 9, 1), SURVEY_DAY))
FLAG = st.sampled_from("01")


def maybe(values):
    return st.one_of(st.none(), values)


def record(module, values, *children):
    kept = {item: str(value) for item, value in values.items() if value is not None}
    return Record(module, kept, [child for child in children if child])


@st.composite
def plans(draw, *, started_on):
    ended_on = draw(maybe(DAYS))
    ended = {
        "CeaseDate": ended_on,
        "CeaseReason": draw(st.sampled_from("19")) if ended_on else None,
    }
    detail = record("plan_detail", {"URN": "117001", "PlacementRank": "1"})
    return record("named_plan", {"StartDate": started_on, "PB": "0", **ended}, detail)


@st.composite
def assessments(draw):
    outcome = draw(st.sampled_from("YNAWH"))
    told_on = draw(maybe(DAYS)) if outcome == "Y" else draw(DAYS) if outcome == "N" else None
    plan = None
    if outcome == "H" or (outcome == "Y" and told_on):
        other = draw(DAYS)
        plan = draw(plans(started_on=draw(st.sampled_from([told_on or other, other]))))
    values = {
        "AssessmentOutcome": outcome,
        "AssessmentOutcomeDate": told_on,
        "Week20": draw(FLAG) if told_on else None,
        "OtherTribunal": draw(maybe(FLAG)),
    }
    return record("assessment", values, plan)


@st.composite
def active_plans(draw):
    met_on = draw(maybe(DAYS))
    told_on, drafted_on = draw(maybe(DAYS)), draw(maybe(DAYS))
    due_on = draw(maybe(st.sampled_from([date(2026, 2, 15), date(2026, 3, 31), date(2027, 2, 15)])))
    values = {
        "TransferLA": draw(maybe(st.just("919"))),
        "ReviewMeeting": met_on,
        "ReviewOutcome": draw(st.sampled_from("MAC")) if told_on else None,
        "ReviewDraft": drafted_on,
        "LastReview": told_on,
        "PhaseTransferDueDate": due_on,
        "PhaseTransferFinalDate": draw(maybe(DAYS)) if due_on else None,
    }
    need = record("sen_need", {"SENtype": "ASD", "SENtypeRank": "1"})
    return record("active_plans", values, need)


@st.composite
def requests(draw):
    """Requests whose chain is whole, with dates on both sides of the survey day."""
    outcome = draw(st.sampled_from("YNAWH"))
    values = {
        "ReceivedDate": None if outcome == "H" else draw(DAYS),
        "RequestSource": draw(maybe(st.sampled_from("12345"))),
        "RYA": draw(maybe(FLAG)),
        "RequestOutcome": outcome,
        "RequestOutcomeDate": draw(DAYS) if outcome in "YN" else None,
        "Exported": draw(maybe(st.just("302"))),
    }
    assessment = draw(assessments()) if outcome in "YH" else None
    has_plan = assessment and assessment.first("named_plan")
    active = draw(maybe(active_plans())) if has_plan else None
    ended = has_plan and "CeaseDate" in has_plan.values
    if has_plan and not ended and active is None:
        active = draw(active_plans())
    return record("requests", values, assessment, active)


@settings(deadline=None)
@given(requests())
@example(record("requests", {"RequestOutcome": "W", "ReceivedDate": "2026-01-15"}))
def test_facts_and_particulars_say_what_the_record_said(told):
    before = copied(told)

    left, facts = divided(told, as_at=SURVEY_DAY)

    assert written(left, facts, as_at=SURVEY_DAY) == before
    assert told == before


@settings(deadline=None)
@given(requests())
def test_no_fact_lies_after_the_survey_day_and_each_has_its_place(told):
    _, facts = divided(told, as_at=SURVEY_DAY)

    assert [fact for fact in facts if fact.occurred_on > SURVEY_DAY] == []
    assert [fact for fact in facts if fact.place is None] == []


def stated(told):
    """Return the facts of a record, each as its kind, day and what is said of it."""
    _, facts = divided(told, as_at=SURVEY_DAY)
    return [(fact.kind.value, fact.occurred_on.isoformat(), dict(fact.facts)) for fact in facts]


ASKED = {"ReceivedDate": "2025-03-03", "RequestSource": "1"}
AGREED = {**ASKED, "RequestOutcome": "Y", "RequestOutcomeDate": "2025-04-01"}
REQUEST = ("ehc.request_received", "2025-03-03", {"by": "parent"})
ASSESS = ("ehc.assessment_decided", "2025-04-01", {"outcome": "assess"})
BOUND = {"on_or_before": True}
MEETING = {"silent_on": "review.report_sent", "earlier_reviews": "not_told"}
LAST_STEP = {"silent_on": "review.amended_plan_sent review.no_amend_notified"}


def assessed(**values):
    plan = record("named_plan", {"StartDate": values.pop("StartDate", None)})
    return record("requests", AGREED, record("assessment", values, plan))


def historical(active=None, **values):
    plan = record("named_plan", {"StartDate": "2022-03-01", **values})
    assessment = record("assessment", {"AssessmentOutcome": "H"}, plan)
    return record("requests", {"RequestOutcome": "H"}, assessment, active)


SENT_2022 = ("plan.finalised_sent", "2022-03-01", {})


def active(**values):
    return record("active_plans", values)


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        (record("requests", {**ASKED, "RequestOutcome": "A"}), [REQUEST]),
        (
            record("requests", {**AGREED, "RequestOutcome": "N"}),
            [
                REQUEST,
                ("ehc.assessment_decided", "2025-04-01", {"outcome": "refuse"}),
                ("notice.sent", "2025-04-01",
                 {"notice_type": "refusal_to_assess", "appealable": True}),
            ],
        ),
        (
            record("requests", {**ASKED, "RequestOutcome": "W"}),
            [REQUEST, ("ehc.request_withdrawn", "2026-01-15", BOUND)],
        ),
        (record("requests", {"RequestOutcome": "H", "ReceivedDate": "2020-01-06"}), []),
        (
            assessed(AssessmentOutcome="Y", AssessmentOutcomeDate="2025-07-21", Week20="1",
                     StartDate="2025-07-21"),
            [
                REQUEST,
                ("ehc.plan_decided", "2025-07-21", {"outcome": "issue", **BOUND}),
                ("plan.finalised_sent", "2025-07-21", {"first": True}),
                ("exception.claimed", "2025-07-21",
                 {"ground": "not_stated", "clock": "issue_final_plan", **BOUND}),
                ASSESS,
            ],
        ),
        (
            assessed(AssessmentOutcome="Y"),
            [REQUEST, ("ehc.plan_decided", "2026-01-15", {"outcome": "issue", **BOUND}), ASSESS],
        ),
        (
            assessed(AssessmentOutcome="N", AssessmentOutcomeDate="2025-06-02"),
            [
                REQUEST,
                ("ehc.plan_decided", "2025-06-02", {"outcome": "no_plan"}),
                ("notice.sent", "2025-06-02", {"notice_type": "no_plan", "appealable": True}),
                ASSESS,
            ],
        ),
        (
            assessed(AssessmentOutcome="W"),
            [REQUEST, ("ehc.request_withdrawn", "2026-01-15", BOUND), ASSESS],
        ),
        (historical(), [SENT_2022]),
        (
            historical(active(TransferLA="919")),
            [SENT_2022, ("plan.made", "2022-03-01", {"from_la": "919"})],
        ),
        (
            historical(CeaseDate="2025-08-31", CeaseReason="3"),
            [SENT_2022, ("cease.took_effect", "2025-08-31", {"ground": "3"})],
        ),
        (
            historical(active(ReviewMeeting="2025-03-03", LastReview="2025-03-21",
                              ReviewOutcome="A", ReviewDraft="2025-03-21")),
            [
                SENT_2022,
                ("review.meeting_held", "2025-03-03", MEETING),
                ("review.decision_notified", "2025-03-21",
                 {"outcome": "amend", "notice_attached": True, **LAST_STEP}),
                ("review.amendment_notice_sent", "2025-03-21", LAST_STEP),
            ],
        ),
        (
            historical(active(LastReview="2025-03-21", ReviewOutcome="A",
                              ReviewDraft="2025-03-22")),
            [
                SENT_2022,
                ("review.decision_notified", "2025-03-21",
                 {"outcome": "amend", "notice_attached": False, **LAST_STEP}),
                ("review.amendment_notice_sent", "2025-03-22", LAST_STEP),
            ],
        ),
        (
            historical(active(LastReview="2025-03-21", ReviewOutcome="A")),
            [
                SENT_2022,
                ("review.decision_notified", "2025-03-21", {"outcome": "amend", **LAST_STEP}),
            ],
        ),
        (
            historical(active(PhaseTransferDueDate="2026-02-15",
                              PhaseTransferFinalDate="2026-01-12")),
            [
                SENT_2022,
                ("phase.transfer_planned", "2026-01-15",
                 {"kind": "school_phase", "transfer_on": "2026-09-01",
                  **BOUND}),
                ("review.amended_plan_sent", "2026-01-12", {"phase_transfer": True}),
            ],
        ),
        (
            historical(active(PhaseTransferDueDate="2026-03-31")),
            [
                SENT_2022,
                ("phase.transfer_planned", "2026-01-15",
                 {"kind": "secondary_to_post16", "transfer_on": "2026-09-01", **BOUND}),
            ],
        ),
        (historical(active(ReviewMeeting="2025-13-03", LastReview="2025-03-21",
                           ReviewOutcome="M")), [SENT_2022]),
    ],
)  # fmt: skip
def test_each_item_becomes_the_fact_it_states(told, facts):
    assert stated(told) == facts


def fact(kind, day, **facts):
    return CaseFact(kind=kind, occurred_on=day, facts=facts)


def test_a_case_that_no_return_has_told_of_is_written_from_its_facts_alone():
    facts = [
        fact(Kind.REQUEST_RECEIVED, date(2025, 3, 3), by="school"),
        fact(Kind.ASSESSMENT_DECIDED, date(2025, 4, 1), outcome="assess"),
        fact(Kind.FINALISED_SENT, date(2025, 7, 21), first=True),
    ]

    told = written(Record("requests", {"RequestOutcome": "A"}), facts, as_at=SURVEY_DAY)

    plan = record("named_plan", {"StartDate": "2025-07-21"})
    outcome = {"AssessmentOutcome": "Y", "AssessmentOutcomeDate": "2025-07-21"}
    assert told == record(
        "requests",
        {**AGREED, "RequestSource": "2"},
        record("assessment", outcome, plan),
        record("active_plans", {}),
    )


def test_what_happens_after_the_survey_day_is_for_the_next_return():
    facts = [
        fact(Kind.REQUEST_RECEIVED, date(2025, 12, 10), by="parent"),
        fact(Kind.ASSESSMENT_DECIDED, date(2026, 1, 16), outcome="assess"),
    ]

    told = written(Record("requests", {"RequestOutcome": "A"}), facts, as_at=SURVEY_DAY)

    assert told.values == {
        "ReceivedDate": "2025-12-10", "RequestSource": "1", "RequestOutcome": "A",
    }  # fmt: skip


def test_an_overturned_refusal_is_written_as_it_was_first_decided():
    facts = [
        fact(Kind.REQUEST_RECEIVED, date(2025, 3, 3), by="parent"),
        fact(Kind.ASSESSMENT_DECIDED, date(2025, 4, 1), outcome="refuse"),
        fact(Kind.ASSESSMENT_DECIDED, date(2025, 6, 2), outcome="assess"),
    ]

    told = written(Record("requests", {"RequestOutcome": "A"}), facts, as_at=SURVEY_DAY)

    assert (told.values["RequestOutcome"], told.values["RequestOutcomeDate"]) == ("N", "2025-04-01")
