"""Schools, SEN support and the Local Offer: what is owed every year, and what has no date."""

from datetime import date

import pytest

from core.law.cases import CALENDARS, LONG_AFTER, around, history, on, runs
from sendpath.core.casefile.events import Kind
from sendpath.core.law.beside import holding, waiting
from sendpath.core.law.evaluation import State

PUBLISHED = (Kind.SEN_INFO_PUBLISHED, date(2025, 3, 10))
COMMENTS = (Kind.LOCAL_OFFER_COMMENTS_PUBLISHED, date(2024, 2, 29))
SENCO = (Kind.SENCO_APPOINTED, date(2023, 9, 1))
SUPPORT = (Kind.SEP_STARTED, date(2025, 9, 8))

BOUNDARIES = [
    ("sen_info_report", [PUBLISHED], Kind.SEN_INFO_PUBLISHED, {}, date(2026, 3, 10)),
    (
        "local_offer_comments",
        [COMMENTS],
        Kind.LOCAL_OFFER_COMMENTS_PUBLISHED,
        {},
        date(2025, 2, 28),
    ),
    ("senco_qualification", [SENCO], Kind.SENCO_QUALIFIED, {}, date(2026, 9, 1)),
]


@pytest.mark.parametrize(("key", "before", "doing", "facts", "last_day"), BOUNDARIES)
def test_in_time_on_the_last_day_and_late_the_day_after(key, before, doing, facts, last_day):
    assert around(key, before, doing, facts, last_day) == (last_day, State.MET, State.LATE_MET)


def test_publishing_meets_the_year_that_runs_and_starts_the_next():
    again = (Kind.SEN_INFO_PUBLISHED, date(2026, 2, 2))

    first, second = runs("sen_info_report", PUBLISHED, again)

    assert (first.done_on, second.due) == (date(2026, 2, 2), date(2027, 2, 2))


def test_one_schools_report_does_not_meet_anothers_year():
    kind, day = PUBLISHED
    first, second = (kind, day, {"setting": "100001"}), (kind, day, {"setting": "100002"})
    again = (kind, date(2026, 3, 2), {"setting": "100002"})

    found = runs("sen_info_report", first, second, again)

    assert [(d.run, d.done_on) for d in found] == [
        ("100001", None),
        ("100002", date(2026, 3, 2)),
        ("100002", None),
    ]


@pytest.mark.parametrize(("experienced", "owed"), [(True, 0), (False, 1), (None, 1)])
def test_a_senco_who_was_one_before_needs_no_qualification(experienced, owed):
    kind, day = SENCO

    assert len(runs("senco_qualification", (kind, day, {"experienced": experienced}))) == owed


def test_another_senco_ends_the_time_of_the_one_before_at_that_school_alone():
    kind, day = SENCO
    here, there = (kind, day, {"setting": "100001"}), (kind, day, {"setting": "100002"})
    another = (kind, date(2025, 1, 6), {"setting": "100001", "experienced": True})

    found = runs("senco_qualification", here, there, another)

    assert [(d.run, on(LONG_AFTER, d).state) for d in found] == [
        ("100001", State.NO_DUTY),
        ("100002", State.OVERDUE),
    ]


def test_the_yearly_comments_were_relaxed_for_coronavirus_and_the_date_stands():
    published = (Kind.LOCAL_OFFER_COMMENTS_PUBLISHED, date(2019, 5, 1))

    deadline = runs("local_offer_comments", published)[0]

    assert (deadline.due, deadline.ruleset) == (date(2020, 5, 1), "ENG-2020-covid")


def meetings(*days):
    """Return what is held of the meetings of a year in which support began."""
    told = [(Kind.SEN_CYCLE_REVIEWED, day) for day in days]
    return [h for s, h in holding(history(SUPPORT, *told), CALENDARS) if s.key.startswith("sen_")]


def test_meetings_with_parents_are_counted_by_school_year_and_none_is_said_to_be_missing():
    (started,) = meetings()
    two, one = meetings(date(2025, 12, 1), date(2026, 7, 31), date(2026, 8, 1))
    (three,) = meetings(date(2025, 12, 1), date(2026, 3, 2), date(2026, 6, 8))

    assert (started.status, started.since, started.until) == (
        "fewer",
        date(2025, 9, 8),
        date(2026, 7, 31),
    )
    assert [held.figures[0][2] for held in (started, two, one, three)] == [0, 2, 1, 3]
    assert three.status == "enough"


@pytest.mark.parametrize(
    ("start", "then", "stands"),
    [
        (SUPPORT, None, State.RUNNING),
        (SUPPORT, Kind.FINALISED_SENT, State.NO_DUTY),
        ((Kind.SEN_SUSPECTED, date(2025, 9, 8)), None, State.RUNNING),
        ((Kind.SEN_SUSPECTED, date(2025, 9, 8)), Kind.RESPONSIBILITY_BEGAN, State.MET),
        ((Kind.SEN_SUSPECTED, date(2025, 9, 8)), Kind.REQUEST_RECEIVED, State.NO_DUTY),
    ],
)
def test_telling_the_parent_and_the_council_has_no_date_and_is_never_overdue(start, then, stands):
    happened = [start, (then, date(2025, 9, 10))] if then else [start]

    (wait,) = [
        wait
        for wait in waiting(history(*happened), date(2026, 9, 8), CALENDARS)
        if wait.trigger.kind is start[0]
    ]

    assert wait.state is stands
