"""Which events still hold, after corrections, and what was known when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sendpath.core.casefile.events import Event, Kind, standing, with_birth

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def happened(number, day, **more):
    return Event(
        number=number,
        kind=Kind.REQUEST_RECEIVED,
        occurred_on=day,
        recorded_at=MONDAY + timedelta(days=number),
        **more,
    )


REQUEST = happened(1, date(2026, 3, 2))
CORRECTED = happened(2, date(2026, 2, 27), replaces=1)
VOIDED = happened(3, date(2026, 3, 4), voids=2)


def test_a_replaced_event_no_longer_stands():
    assert standing([REQUEST, CORRECTED]) == (CORRECTED,)


def test_a_voided_event_and_the_voiding_itself_do_not_stand():
    other = happened(2, date(2026, 3, 9))
    void = happened(3, date(2026, 3, 9), voids=1)

    assert standing([REQUEST, other, void]) == (other,)


def test_voiding_a_replacement_restores_exactly_what_stood_before():
    assert standing([REQUEST, CORRECTED, VOIDED]) == standing([REQUEST])


def test_voiding_a_voiding_brings_the_event_back():
    again = happened(4, date(2026, 3, 5), voids=3)

    assert standing([REQUEST, CORRECTED, VOIDED, again]) == (CORRECTED,)


def test_a_replacement_of_a_replacement_leaves_one():
    last = happened(3, date(2026, 3, 1), replaces=2)

    assert standing([REQUEST, CORRECTED, last]) == (last,)


def test_a_correction_is_not_known_until_it_is_written_down():
    just_before = CORRECTED.recorded_at - timedelta(microseconds=1)

    assert standing([REQUEST, CORRECTED], known_at=just_before) == (REQUEST,)
    assert standing([REQUEST, CORRECTED], known_at=CORRECTED.recorded_at) == (CORRECTED,)


def test_events_stand_in_the_order_they_happened_then_were_numbered():
    late, early = happened(1, date(2026, 3, 9)), happened(2, date(2026, 3, 2))
    same_day = happened(3, date(2026, 3, 2))

    assert standing([same_day, late, early]) == (early, same_day, late)


days = st.lists(st.dates(date(2026, 3, 1), date(2026, 3, 5)), min_size=1, max_size=6)


@given(days, st.data())
def test_voiding_any_last_event_gives_the_history_before_it(occurred, data):
    events = [happened(n, day) for n, day in enumerate(occurred, start=1)]
    target = data.draw(st.sampled_from(events))
    number = len(events) + 1
    correction = happened(number, date(2026, 3, 3), replaces=target.number)
    void = happened(number + 1, date(2026, 3, 3), voids=number)

    assert standing([*events, correction, void]) == standing(events)


@given(days, st.randoms())
def test_neither_the_order_given_nor_the_moment_recorded_matters(occurred, random):
    events = [happened(n, day) for n, day in enumerate(occurred, start=1)]
    moved = [
        replace(e, recorded_at=MONDAY + timedelta(hours=random.randint(0, 99))) for e in events
    ]
    random.shuffle(moved)

    assert [e.number for e in standing(moved)] == [e.number for e in standing(events)]


class TestTheBirth:
    BORN = date(2015, 3, 14)

    def test_is_entry_0_and_was_always_known(self):
        birth, *rest = with_birth([REQUEST], self.BORN)

        assert (birth.number, birth.kind, birth.occurred_on) == (0, Kind.PERSON_BORN, self.BORN)
        assert rest == [REQUEST]
        assert standing([birth, *rest], known_at=datetime(2000, 1, 1, tzinfo=UTC)) == (birth,)

    def test_stands_first_unless_something_is_dated_before_it(self):
        assert standing(with_birth([REQUEST, CORRECTED], self.BORN))[0].number == 0

    def test_that_is_on_record_already_is_not_told_twice(self):
        told = replace(REQUEST, kind=Kind.PERSON_BORN, occurred_on=date(2016, 1, 1))

        assert with_birth([told], self.BORN) == (told,)
