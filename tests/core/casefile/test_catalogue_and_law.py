"""Whatever a rule of law reads can be recorded, in the codes, numbers and days that it reads."""

from itertools import chain

import pytest

from sendpath.core.casefile.catalogue import BY_KEY, ENTRIES, OF_A_CHILD
from sendpath.core.casefile.catalogue.done import OF_ANOTHER_CLOCK
from sendpath.core.casefile.catalogue.entry import About, Answer
from sendpath.core.casefile.catalogue.notices import NOTICE_TYPES
from sendpath.core.casefile.catalogue.review import TRANSFERS
from sendpath.core.casefile.events import Kind
from sendpath.core.law.appeals import Holder
from sendpath.core.law.clocks import CLOCKS, RULES
from sendpath.core.law.counting import Hours, SchoolDays, SchoolDaysBeginning
from sendpath.core.law.rule import Contents, Proposed, Started

NOT_ASKED_FOR = {
    # of the person or of the product, and kept where those are
    Kind.PERSON_REGISTERED,
    Kind.PERSON_BORN,
    Kind.ADDRESS_CHANGED,
    Kind.SCHOOL_CALENDAR_PUBLISHED,
    Kind.BANK_HOLIDAYS_PUBLISHED,
    Kind.RULESET_PUBLISHED,
    # made by correcting an entry, or by marking it as a mistake
    Kind.RECORD_CORRECTED,
    Kind.RECORD_VOIDED,
    # worked out, or read by no rule: a form filled in starts no time, and a note is prose
    Kind.NOTICE_READ,
    Kind.NOTICE_DEEMED_SERVED,
    Kind.FORM_COMPLETED,
    Kind.NOTE_ADDED,
    Kind.TRANSITION_PROTECTED,
}
PARTS = (
    "starts", "done_by", "ended_by", "reopened_by", "settled_by", "needless_after",
    "needed_again_after", "closes_case", "notices", "extends", "extends_after", "only_if",
    "broken_by", "opened_by", "counted_from", "new_matter", "acts", "asked_by",
)  # fmt: skip
CONDITIONS = [
    (rule.key, when)
    for rule in RULES.values()
    for when in (
        *chain.from_iterable(getattr(rule, part, ()) for part in PARTS),
        *(shortfall.when for shortfall in getattr(rule, "shortfalls", ())),
        *(appeal.when for appeal in getattr(rule, "appeals", ())),
    )
]
ON_SILENCE = [(key, when) for key, when in CONDITIONS if {None} in when.facts.values()]
"""For records that leave out what a form insists on: an import's, or those of another system."""
ON_WHAT_IS_SAID = [read for read in CONDITIONS if read not in ON_SILENCE]

OTHER_NAMES = {
    "ey_to_school": "early_years_to_school",
    "post_16_to_post_16": "post16_to_post16",
    "secondary_to_post_16": "secondary_to_post16",
    "secondary_to_school_sixth_form": "secondary_to_own_sixth_form",
}
"""Codes that other systems write, beside ours."""

LAW = [(clock, limit) for clock in CLOCKS.values() for limit in clock.limits]
IN_SCHOOL_DAYS = (SchoolDays, SchoolDaysBeginning)


def entries(kind):
    return [entry for entry in ENTRIES if entry.kind is kind]


def asked(entry, fact):
    return next((question for question in entry.questions if question.fact == fact), None)


def is_one_of(value, allowed):
    """Whether a value is among those allowed, and of the same type: True is not 1."""
    return any(value == one and type(value) is type(one) for one in allowed)


def sayable(entry, fact, allowed):
    """Whether what is recorded by an entry can have one of the values allowed a fact."""
    if fact in entry.fixed:
        return is_one_of(entry.fixed[fact], allowed)
    question = asked(entry, fact)
    if None in allowed and (question is None or not question.missing):
        return True
    if question is None:
        return False
    if question.answer is Answer.COUNT:
        return any(is_one_of(number, allowed) for number in question.within)
    return any(is_one_of(code, allowed) for code, _ in question.choices)


