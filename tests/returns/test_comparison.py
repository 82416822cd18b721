"""A return against the record: what is added, corrected, voided, and what is never touched."""

from datetime import UTC, date, datetime

import pytest

from sendpath.casework.selectors.for_return import RecordedFact
from sendpath.core.casefile.events import Event, Kind
from sendpath.returns.comparison import Act, compared
from sendpath.returns.mapping.facts import CaseFact

TODAY = date(2026, 1, 19)
MOMENT = datetime(2026, 1, 19, 9, tzinfo=UTC)
THIS_YEAR, LAST_YEAR, HERE = "sen2-2026", "sen2-2025", "casework"
REQUEST, MEETING = Kind.REQUEST_RECEIVED, Kind.REVIEW_MEETING_HELD
MARCH_2, MARCH_3, MARCH_4 = date(2025, 3, 2), date(2025, 3, 3), date(2025, 3, 4)


def told(kind, day, **facts):
    return CaseFact(kind=kind, occurred_on=day, facts=facts)


def held(number, kind, day, source, *, replaces=None, voids=None, **facts):
    event = Event(
        number=number,
        kind=kind,
        occurred_on=day,
        recorded_at=MOMENT,
        facts=facts,
        replaces=replaces,
        voids=voids,
    )
    return RecordedFact(event, source)


def differences(wanted, *recorded):
    changes = compared(wanted, recorded, source=THIS_YEAR, today=TODAY)
    return [(change.act, change.words) for change in changes]


ASKED_2 = held(1, REQUEST, MARCH_2, THIS_YEAR)
SAID_3 = [told(REQUEST, MARCH_3)]


