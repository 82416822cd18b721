"""What holds of every case, whatever is in it: drawn from histories near the edges of the law.

A plan may not be sent inside the family's window; a decision to amend without its notice does
not meet the 4 weeks; a due date depends neither on when anything was written down nor on any
reason; what was voided leaves no trace; a limit disapplied is never met.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.law.cases import CALENDARS, LONG_AFTER, history, on, only
from sendpath.core.casefile.events import Event, Kind, standing
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.evaluation import State, evaluate
from sendpath.core.law.explanation import explanation
from sendpath.core.law.rule import RuleKind

BEGAN = date(2025, 1, 6)
EDGES = sorted(
    {weeks * 7 + near for weeks in (0, 2, 4, 6, 8, 12, 16, 20, 52) for near in (-1, 0, 1)} - {-1}
)
OUTCOMES = {
    Kind.ASSESSMENT_DECIDED: ("assess", "refuse"),
    Kind.PLAN_DECIDED: ("issue", "no_plan"),
    Kind.REVIEW_DECISION_NOTIFIED: ("maintain", "amend", "cease"),
}
KINDS = sorted(
    {
        when.kind
        for clock in CLOCKS.values()
        for when in (*clock.starts, *clock.done_by, *clock.ended_by, *clock.extends)
    }
    - {Kind.PHASE_TRANSFER_PLANNED}
)
GROUNDS = ("X_SCHOOL", "X_EY", "X_EPC", "X_ABS4", "X_APPT", "COVID", "R5_EXTENSION", "no_ground")


@st.composite
def happenings(draw):
    """Draw one thing that happened, on a day near the end of some limit."""
    kind = draw(st.sampled_from(KINDS))
    facts = {"outcome": draw(st.sampled_from(OUTCOMES[kind]))} if kind in OUTCOMES else {}
    facts["final"] = facts["notice_attached"] = draw(st.booleans())
    return kind, BEGAN + timedelta(days=draw(st.sampled_from(EDGES))), facts


@st.composite
def claims(draw):
    """Draw a reason put forward, all of whose facts make it look as good as it can be."""
    day = BEGAN + timedelta(days=draw(st.sampled_from(EDGES)))
    away = (day + timedelta(days=draw(st.integers(26, 30)))).isoformat()
    span = {"from": day.isoformat(), "to": away, "first_closed": day.isoformat(), "reopens": away}
    facts = {"ground": draw(st.sampled_from(GROUNDS)), **span}
    facts["impractical"] = draw(st.sampled_from([True, False, None]))
    return Kind.EXCEPTION_CLAIMED, day, facts


cases = st.lists(happenings(), min_size=1, max_size=8)
days = st.sampled_from(EDGES).map(lambda ahead: BEGAN + timedelta(days=ahead))


def found(events):
    return deadlines(standing(events), CALENDARS)


def dates(events):
    """Return what may not depend on a reason or on when anything was written down."""
    return [(d.key, d.run, d.started_on, d.due, d.readings, d.done_on) for d in found(events)]


@given(st.integers(0, 20), st.booleans())
def test_a_final_plan_needs_15_days_from_the_draft_or_a_family_that_has_finished(after, finished):
    served = date(2026, 6, 1)
    sent = (Kind.FINALISED_SENT, served + timedelta(days=after))
    answer = (Kind.REPRESENTATIONS_RECEIVED, served, {"final": finished})

    window = only("draft_representations", (Kind.DRAFT_SERVED, served), answer, sent)

    too_soon = on(LONG_AFTER, window).state is State.NOT_BEFORE
    assert too_soon is (after < 15 and not finished)


@given(cases, days, st.sampled_from([False, None]))
def test_a_decision_to_amend_without_its_notice_never_meets_the_four_weeks(case, day, attached):
    decided = (
        Kind.REVIEW_DECISION_NOTIFIED,
        day,
        {"outcome": "amend", "notice_attached": attached},
    )
    events = history(*case, decided)

    doing = [d.done for d in found(events) if d.key == "review_decision_notify"]

    assert events[-1] not in doing


@given(cases, st.randoms())
def test_no_day_depends_on_when_or_in_what_order_things_were_written_down(case, chance):
    events = history(*case)
    moved = [
        replace(e, recorded_at=datetime(2030, 1, 1, tzinfo=UTC) + timedelta(n))
        for n, e in enumerate(chance.sample(events, len(events)))
    ]

    assert dates(moved) == dates(events)


@given(cases, st.one_of(happenings(), claims()))
def test_voiding_anything_restores_exactly_what_stood_before(case, mistake):
    events = history(*case, mistake)
    void = Event(
        number=len(events) + 1,
        kind=Kind.RECORD_VOIDED,
        occurred_on=LONG_AFTER,
        recorded_at=datetime(2027, 6, 1, tzinfo=UTC),
        voids=len(events),
    )

    assert found([*events, void]) == found(events[:-1])


@given(cases, claims(), days)
def test_a_reason_only_ever_turns_late_into_disapplied_and_moves_no_date(case, claim, day):
    before, after = history(*case), history(*case, claim)

    assert dates(after) == dates(before)
    for plain, tried in zip(found(before), found(after), strict=True):
        stood, stands = on(day, plain).state, on(day, tried).state
        lapsed = plain.clock.kind is RuleKind.RIGHT and stood is State.NO_DUTY
        if stood in {State.OVERDUE, State.LATE_MET, State.UNKNOWN_FACT} or lapsed:
            assert stands in {stood, State.LIMIT_DISAPPLIED}
        else:
            assert stands is stood


@given(cases, claims(), days)
def test_a_limit_disapplied_is_never_said_to_be_met_and_nothing_is_said_twice(case, tried, day):
    for deadline in found(history(*case, tried)):
        stands = evaluate(deadline, day, CALENDARS)
        texts = [sentence.text for sentence in explanation(stands)]

        if stands.state is State.MET:
            assert stands.days_late == 0
        else:
            assert "It was in time." not in texts
        assert len(texts) == len(set(texts))