def starting(clock, limit):
    """Return every entry by which a limit of a clock can begin to run."""
    kinds = {when.kind for when in clock.starts} & (limit.kinds or set(Kind))
    return [entry for kind in kinds for entry in entries(kind)]


def answers(entry, fact):
    question = asked(entry, fact)
    return question and question.answer


def test_every_kind_of_event_can_be_recorded_but_for_those_that_nobody_is_asked_for():
    assert set(Kind) - {entry.kind for entry in ENTRIES} == NOT_ASKED_FOR


@pytest.mark.parametrize(("rule", "when"), ON_WHAT_IS_SAID, ids=lambda x: getattr(x, "kind", x))
def test_what_a_rule_waits_for_can_be_recorded(rule, when):
    able = [
        entry
        for entry in entries(when.kind)
        if all(sayable(entry, fact, allowed) for fact, allowed in when.facts.items())
    ]

    assert able, f"{rule} waits for {when.kind} with {sorted(when.facts)}, and no form says that"
    if when.day_from:
        assert {answers(entry, when.day_from) for entry in able} == {Answer.DATE}
    if when.by_post:
        assert all(asked(entry, "method") for entry in able)


def test_what_a_rule_reads_of_a_record_that_leaves_something_out_has_a_form_of_its_own():
    # an appeal is whatever is not said to be a claim of discrimination: each has a form
    apart = {"subject", "claim"}
    silent = {(key, when.kind) for key, when in ON_SILENCE if apart.isdisjoint(when.facts)}
    subjects = {code for _, when in ON_SILENCE for code in when.facts.get("subject", ())}

    assert silent == {
        ("excl_day6_permanent", Kind.EXCLUSION_FIRST_DAY),  # neither its type nor its length
        ("mediation_agreement_other", Kind.AGREEMENT_MADE),  # nothing of what was agreed
    }
    assert subjects <= set(NOTICE_TYPES)  # another name for the type, which the form asks


def read_of(kind, fact):
    """Return every value, missing aside, that any rule reads a fact of a kind of event for."""
    return {
        value
        for _, when in ON_WHAT_IS_SAID
        if when.kind is kind
        for value in when.facts.get(fact, ())
        if value is not None
    }


READ = sorted({(when.kind, fact) for _, when in ON_WHAT_IS_SAID for fact in when.facts})
NEVER_ASKED = {(Kind.NOTICE_SENT, "appealable")}  # worked out from the type of the notice


@pytest.mark.parametrize(("kind", "fact"), READ)
def test_every_value_that_rules_tell_apart_can_be_given(kind, fact):
    fixed = {entry.fixed[fact] for entry in entries(kind) if fact in entry.fixed}
    questions = [q for entry in entries(kind) if (q := asked(entry, fact))]
    offered = {code for question in questions for code, _ in question.choices} | fixed
    read = read_of(kind, fact)
    if any(question.answer is Answer.COUNT for question in questions):
        offered = {number for question in questions for number in question.within}
        read = edges(kind, fact)

    assert (kind, fact) in NEVER_ASKED or read - set(OTHER_NAMES) <= offered


def edges(kind, fact):
    """Return the first and last number of each range that rules tell apart, its open end aside."""
    ranges = [
        {value for value in when.facts[fact] if value is not None}
        for _, when in ON_WHAT_IS_SAID
        if when.kind is kind and fact in when.facts
    ]
    return {end for numbers in ranges for end in (min(numbers), max(numbers))} - {0, 999}


@pytest.mark.parametrize(
    "clock", [clock for clock in RULES.values() if isinstance(clock, Started)], ids=lambda c: c.key
)
def test_what_tells_the_runs_of_a_rule_apart_is_asked(clock):
    if names := set(clock.run_named_by):
        for entry in chain.from_iterable(entries(when.kind) for when in clock.starts):
            assert names & {*entry.fixed, *(question.fact for question in entry.questions)}


