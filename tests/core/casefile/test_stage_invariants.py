"""What holds of the stage of any case whatever, in order or not.

Days are drawn close together and close to the limits that a guard counts, so that most
histories come near one.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.casefile.cases import event
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.casefile.guards import appeal_closes
from sendpath.core.casefile.progress import progress
from sendpath.core.casefile.stage import ROWS, TABLE, stage
from sendpath.core.casefile.states import MAINTAINED, Flag, Stage

START = date(2026, 1, 5)
AFTER = date(2027, 1, 4)
AMEND = {"outcome": "amend"}
BEFORE_A_PLAN = [
    (Kind.REQUEST_RECEIVED, {}),
    (Kind.ASSESSMENT_DECIDED, {"outcome": "assess"}),
    (Kind.DRAFT_SENT, {"method": "email"}),
    (Kind.DRAFT_SERVED, {}),
    (Kind.REPRESENTATIONS_RECEIVED, {"final": True}),
    (Kind.REPRESENTATIONS_RECEIVED, {"final": False}),
    (Kind.FINALISED_SENT, {}),
    (Kind.REASSESSMENT_OWN_INITIATIVE, {}),
]
ENDING = [
    (Kind.CEASE_DECIDED, {}),
    (Kind.REVIEW_DECISION_NOTIFIED, {"outcome": "cease"}),
    (Kind.NOTICE_SENT, {"notice_type": "cease"}),
    (Kind.CERTIFICATE_ISSUED, {}),
    (Kind.APPEAL_RECEIVED, {"ground": "cease"}),
    (Kind.APPEAL_WITHDRAWN, {}),
    (Kind.APPEAL_ORDER_MADE, {"order": "dismiss_cease"}),
    (Kind.APPEAL_ORDER_MADE, {"order": "continue"}),
    (Kind.CEASE_TOOK_EFFECT, {"ground": "2"}),
]
ANYTHING = [
    (told.kind, {name: sorted(values, key=str)[0] for name, values in told.facts.items()})
    for row in ROWS
    for move in row.moves
    for told in move.on
] + [(kind, {}) for kind in Kind if kind not in TABLE.moves and kind is not Kind.RECORD_VOIDED]


def histories(happened, *, days=range(35), most=9):
    """Draw events of these kinds, on days so many after the start, in any order."""
    told = st.tuples(st.sampled_from(happened), st.sampled_from(list(days)))
    return st.lists(told, min_size=1, max_size=most).map(
        lambda drawn: [
            event(n, kind, START + timedelta(days=day), **facts)
            for n, ((kind, facts), day) in enumerate(drawn, start=1)
        ]
    )


@given(histories(BEFORE_A_PLAN))
def test_a_final_plan_gives_a_warning_or_follows_its_draft_as_the_law_asks(events):
    """Invariant 1: a draft served at least 15 days earlier, or a family that has finished."""
    warned = {warning.number for warning in progress(events, on=AFTER).warnings}

    for plan in (e for e in events if e.kind is Kind.FINALISED_SENT and e.number not in warned):
        before = [e for e in events if e.occurred_on <= plan.occurred_on]
        drafts = [e.occurred_on for e in before if e.kind in {Kind.DRAFT_SENT, Kind.DRAFT_SERVED}]
        finished = any(e.facts.get("final") for e in before)
        assert drafts
        assert finished or plan.occurred_on - min(drafts) >= timedelta(days=15)


@given(
    histories(ENDING, days=[0, 1, 30, 58, 59, 60, 61, 62, 63, 90, 91, 92, 120]),
    st.sampled_from([[], [event(90, Kind.CEASE_DECIDED, START)]]),
)
def test_a_plan_does_not_cease_while_the_family_may_appeal(events, decision):
    """Invariant 2, with rule 12 and the certificate: both of them move the last day."""
    plan = event(0, Kind.PLAN_MADE, START - timedelta(days=1))
    history = standing([plan, *events, *decision])

    for day in {e.occurred_on for e in events}:
        before = [e for e in history if e.occurred_on < day]
        now = [e for e in history if e.occurred_on <= day]
        ordered = any(e.kind is Kind.APPEAL_ORDER_MADE for e in now)
        ended = ordered or any(e.kind is Kind.APPEAL_WITHDRAWN for e in now[len(before) :])
        was = progress(before, on=AFTER)
        if stage(now) is not Stage.CEASED or was.stage is Stage.CEASED:
            continue
        assert ended or Flag.APPEAL_OPEN not in was.flags
        assert ordered or was.stage is not Stage.CEASING or day > earliest_close(before)


def earliest_close(before):
    """Return the earliest last day to appeal that any decision before could leave."""
    kinds = {Kind.CEASE_DECIDED, Kind.REVIEW_DECISION_NOTIFIED}
    decisions = [e.occurred_on for e in before if e.kind in kinds]
    return appeal_closes(min(decisions), None, None)


@given(histories(ANYTHING, most=12), st.integers(0, 40))
def test_a_decision_to_amend_without_its_notice_changes_no_stage(events, day):
    """Invariant 3: it amends nothing, whenever it is told."""
    told = event(99, Kind.REVIEW_DECISION_NOTIFIED, START + timedelta(days=day), **AMEND)
    without = [
        e for e in events
        if e.kind is not Kind.REVIEW_DECISION_NOTIFIED
        or e.facts.get("notice_attached") is not True
    ]  # fmt: skip

    assert stage(standing([*without, told])) is stage(standing(without))


@given(histories(ANYTHING, most=12), st.randoms(use_true_random=False))
def test_when_an_event_was_recorded_changes_neither_stage_nor_flags(events, random):
    """Invariant 5, first half."""
    moved = [
        replace(e, recorded_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=random.random()))
        for e in events
    ]
    random.shuffle(moved)

    before, after = (progress(told, on=AFTER) for told in (events, moved))

    assert (after.stage, after.flags) == (before.stage, before.flags)
    late = "recorded_late"
    assert [w for w in after.warnings if w.code != late] == [
        w for w in before.warnings if w.code != late
    ]


@given(histories(ANYTHING, most=12), st.sampled_from(ANYTHING), st.integers(0, 40))
def test_voiding_an_event_restores_exactly_what_was_before_it(events, told, day):
    """Invariant 5, second half."""
    kind, facts = told
    mistake = event(100, kind, START + timedelta(days=day), **facts)
    void = event(101, Kind.RECORD_VOIDED, AFTER, voids=100)

    assert progress([*events, mistake, void], on=AFTER) == progress(events, on=AFTER)


@given(histories(ANYTHING, most=12), st.sampled_from(["X_EPC", "X_SCHOOL", "none known"]))
def test_an_exception_never_moves_a_case(events, ground):
    """Of invariants 7 and 8 what concerns the stage: a reason for lateness does nothing."""
    claim = event(100, Kind.EXCEPTION_CLAIMED, START, ground=ground)
    ended = event(101, Kind.EXCEPTION_ENDED, START + timedelta(days=9), ground=ground)

    assert stage(standing([*events, claim, ended])) is stage(standing(events))


@given(histories(ANYTHING, most=12))
def test_any_record_has_a_stage_and_every_warning_is_about_an_entry_that_stands(events):
    found = progress(events, on=AFTER)

    assert found.stage in Stage
    assert found.beneath is not Stage.DETAINED_KEPT
    assert {w.number for w in found.warnings} <= {e.number for e in events}


@given(histories(ANYTHING, most=12))
def test_a_plan_that_is_maintained_was_told_of_by_something_of_a_plan(events):
    about_a_plan = {
        told.kind for row in ROWS for move in row.moves if move.to in MAINTAINED for told in move.on
    }

    if stage(standing(events)) in MAINTAINED:
        assert about_a_plan & {e.kind for e in events}


@given(histories(ANYTHING, days=range(3), most=12), st.sets(st.integers(1, 12)))
def test_what_is_remarked_on_has_no_part_in_the_stage(events, copied):
    assert progress(events, on=AFTER, copied=copied).stage is stage(standing(events))
