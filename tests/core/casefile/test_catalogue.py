"""Whatever may be recorded has its words, its questions and its place, and is read back in them."""

from datetime import UTC, date, datetime

import pytest

from sendpath.core.casefile.catalogue import BY_KEY, ENTRIES, entry_of, happened
from sendpath.core.casefile.catalogue.corrections import CORRECTED, VOIDED, why
from sendpath.core.casefile.catalogue.entry import Answer, Group
from sendpath.core.casefile.catalogue.notices import GROUND_NAMES
from sendpath.core.casefile.catalogue.request import ADVISERS
from sendpath.core.casefile.catalogue.review import WHY_CEASED
from sendpath.core.casefile.catalogue.stages import STAGES
from sendpath.core.casefile.events import Event, Kind
from sendpath.core.casefile.stage import ROWS, Stage
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.exceptions import CLOSED_EARLY_YEARS, CLOSED_SCHOOL, REGULATION_13
from sendpath.core.sen2.years import survey


def event(kind, **facts):
    return Event(
        number=1,
        kind=kind,
        occurred_on=date(2026, 1, 5),
        recorded_at=datetime(2026, 1, 5, tzinfo=UTC),
        facts=facts,
    )


REFERRING = {Answer.REFERENCE, Answer.SCHOOL}
"""What is asked for by naming it, such as the URN of a school; so are the parts of a reason."""


def test_every_entry_has_its_own_address():
    assert len(BY_KEY) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_every_entry_asks_in_whole_sentences(entry):
    assert entry.happened[0].isupper()
    assert entry.asks.endswith("?")
    assert entry.called.startswith("the ")
    facts = [question.fact for question in entry.questions]
    assert len(set(facts)) == len(facts)
    assert not set(facts) & set(entry.fixed)
    for question in entry.questions:
        named = question.answer in REFERRING or entry.group is Group.EXCEPTIONS
        assert question.asks.endswith("?") or named
        assert bool(question.choices) == (question.answer is Answer.CHOICE)
        assert bool(question.within) == bool(question.called) == (question.answer is Answer.COUNT)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_event_can_be_read_back(kind):
    assert happened(event(kind))[0].isupper()


def test_every_reason_for_lateness_offered_is_one_that_some_clock_allows():
    allowed = {ground.code for clock in CLOCKS.values() for ground in clock.grounds}

    assert set(GROUND_NAMES) <= allowed | {"X_ABS2", "X_R13"}  # those of Tribunal orders


def test_advice_of_a_closed_school_or_nursery_is_asked_in_the_words_the_law_tests():
    assert "head" in CLOSED_SCHOOL & set(ADVISERS)
    assert "early_years" in CLOSED_EARLY_YEARS & set(ADVISERS)


def test_every_stage_has_words_and_offers_only_what_can_be_recorded():
    assert set(STAGES) == set(Stage)
    for said in STAGES.values():
        assert said.words[0].isupper()
        assert {kind.value for kind in said.likely} <= set(BY_KEY)


def test_groups_come_in_the_order_of_a_cases_life():
    groups = list(dict.fromkeys(entry.group for entry in ENTRIES))

    assert groups == list(Group)


YES_OR_NO = {True, False}
GROUNDS = {
    "refuse_to_assess", "refuse_to_reassess", "refuse_to_issue", "contents", "refuse_to_amend",
    "cease",
}  # fmt: skip
DISPUTED = [
    (Kind.MEDIATION_REQUESTED, {"health": YES_OR_NO}),
    (
        Kind.AGREEMENT_MADE,
        {
            "terms": {
                "assess", "make_plan", "amend_contents", "amend_school", "continue",
                "continue_amend", "other",
            },
            "appealable": YES_OR_NO,
            "due_on": Answer.DATE,
            "la_party": YES_OR_NO,
        },
    ),
    (
        Kind.APPEAL_RECEIVED,
        {"time": Answer.TIME, "ground": GROUNDS, "section_i_only": YES_OR_NO},
    ),
    (Kind.APPEAL_UNOPPOSED, {"ground": GROUNDS, "section_i_only": YES_OR_NO}),
    (
        Kind.APPEAL_ORDER_MADE,
        {
            "order": {
                "dismiss", "dismiss_cease", "assess", "reassess", "make_plan", "reconsider",
                "amend_contents", "amend_school", "continue", "continue_amend",
            },
            "due_on": Answer.DATE,
        },
    ),
    (Kind.RECOMMENDATION_MADE, {"body": {"icb", "social_care"}}),
    (Kind.RECOMMENDATION_RESPONDED, {"body": {"icb", "social_care"}, "accepted": YES_OR_NO}),
    (Kind.MOVE_KNOWN, {}),
    (Kind.MOVE_OCCURRED, {"icb_changed": YES_OR_NO}),
    (Kind.PLAN_TRANSFERRED_IN, {"attendance_practicable": YES_OR_NO}),
    (Kind.RELEASED, {"same_la": YES_OR_NO}),
    (Kind.ICB_CHANGE_KNOWN, {"reason": {"move", "other"}, "practicable": YES_OR_NO}),
    (Kind.PLACEMENT_STARTED, {"setting": Answer.REFERENCE, "interim": YES_OR_NO}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "facts"), DISPUTED, ids=lambda x: getattr(x, "value", ""))
