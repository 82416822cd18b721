"""What holds of every clock there is, drawn from histories of every event near every edge.

The order in which facts are recorded changes nothing. Every date that an explanation names is
a date in the result. What a day looked like is what is worked out for that day later.
"""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.law.cases import history
from sendpath.core.casefile.events import Kind, standing
from sendpath.core.casefile.progress import progress
from sendpath.core.casefile.states import Stage
from sendpath.core.dates import england_and_wales
from sendpath.core.law.appeals import appeal_rights
from sendpath.core.law.beside import holding, waiting
from sendpath.core.law.clocks import CLOCKS, RULES, SECTIONS
from sendpath.core.law.deadlines import deadlines, reckon
from sendpath.core.law.evaluation import evaluate
from sendpath.core.law.explanation import explanation
from sendpath.core.law.history import as_at, as_json

TERMS = ((date(2024, 9, 3), date(2025, 7, 22)), (date(2025, 9, 2), date(2026, 7, 21)))
CALENDARS = replace(england_and_wales(), schools={"EX": TERMS})
BEGAN = date(2025, 1, 6)
NEAR = sorted(
    {n * 7 + by for n in (0, 1, 2, 4, 5, 6, 8, 10, 14, 16, 20, 30, 52) for by in (-1, 0, 1)}
)
WRITTEN = re.compile(r"\b(\d{1,2}) (\w+) (\d{4})\b")


def named_facts():
    """Return every fact that any clock looks at, with the values it tells apart."""
    facts = {}
    for clock in CLOCKS.values():
        for when in (*clock.starts, *clock.done_by, *clock.ended_by):
            for name, values in when.facts.items():
                facts.setdefault(name, set()).update(list(values)[:6])
    return {name: sorted(values, key=str) for name, values in facts.items()}


FACTS = named_facts()
FAR = (1, 1890, 2013, 2027, 2028, 9998, 9999)
"""Years at and past either end of the bank holidays that are known, and of dates themselves."""
SENT = ("post", "second_class_post", "email", None)
KINDS = sorted(
    {
        when.kind
        for clock in CLOCKS.values()
        for when in (*clock.starts, *clock.done_by, *clock.ended_by, *clock.extends)
    }
)
GROUNDS = [
    *("X_SCHOOL", "X_EY", "X_EPC", "X_ABS4", "X_ABS2", "X_R13", "X_APPT"),
    *("COVID", "EP_SHORTAGE"),
]


@st.composite
def happenings(draw):
    """Draw one thing that happened on a day near the end of some limit, with its facts."""
    names = draw(st.lists(st.sampled_from(sorted(FACTS)), max_size=3, unique=True))
    facts = {name: draw(st.sampled_from(FACTS[name])) for name in names}
    day = BEGAN + timedelta(days=draw(st.sampled_from(NEAR)))
    return draw(st.sampled_from(KINDS)), day, {**facts, "calendar": "EX"}


@st.composite
def claims(draw):
    """Draw a reason put forward, all of whose facts make it look as good as it can be."""
    day = BEGAN + timedelta(days=draw(st.sampled_from(NEAR)))
    ends = (day + timedelta(days=draw(st.integers(13, 30)))).isoformat()
    return (
        Kind.EXCEPTION_CLAIMED,
        day,
        {
            "ground": draw(st.sampled_from(GROUNDS)),
            "circumstance": draw(st.sampled_from(GROUNDS)),
            "from": day.isoformat(),
            "to": ends,
            "first_closed": day.isoformat(),
            "reopens": ends,
            "impractical": draw(st.sampled_from([True, False, None])),
        },
    )


cases = st.lists(st.one_of(happenings(), claims()), min_size=1, max_size=7)
days = st.sampled_from(NEAR).map(lambda ahead: BEGAN + timedelta(days=ahead))


def test_every_letter_has_its_section_and_every_rule_its_law():
    assert "".join(section.letter for section in SECTIONS) == "ABCDEFGHIJKLMNOPQR"
    assert [rule.key for rule in RULES.values() if not rule.laws] == []
    assert {law.url[:8] for rule in RULES.values() for law in rule.laws} == {"https://"}


