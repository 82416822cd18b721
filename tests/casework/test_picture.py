"""The picture of the 20 weeks puts each mark where its day is, and stays inside its frame."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendpath.casework.selectors.picture import LEFT, RIGHT, picture
from sendpath.core.casefile.events import Event, Kind
from sendpath.core.dates import england_and_wales
from sendpath.core.law.history import as_at

REQUEST = date(2025, 1, 6)
RECORDED = datetime(2025, 1, 6, tzinfo=UTC)
TWENTY_WEEKS = timedelta(weeks=20)
AGREED = (Kind.ASSESSMENT_DECIDED, REQUEST + timedelta(weeks=5), {"outcome": "assess"})
PLAN = (Kind.PLAN_DECIDED, REQUEST + timedelta(weeks=14), {"outcome": "issue"})


def drawn(today, *happened):
    events = [
        Event(number=n, kind=kind, occurred_on=day, recorded_at=RECORDED, facts=facts)
        for n, (kind, day, facts) in enumerate(
            [(Kind.REQUEST_RECEIVED, REQUEST, {}), *happened], start=1
        )
    ]
    return picture(as_at(events, today, england_and_wales()), today)


def test_no_request_makes_no_picture():
    assert picture((), REQUEST) is None


def test_the_limits_stand_at_6_16_and_20_weeks():
    found = drawn(REQUEST + timedelta(weeks=10))

    width = RIGHT - LEFT
    assert [(mark.label, mark.x) for mark in found.marks] == [
        ("6", pytest.approx(LEFT + width * 6 / 20)),
        ("16", pytest.approx(LEFT + width * 16 / 20)),
        ("20", RIGHT),
    ]
    assert found.today_x == pytest.approx(LEFT + width / 2)
    assert found.words == "It started on 6 January 2025. Today is in week 10."


@pytest.mark.parametrize(("late", "is_overdue"), [(-1, False), (0, False), (1, True)])
def test_nothing_is_overdue_up_to_and_including_the_last_day(late, is_overdue):
    found = drawn(REQUEST + TWENTY_WEEKS + timedelta(days=late), AGREED, PLAN)

    assert (found.overdue_x is not None) == is_overdue


def test_a_plan_sent_in_time_ends_the_line():
    sent = REQUEST + timedelta(weeks=19)
    found = drawn(
        sent + timedelta(days=3),
        AGREED,
        (Kind.FINALISED_SENT, sent, {"first": True}),
    )

    assert found.title == "The year, from the plan or the last review to the next"
    assert [mark.label for mark in found.marks] == ["12 months"]


@pytest.mark.parametrize(("late", "is_overdue"), [(-1, False), (0, False), (1, True)])
def test_the_line_is_overdue_from_the_first_last_day_that_was_missed(late, is_overdue):
    found = drawn(REQUEST + timedelta(weeks=6, days=late))

    assert (found.overdue_x is not None) == is_overdue
    assert found.overdue_x in (None, found.marks[0].x)
    assert LEFT + found.elapsed_width + found.overdue_width == pytest.approx(found.today_x)


@pytest.mark.parametrize(
    "ending",
    [
        (Kind.ASSESSMENT_DECIDED, REQUEST + timedelta(weeks=5), {"outcome": "refuse"}),
        (Kind.REQUEST_WITHDRAWN, REQUEST + timedelta(weeks=5), {}),
    ],
)
def test_nothing_is_drawn_once_nothing_is_counted(ending):
    assert drawn(REQUEST + timedelta(weeks=5), ending) is None


def test_a_plan_that_ceased_has_no_year_to_draw():
    ceased = (Kind.CEASE_TOOK_EFFECT, REQUEST + timedelta(weeks=30), {})
    sent = (Kind.FINALISED_SENT, REQUEST + timedelta(weeks=19), {"first": True})

    assert drawn(REQUEST + timedelta(weeks=40), AGREED, sent, ceased) is None


def test_only_what_was_done_needs_its_mark_explained():
    assert not drawn(REQUEST + timedelta(weeks=3)).shows_done
    assert drawn(REQUEST + timedelta(weeks=7), AGREED).shows_done


def test_what_the_picture_shows_its_words_say():
    found = drawn(REQUEST + timedelta(weeks=7))

    assert [(mark.name, mark.standing) for mark in found.marks] == [
        ("Tell the family whether the council will assess", "due 17 February 2025, 7 days overdue"),
        ("Tell the family if the council will not issue a plan", "due 28 April 2025, 63 days left"),
        ("Send the final EHC plan", "due 26 May 2025, 91 days left"),
    ]


@given(st.integers(0, 2 * 365))
def test_every_mark_stays_inside_the_frame_on_any_day(days):
    found = drawn(REQUEST + timedelta(days=days))

    places = [found.today_x, *(mark.x for mark in found.marks)]
    assert all(LEFT <= x <= RIGHT for x in places)
    assert LEFT + found.elapsed_width + found.overdue_width <= RIGHT + 0.01
    assert found.overdue_width >= 0
    assert found.marks[-1].show_label