@pytest.mark.parametrize(
    ("wanted", "recorded", "expected"),
    [
        pytest.param(
            SAID_3, [], [(Act.ADD, "Date the request was received: 3 March 2025")], id="new"
        ),
        pytest.param(SAID_3, [held(1, REQUEST, MARCH_3, THIS_YEAR)], [], id="the same"),
        pytest.param(
            [told(REQUEST, MARCH_3, by="parent")],
            [held(1, REQUEST, MARCH_3, THIS_YEAR, by="school")],
            [
                (
                    Act.REPLACE,
                    "Date the request was received: 3 March 2025 (parent) instead of "
                    "3 March 2025 (school)",
                )
            ],
            id="another source",
        ),
        pytest.param(
            SAID_3,
            [ASKED_2],
            [
                (
                    Act.REPLACE,
                    "Date the request was received: 3 March 2025 instead of 2 March 2025",
                )
            ],
            id="changed in the file",
        ),
        pytest.param(
            SAID_3,
            [held(1, REQUEST, MARCH_2, LAST_YEAR)],
            [
                (
                    Act.REPLACE,
                    "Date the request was received: 3 March 2025 instead of 2 March 2025",
                )
            ],
            id="last year's file said otherwise",
        ),
        pytest.param(
            [],
            [ASKED_2],
            [(Act.VOID, "Date the request was received: 2 March 2025 no longer in the return")],
            id="gone from this year's file",
        ),
        pytest.param([], [held(1, REQUEST, MARCH_2, LAST_YEAR)], [], id="only in last year's file"),
        pytest.param([], [held(1, REQUEST, MARCH_2, HERE)], [], id="only recorded here"),
        pytest.param(
            SAID_3,
            [held(1, REQUEST, MARCH_2, HERE)],
            [
                (
                    Act.KEEP,
                    "Date the request was received: 2 March 2025 kept, as recorded here; the "
                    "return says 3 March 2025",
                )
            ],
            id="recorded here first",
        ),
        pytest.param(
            SAID_3,
            [held(1, REQUEST, MARCH_3, THIS_YEAR), held(2, REQUEST, MARCH_4, HERE, replaces=1)],
            [
                (
                    Act.KEEP,
                    "Date the request was received: 4 March 2025 kept, as recorded here; the "
                    "return says 3 March 2025",
                )
            ],
            id="corrected here",
        ),
        pytest.param(
            [],
            [held(1, REQUEST, MARCH_3, THIS_YEAR), held(2, REQUEST, MARCH_4, HERE, replaces=1)],
            [
                (
                    Act.KEEP,
                    "Date the request was received: 4 March 2025 kept, as recorded here; the "
                    "return no longer says it",
                )
            ],
            id="corrected here and gone from the file",
        ),
        pytest.param(
            SAID_3,
            [
                held(1, REQUEST, MARCH_3, THIS_YEAR),
                held(2, Kind.RECORD_VOIDED, TODAY, HERE, voids=1),
            ],
            [
                (
                    Act.KEEP,
                    "Date the request was received: 3 March 2025 left out, as it was marked as a "
                    "mistake here",
                )
            ],
            id="marked as a mistake here",
        ),
        pytest.param(
            SAID_3,
            [
                held(1, REQUEST, MARCH_3, THIS_YEAR),
                held(2, Kind.RECORD_VOIDED, TODAY, THIS_YEAR, voids=1),
            ],
            [(Act.ADD, "Date the request was received: 3 March 2025")],
            id="back in the file after it was gone",
        ),
        pytest.param(
            [told(MEETING, MARCH_3)],
            [held(1, MEETING, date(2024, 3, 4), LAST_YEAR)],
            [(Act.ADD, "Annual review meeting: 3 March 2025")],
            id="this year's review beside last year's",
        ),
        pytest.param(
            [told(MEETING, MARCH_3)],
            [held(1, MEETING, date(2024, 3, 4), LAST_YEAR), held(2, MEETING, MARCH_2, THIS_YEAR)],
            [(Act.REPLACE, "Annual review meeting: 3 March 2025 instead of 2 March 2025")],
            id="this year's review corrected in the file",
        ),
        pytest.param(
            [told(Kind.REQUEST_WITHDRAWN, TODAY, on_or_before=True)],
            [held(1, Kind.REQUEST_WITHDRAWN, MARCH_3, HERE)],
            [],
            id="a day the file does not give is any earlier day",
        ),
        pytest.param(
            [told(Kind.REQUEST_WITHDRAWN, MARCH_3, on_or_before=True)],
            [held(1, Kind.REQUEST_WITHDRAWN, MARCH_4, THIS_YEAR)],
            [(Act.REPLACE, "Request withdrawn: by 3 March 2025 instead of 4 March 2025")],
            id="but not a later one",
        ),
        pytest.param(
            [told(Kind.EXCEPTION_CLAIMED, MARCH_4, ground="not_stated", on_or_before=True)],
            [held(1, Kind.EXCEPTION_CLAIMED, MARCH_2, HERE, ground="X_SCHOOL")],
            [],
            id="a ground the file does not state is any ground",
        ),
        pytest.param(
            [told(REQUEST, MARCH_3, by="parent")],
            [held(1, REQUEST, MARCH_3, HERE, by="young_person")],
            [],
            id="the file does not tell a young person from a parent",
        ),
    ],
)
def test_what_becomes_of_each_fact(wanted, recorded, expected):
    assert differences(wanted, *recorded) == expected


def test_a_change_of_the_source_says_so_and_points_at_what_it_replaces():
    (change,) = compared(SAID_3, [ASKED_2], source=THIS_YEAR, today=TODAY)

    assert (change.new.kind, change.new.occurred_on) == (REQUEST, MARCH_3)
    assert (change.new.replaces, change.new.facts) == (1, {"reason": "source_changed"})


def test_what_is_gone_is_voided_on_the_day_it_is_noticed():
    (change,) = compared([], [ASKED_2], source=THIS_YEAR, today=TODAY)

    assert (change.new.kind, change.new.occurred_on) == (Kind.RECORD_VOIDED, TODAY)
    assert (change.new.voids, change.new.facts) == (1, {"reason": "source_changed"})