@given(cases, days, st.randoms())
def test_the_order_of_recording_changes_nothing(happened, day, shuffled):
    events = history(*happened)
    later = [
        replace(event, recorded_at=datetime(2026, 12, 31, shuffled.randrange(24), tzinfo=UTC))
        for event in events
    ]
    shuffled.shuffle(later)

    assert [as_json(e) for e in as_at(later, day, CALENDARS)] == [
        as_json(e) for e in as_at(events, day, CALENDARS)
    ]


@settings(max_examples=200)
@given(cases, days)
def test_every_date_in_an_explanation_is_a_date_in_the_result(happened, day):
    for evaluation in as_at(history(*happened), day, CALENDARS):
        told = as_json(evaluation)
        said = told.pop("explanation")
        values = json.dumps(told)

        for sentence in said:
            for written in WRITTEN.findall(sentence["text"]):
                named = datetime.strptime(" ".join(written), "%d %B %Y").date()  # noqa: DTZ007
                assert named.isoformat() in values, (evaluation.key, sentence["text"])


@given(cases, days)
def test_a_day_looked_at_later_is_what_was_worked_out_that_day(happened, day):
    events = history(*happened)
    by_then = [event for event in events if event.occurred_on <= day]

    assert as_at(events, day, CALENDARS) == as_at(by_then, day, CALENDARS)
    assert as_at(events, day, CALENDARS, view="known") == as_at(by_then, day, CALENDARS)


@given(cases, claims())
def test_adding_a_reason_never_changes_a_due_date(happened, claim):
    def due(events):
        return [
            (d.key, d.run, d.started_on, d.due, d.alert_on) for d in deadlines(events, CALENDARS)
        ]

    assert due(standing(history(*happened, claim))) == due(standing(history(*happened)))


@given(st.lists(happenings(), min_size=1, max_size=7), days)
def test_nothing_is_said_twice_and_every_clock_says_who_owes_what(happened, day):
    for deadline in deadlines(standing(history(*happened)), CALENDARS):
        texts = [sentence.text for sentence in explanation(evaluate(deadline, day, CALENDARS))]

        assert len(texts) == len(set(texts))
        assert all(text.endswith(".") and "  " not in text for text in texts)


@settings(max_examples=200)
@given(st.lists(happenings(), min_size=1, max_size=4), st.sampled_from(FAR), st.sampled_from(SENT))
def test_no_history_however_odd_leads_to_a_traceback(happened, year, method):
    far = [
        (kind, day.replace(year=year), {**facts, "method": method}) for kind, day, facts in happened
    ]
    told = standing(history(*happened, *far))

    found = reckon(told, CALENDARS)

    assert all(lost.why for lost in found.undatable)
    for day in (BEGAN, max(event.occurred_on for event in told)):
        stands = [evaluate(deadline, day, CALENDARS) for deadline in found.deadlines]
        assert all(as_json(evaluation)["explanation"] for evaluation in stands)
        assert len(appeal_rights(told, day, CALENDARS)) <= len(found.deadlines)
        assert all(span.laws for span, _ in holding(told, CALENDARS))
        assert all(duty.days_used >= 0 for duty in waiting(told, day, CALENDARS))
        assert progress(told, on=day).stage in Stage


DAYS = sorted(
    {
        fact
        for clock in CLOCKS.values()
        for fact in (
            clock.reply_by,
            *(when.day_from for when in (*clock.starts, *clock.done_by)),
            *(name for limit in clock.limits for name in (limit.given_by, limit.no_later_than)),
        )
        if fact
    }
)


@given(
    happenings(), st.sampled_from(DAYS), st.sampled_from(["2026-02-30", "soon", 7, "0000-01-01"])
)
def test_a_day_that_no_calendar_has_is_told_and_never_guessed(one, fact, written):
    kind, day, facts = one
    told = [lost.why for lost in _reckoned(kind, day, {**facts, fact: written}).undatable]
    plain = _reckoned(kind, day, {name: v for name, v in facts.items() if name != fact})

    for lost in set(told) - {lost.why for lost in plain.undatable}:
        assert f"“{written}” is not a real day" in lost


def _reckoned(kind, day, facts):
    return reckon(standing(history((kind, day, facts))), CALENDARS)