@pytest.mark.parametrize(
    ("clock", "limit"), LAW, ids=lambda part: getattr(part, "key", None) or part.ruleset
)
def test_what_a_limit_reads_of_its_start_is_asked(clock, limit):
    for entry in starting(clock, limit):
        for fact in filter(None, (limit.given_by, limit.no_later_than, clock.reply_by)):
            assert answers(entry, fact) is Answer.DATE
        for fact in limit.facts:
            assert sayable(entry, fact, limit.facts[fact])
        for reading in limit.readings:
            assert not reading.needs or asked(entry, reading.needs)
        if isinstance(limit.count, IN_SCHOOL_DAYS):
            assert answers(entry, "calendar") is Answer.SCHOOL
        if isinstance(limit.count, Hours):
            assert answers(entry, "time") is Answer.TIME


@pytest.mark.parametrize(
    "clock", [c for c, limit in LAW if limit.closes_at or isinstance(limit.count, Hours)],
    ids=lambda clock: clock.key,
)  # fmt: skip
def test_the_hour_is_asked_where_a_last_day_ends_at_one(clock):
    doing = [entry for when in clock.done_by for entry in entries(when.kind)] or [
        BY_KEY[f"duty.done.{clock.key}"]
    ]

    assert {answers(entry, "time") for entry in doing} == {Answer.TIME}


@pytest.mark.parametrize(
    "rule", [r for r in RULES.values() if isinstance(r, Contents)], ids=lambda rule: rule.key
)
def test_each_part_that_an_act_must_contain_is_asked_for(rule):
    questions = {
        question.fact: question
        for act in rule.acts
        for entry in entries(act.kind)
        for question in entry.questions
    }

    for fact, _ in rule.parts:
        assert {code for code, _ in questions[fact].choices} == {True, False}


def test_a_duty_is_said_to_be_done_only_where_the_law_has_no_event_that_does_it():
    unmet = {
        rule.key
        for rule in RULES.values()
        if isinstance(rule, Started)
        and all(when.implied for when in rule.done_by)
        and not getattr(rule, "window", False)
    }

    assert {entry.fixed["clock"] for entry in entries(Kind.DUTY_DONE) if entry.fixed} == unmet


def test_what_is_read_of_a_single_event_by_what_holds_for_a_time_is_asked():
    wanted = {
        (Kind.SUSPENSION_TOTAL, "days"),
        (Kind.PROVISION_GAP, "line"),
        (Kind.PROVISION_RESTORED, "line"),
        (Kind.REPRESENTATION_CHANGED, "decision_maker"),
    }
    who = {code for code, _ in BY_KEY["person.representation_changed"].questions[0].choices}

    assert all(asked(BY_KEY[kind.value], fact) for kind, fact in wanted)
    assert who == set(Holder) - {Holder.NOT_KNOWN}


def test_what_is_about_a_school_or_the_whole_area_is_not_asked_for_in_a_childs_case():
    about = {
        whose: {entry.key for entry in ENTRIES if entry.about is whose}
        for whose in (About.SETTING, About.AREA)
    }

    assert about == {
        About.SETTING: {"senco.appointed", "senco.qualified", "school.sen_info_published"},
        About.AREA: {
            "term.start",
            "local_offer.comments_published",
            "inspection.report_final",
            "inspection.pap_submitted",
            "duty.done.review_list_to_schools",
            "duty.done.strategic_plan_publish",
        },
    }
    assert set(OF_A_CHILD) == set(BY_KEY) - set.union(*about.values()) - {OF_ANOTHER_CLOCK.key}


def test_what_is_not_law_is_read_from_events_that_can_be_recorded():
    proposed = [rule for rule in RULES.values() if isinstance(rule, Proposed)]

    assert {when.kind.value for rule in proposed for when in rule.asked_by} <= set(OF_A_CHILD)


def test_every_notice_offered_is_one_that_some_clock_reads():
    assert set(NOTICE_TYPES) == read_of(Kind.NOTICE_SENT, "notice_type")


def test_every_move_between_phases_offered_is_one_that_some_clock_reads():
    assert set(TRANSFERS) <= read_of(Kind.PHASE_TRANSFER_PLANNED, "kind")
