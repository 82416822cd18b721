"""A second opinion on every rule: its day, its kind and its sureness, by code of another hand.

The days are counted again in `another_count`, from the table of rules alone. Nothing here but
the last comparison calls the product.
"""

import re
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import FR, relativedelta
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from core.law.another_count import (
    ANY_DAY,
    DAY,
    SCHOOL_DAY,
    TABLE,
    TERMS,
    last_day,
    last_of_months,
    months_on,
    next_working,
    taught,
    tribunal_last,
    walk,
    works,
)
from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import standing
from sendpath.core.law.beside import holding
from sendpath.core.law.clock import Clock
from sendpath.core.law.clocks import RULES, SECTIONS
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.rule import Delegated, Undated

SCHOOL = "+".join(TERMS)
UNITS = {"days", "weeks", "months", "hours"}
FACTS = {
    "phase_transfer_5_months": {"kind": "post16_to_post16"},
    "early_years_review": {"child_age": 3},
    "excl_board_50_days": {"exclusion_type": "suspension", "term_total": 8},
    "attendance_sickness_return": {"days": 15},
    "cyp_eating_disorder": {"urgent": False},
}
"""What the event that starts a rule must say, where the rule is not about every such event."""
MOVED = {
    # guidance of the Information Commissioner
    "sar_respond": lambda due, start: next_working(due),
    # rule 12(2): the 28 days are the Tribunal's own
    "ftt_permission_to_appeal": lambda due, start: next_working(due),
    # rule 12 was for disability claims too, until 21 July 2020
    "disability_claim_lodge": lambda due, start: (
        tribunal_last(due) if start < date(2020, 7, 21) else due
    ),
}
"""Where a law beside the table's own line moves the last day it gives."""


def counted(line):
    how = line["compute"]
    return "n" in how and "from_event" in how and how["unit"] in UNITS


NEEDS_MORE = {
    "sar_extended", "detained_unfinished_on_release", "detained_unfinished_on_detention",
    "attendance_sickness_return",
}  # fmt: skip
"""Rules that start with one event and run only because of another: below, each by itself."""
SIMPLE = [
    (key, kind)
    for key, line in TABLE.items()
    if counted(line) and isinstance(RULES[key], Clock | Delegated) and key not in NEEDS_MORE
    for kind in line["compute"]["from_event"].split("|")
]


def ours(key, *happened):
    """Return the product's last days for a rule, or for the clocks that count it."""
    rule = RULES[key]
    keys = rule.counted_by if isinstance(rule, Delegated) else (key,)
    found = [d for d in deadlines(standing(history(*happened)), CALENDARS) if d.key in keys]
    if isinstance(rule, Delegated) and rule.milestone:
        return {day for d in found for m, day in d.milestones if m.key == rule.milestone}
    return {d.due for d in found}


def held(key, *happened):
    """Return the figures of what the product says holds for a time, by name."""
    found = holding(history(*happened), CALENDARS)
    return {name: day for span, h in found if span.key == key for name, _, day in h.figures}


def test_the_product_has_every_rule_of_the_table_and_no_other():
    assert set(RULES) == set(TABLE)
    assert len(TABLE) == 162


@pytest.mark.parametrize(("section", "rule"), [(s, r) for s in SECTIONS for r in s.rules])
def test_a_rule_is_of_the_kind_and_the_sureness_and_in_the_section_the_table_says(section, rule):
    line = TABLE[rule.key]

    assert rule.kind.value == line["kind"]
    assert rule.confidence.value == line["confidence"]
    assert section.letter == line["section"][0]


@pytest.mark.parametrize("key", [key for key, rule in RULES.items() if isinstance(rule, Clock)])
def test_a_clock_is_in_force_from_the_day_the_table_says_and_runs_on_no_day_before(key):
    since = min(limit.since for limit in RULES[key].limits)

    assert since == date.fromisoformat(TABLE[key]["in_force_from"])


@pytest.mark.parametrize("key", [key for key, rule in RULES.items() if isinstance(rule, Undated)])
def test_a_duty_without_a_number_begins_on_the_day_the_table_says(key):
    assert RULES[key].since == date.fromisoformat(TABLE[key]["in_force_from"])