def test_disputes_moves_and_custody_are_asked_in_the_codes_that_clocks_and_stages_read(kind, facts):
    asked = {
        question.fact: {code for code, _ in question.choices} or question.answer
        for question in BY_KEY[kind.value].questions
    }

    assert asked == facts


PARTS = ("mediation.", "appeal.", "tribunal.", "move.", "plan.transferred", "icb.", "detained.")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.value.startswith(PARTS)])
def test_every_step_of_a_dispute_a_move_or_custody_can_be_recorded(kind):
    assert kind.value in BY_KEY


def test_every_code_that_moves_a_case_is_one_that_can_be_recorded():
    for told in (told for row in ROWS for move in row.moves for told in move.on):
        asked = [q for e in ENTRIES if e.kind is told.kind for q in e.questions]
        for fact, values in told.facts.items():
            offered = {code for q in asked if q.fact == fact for code, _ in q.choices}
            assert values <= offered, told


def test_facts_are_read_back_in_words():
    claim = event(
        Kind.EXCEPTION_CLAIMED,
        ground="X_ABS4",
        **{"from": "2025-12-01", "to": "2026-01-02", "impractical": False},
    )

    assert happened(claim) == "Exception claimed: Child or parent away for 4 weeks or more"
    assert entry_of(claim).facts_in_words(claim) == (
        ("First day away", "Monday 1 December 2025"),
        ("Last day away", "Friday 2 January 2026"),
        ("Did this make it impractical to keep the time limit?", "No"),
    )


CLAIMS = [entry for entry in ENTRIES if entry.kind is Kind.EXCEPTION_CLAIMED]


@pytest.mark.parametrize("entry", CLAIMS, ids=lambda entry: entry.key)
def test_every_claim_asks_for_its_proof_and_when_the_family_was_told(entry):
    needed = {question.fact for question in entry.questions if question.missing}

    assert {"impractical", "evidence", "authoriser", "family_told_on"} <= needed
    assert entry.span is None or set(entry.span) <= {q.fact for q in entry.questions}


def test_every_reason_can_be_claimed_and_those_of_regulation_13_one_by_one():
    said = [(entry.fixed["ground"], entry.fixed.get("circumstance")) for entry in CLAIMS]

    assert set(said) == {(ground, None) for ground in GROUND_NAMES if ground != "X_R13"} | {
        ("X_R13", circumstance) for circumstance in REGULATION_13
    }


def test_a_reason_under_a_tribunal_order_is_read_back_as_the_circumstance_it_was():
    claim = event(Kind.EXCEPTION_CLAIMED, ground="X_R13", circumstance="X_EPC")

    assert happened(claim) == (
        "Exception claimed: Exceptional personal circumstances, under a Tribunal order"
    )


def test_a_reason_that_a_return_left_out_says_so():
    claim = event(Kind.EXCEPTION_CLAIMED, ground="not_stated")

    assert entry_of(claim) is None
    assert happened(claim) == "Exception claimed, without saying which"


def test_the_entry_that_says_more_reads_an_event_back():
    claim = event(Kind.APPEAL_DETERMINED, claim="discrimination")
    answered = event(Kind.DUTY_DONE, clock="foi_respond")

    assert happened(claim) == "Claim of discrimination about an exclusion decided"
    assert happened(event(Kind.APPEAL_DETERMINED)) == "Appeal finally decided"
    assert happened(answered) == "Freedom of information request answered"
    assert happened(event(Kind.DUTY_DONE, clock="gone")) == (
        "Something done that has no entry of its own"
    )


def test_a_number_is_read_back_though_it_is_none_at_all():
    total = event(Kind.SUSPENSION_TOTAL, days=0)

    assert entry_of(total).facts_in_words(total) == (
        ("How many school days has the pupil been suspended this school year?", "0"),
    )


def test_a_code_without_words_is_shown_as_it_stands():
    request = event(Kind.REQUEST_RECEIVED, by="ombudsman")

    assert entry_of(request).facts_in_words(request) == (("Who made the request?", "ombudsman"),)


@pytest.mark.parametrize("code", [*CORRECTED, *VOIDED])
def test_every_reason_for_a_correction_has_words(code):
    assert why(code)[0].isupper()


def test_a_reason_nobody_gave_is_left_empty():
    assert [why(None), why("")] == ["", ""]


def test_why_a_plan_ceased_is_asked_in_the_codes_of_the_return():
    assert set(WHY_CEASED) == set(survey(2026).codes["cease_reason"].values)