SPELT_OUT = {"X_R13": {"X_R13", "X_SCHOOL", "X_EY", "X_EPC", "X_ABS4"}}
"""Any of regulation 13(3) may be claimed by its own name too."""
IN_WORDS = {
    **{key: {"X_SCHOOL", "X_EPC", "X_ABS4"} for key in RULES if key.startswith("detained_")},
    "appeal_lodge": {"R5_EXTENSION"},
}


@pytest.mark.parametrize("key", [key for key, rule in RULES.items() if isinstance(rule, Clock)])
def test_the_reasons_that_excuse_are_those_of_the_table_and_no_others(key):
    named = re.findall(r"X_\w+", TABLE[key]["exceptions"])
    expected = {code for name in named for code in SPELT_OUT.get(name, {name})}

    assert {ground.code for ground in RULES[key].grounds} == IN_WORDS.get(key, expected)


@pytest.mark.parametrize(("key", "kind"), SIMPLE)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_rule_that_one_event_starts_ends_on_the_same_day_by_another_count(key, kind, data):
    line = TABLE[key]
    school = line["compute"].get("calendar") == "school"
    start = data.draw(SCHOOL_DAY if school else ANY_DAY)
    assume(key != "excl_day6_notice" or taught(start))
    assume(isinstance(RULES[key], Clock) or str(start) >= line["in_force_from"])
    facts = {**FACTS.get(key, {}), **({"calendar": SCHOOL} if school else {})}
    moves = MOVED.get(key, lambda due, start: due)
    due = moves(last_day(line["compute"], start), start)
    found = ours(key, (kind, start, facts))

    if isinstance(RULES[key], Delegated):
        assert due in found
    else:
        assert found == ({due} if str(start) >= line["in_force_from"] else set())


@settings(max_examples=200, deadline=None)
@given(notice=ANY_DAY, after=st.one_of(st.none(), st.integers(0, 61)))
@example(notice=date(2025, 10, 1), after=59)
@example(notice=date(2022, 10, 24), after=None)
def test_the_time_to_appeal_is_the_later_limb_moved_by_rule_12(notice, after):
    events = [("notice.sent", notice, {"appealable": True})]
    base = months_on(notice, 2)
    if after is not None:
        issued = min(notice + timedelta(days=after), base)
        events.append(("mediation.certificate_issued", issued))
        base = max(base, months_on(issued, 1))

    assert ours("appeal_lodge", *events) == {tribunal_last(base)}


@settings(max_examples=100, deadline=None)
@given(moved=ANY_DAY, before=st.integers(-60, 60))
@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("transfer_plan_to_new_la", "move.known"),
        ("icb_notify_on_move", "move.known"),
        ("icb_notify_on_move", "icb.change_known"),
    ],
)
def test_what_is_owed_on_a_move_turns_on_15_working_days_of_knowing(key, known, moved, before):
    knew = moved - timedelta(days=before)
    days, day = 0, knew
    while day < moved:
        days, day = days + works(day), day + DAY
    due = moved if days >= 15 else walk(knew, 15, works, first_counts=True)
    events = sorted([(known, knew), ("move.occurred", moved)], key=lambda event: event[1])

    assert ours(key, *events) == {max(due, moved)}


@settings(max_examples=100, deadline=None)
@given(came=ANY_DAY, before=st.integers(0, 500))
@pytest.mark.parametrize("kind", ["plan.made", "review.completed"])
def test_a_new_council_reviews_by_the_later_of_two_limbs(kind, came, before):
    made = came - timedelta(days=before)
    later = max(last_of_months(made, 12), last_of_months(came, 3))

    assert ours("new_la_review", (kind, made), ("plan.transferred_in", came)) == {later}


@settings(max_examples=100, deadline=None)
@given(asked=ANY_DAY, told=st.integers(0, 28))
def test_three_months_for_a_request_run_from_its_receipt(asked, told):
    assume(asked >= date(2018, 5, 25))
    events = [("sar.received", asked), ("sar.extended", asked + timedelta(days=told))]

    assert ours("sar_extended", *events) == {next_working(months_on(asked, 3))}


@settings(max_examples=100, deadline=None)
@given(start=ANY_DAY, later=st.integers(1, 139))
@pytest.mark.parametrize(
    ("key", "first", "then"),
    [
        ("detained_unfinished_on_release", "detained.came_to_attention", "detained.released"),
        ("detained_unfinished_on_release", "detained.request_received", "detained.released"),
        ("detained_unfinished_on_detention", "ehc.responsibility_began", "detained.detained"),
        ("detained_unfinished_on_detention", "ehc.request_received", "detained.detained"),
    ],
)
def test_neither_detention_nor_release_starts_the_weeks_again(key, first, then, start, later):
    assume(start >= date(2015, 4, 1))
    events = [(first, start), (then, start + timedelta(days=later))]

    assert ours(key, *events) == {start + timedelta(weeks=20)}


@settings(max_examples=100, deadline=None)
@given(start=ANY_DAY)
def test_the_last_day_for_a_draft_leaves_15_days_before_the_20_weeks_end(start):
    draft = start + timedelta(weeks=20) - timedelta(days=14)

    assert ours("draft_plan_practical_latest", ("ehc.request_received", start)) == {draft}
    assert walk(draft, 15, lambda day: True, first_counts=True) == start + timedelta(weeks=20)


PHASES = {
    "phase_transfer_15_feb": ("primary_to_secondary", (2, 14)),
    "phase_transfer_31_mar": ("secondary_to_post16", (3, 30)),
}


@pytest.mark.parametrize("year", range(2016, 2028))
@pytest.mark.parametrize("key", PHASES)
def test_a_plan_for_the_next_phase_is_due_on_the_day_before_the_date(key, year):
    kind, (month, day) = PHASES[key]
    moves = ("phase.transfer_planned", date(year, 9, 1), {"kind": kind})

    assert ours(key, moves) == {date(year, month, day)}


@settings(max_examples=100, deadline=None)
@given(born=st.dates(date(1998, 1, 1), date(2012, 12, 31)))
@example(born=date(2010, 8, 31))
@example(born=date(2010, 9, 1))
@example(born=date(2008, 2, 29))
def test_rights_pass_on_after_the_last_friday_in_june_of_the_year_of_the_16th_birthday(born):
    sixteen = born + relativedelta(years=16)
    summer = sixteen.year + (sixteen.month >= 9)
    last = date(summer, 6, 30) + relativedelta(weekday=FR(-1))

    found = held("rights_transfer_to_yp", ("person.born", born))

    assert (found["last_day_csa"], found["yp_from"]) == (last, last + DAY)


@settings(max_examples=100, deadline=None)
@given(born=st.dates(date(1998, 1, 1), date(2002, 12, 31)))
@example(born=date(2000, 2, 29))
@example(born=date(2000, 7, 31))
@example(born=date(2000, 8, 1))
def test_a_plan_may_be_kept_to_the_end_of_the_college_year_of_the_25th_birthday(born):
    # somebody born on 29 February turns 25 on 1 March
    turns = born + relativedelta(years=25)
    turns += DAY if turns.day != born.day else timedelta()
    ends = date(turns.year + (turns.month >= 8), 7, 31)

    assert held("plan_max_age", ("person.born", born))["until_at_college"] == ends


@settings(max_examples=100, deadline=None)
@given(completed=ANY_DAY)
def test_another_assessment_is_barred_for_six_months(completed):
    figures = held("six_month_bar", ("ehc.assessment_completed", completed))

    assert figures == {"bar_until": months_on(completed, 6)}


@settings(max_examples=100, deadline=None)
@given(notice=ANY_DAY)
def test_a_plan_may_end_on_the_day_after_the_time_to_appeal(notice):
    told = ("notice.sent", notice, {"notice_type": "cease"})
    last = tribunal_last(months_on(notice, 2))

    assert held("cease_not_before", told) == {"appeal_deadline": last, "not_before": last + DAY}
