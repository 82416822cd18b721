"""What in a record should be looked at again: dates that cannot be, and entries made late."""

import time
from datetime import date, timedelta

import pytest

from core.casefile.cases import LONG_AFTER, day_by_day, event, history, warned
from sendpath.core.casefile.events import Kind, with_birth
from sendpath.core.casefile.progress import LATE_AFTER, progress
from sendpath.core.casefile.stage import Stage

MONDAY = date(2026, 3, 2)
BORN = date(2015, 3, 14)


def test_a_record_in_order_gives_nothing_to_check():
    events = history(
        (Kind.REQUEST_RECEIVED, date(2026, 1, 5)),
        (Kind.ASSESSMENT_DECIDED, date(2026, 1, 20), {"outcome": "assess"}),
        (Kind.ADVICE_REQUESTED, date(2026, 1, 21), {"from": "health"}),
        (Kind.ADVICE_RECEIVED, date(2026, 2, 20), {"from": "health"}),
        (Kind.PLAN_DECIDED, date(2026, 3, 9), {"outcome": "issue"}),
        (Kind.DRAFT_SENT, date(2026, 3, 16), {"method": "email"}),
        (Kind.FINALISED_SENT, date(2026, 4, 13)),
        (Kind.REVIEW_MEETING_HELD, date(2027, 2, 1)),
        (Kind.AMENDMENT_NOTICE_SENT, date(2027, 2, 15)),
        (Kind.REVIEW_DECISION_NOTIFIED, date(2027, 2, 15), {"outcome": "amend"}),
        (Kind.AMENDED_PLAN_SENT, date(2027, 4, 5)),
    )

    found = progress(with_birth(events, BORN), on=LONG_AFTER)

    assert (found.stage, found.flags, found.warnings) == (Stage.FINAL, (), ())


def test_an_empty_record_has_a_stage_and_nothing_to_check():
    found = progress([], on=MONDAY)

    assert (found.stage, found.beneath, found.flags, found.warnings) == (
        Stage.NO_CASE, Stage.NO_CASE, (), (),
    )  # fmt: skip


def test_a_warning_names_the_entry_and_says_what_to_do():
    (found,) = progress(
        history((Kind.ASSESSMENT_DECIDED, MONDAY, {"outcome": "assess"})), on=MONDAY
    ).warnings

    assert (found.number, found.says) == (
        1,
        "The record has no open request before this decision. If the request is known, record it "
        "first.",
    )


class TestTheFuture:
    TOMORROW = event(2, Kind.REQUEST_WITHDRAWN, MONDAY + timedelta(days=1))

    def test_begins_tomorrow(self):
        request = event(1, Kind.REQUEST_RECEIVED, MONDAY)

        assert warned([request, self.TOMORROW], on=MONDAY) == [(2, "in_the_future")]
        assert warned([request, self.TOMORROW], on=MONDAY + timedelta(days=1)) == []

    def test_has_no_part_in_the_stage(self):
        request = event(1, Kind.REQUEST_RECEIVED, MONDAY)

        assert progress([request, self.TOMORROW], on=MONDAY).stage is Stage.REQUESTED

    def test_may_hold_the_date_of_birth(self):
        assert warned(with_birth([], MONDAY + timedelta(days=1)), on=MONDAY) == [
            (0, "in_the_future")
        ]


class TestTheDateOfBirth:
    @pytest.mark.parametrize(("days", "warnings"), [(-1, [(1, "before_birth")]), (0, [])])
    def test_comes_before_everything(self, days, warnings):
        request = event(1, Kind.REQUEST_RECEIVED, BORN + timedelta(days=days))

        assert warned(with_birth([request], BORN)) == warnings

    def test_is_not_needed(self):
        assert warned([event(1, Kind.REQUEST_RECEIVED, BORN - timedelta(days=1))]) == []

    def test_that_the_record_holds_goes_before_the_one_given(self):
        told = event(1, Kind.PERSON_BORN, date(2016, 1, 1), recorded_on=MONDAY)

        assert with_birth([told], BORN) == (told,)
        assert warned([told]) == []  # a birth is always recorded long after


class TestImpossibleDates:
    @pytest.mark.parametrize(
        ("day", "warnings"),
        [(date(2014, 8, 31), [(1, "impossible_date")]), (date(2014, 9, 1), [])],
    )
    def test_are_those_from_before_the_law(self, day, warnings):
        assert warned([event(1, Kind.REQUEST_RECEIVED, day)]) == warnings

    def test_say_nothing_of_what_could_happen_before_it(self):
        assert warned([event(1, Kind.SENCO_APPOINTED, date(2010, 9, 1))]) == []

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_of_any_kind_give_a_warning_and_never_an_error(self, day):
        kinds = [event(n, kind, day) for n, kind in enumerate(Kind, start=1)]

        codes = {code for _, code in warned(kinds, on=MONDAY)}

        assert ("in_the_future" if day == date.max else "impossible_date") in codes

    @pytest.mark.parametrize(
        ("said", "warnings"),
        [
            ("2026-02-28", []),
            ("2026-02-29", [(2, "impossible_date")]),
            ("next week", [(2, "impossible_date")]),
            ("", []),
            (None, []),
        ],
    )
    def test_are_also_those_told_beside_the_day(self, said, warnings):
        decided = event(2, Kind.ASSESSMENT_DECIDED, MONDAY, outcome="assess", notified_on=said)

        assert warned([event(1, Kind.REQUEST_RECEIVED, MONDAY), decided]) == warnings

    def test_leave_a_fact_of_the_same_name_that_is_no_date_alone(self):
        advice = event(2, Kind.ADVICE_RECEIVED, MONDAY, **{"from": "health"})

        assert warned([event(1, Kind.REQUEST_RECEIVED, MONDAY), advice]) == []


class TestRecordedLate:
    @pytest.mark.parametrize(("days", "warnings"), [(28, []), (29, [(1, "recorded_late")])])
    def test_is_more_than_four_weeks_after_it_happened(self, days, warnings):
        late = event(1, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=MONDAY + timedelta(days=days))

        assert LATE_AFTER.days == 28
        assert warned([late]) == warnings

    def test_is_not_said_of_what_came_from_a_return(self):
        late = event(1, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=date(2027, 1, 21))

        assert warned([late], copied={1}) == []

    def test_is_not_said_of_a_correction_of_what_was_recorded_in_time(self):
        first = event(1, Kind.REQUEST_RECEIVED, MONDAY)
        corrected = event(
            2, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=date(2026, 9, 1), replaces=1
        )
        again = event(3, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=date(2026, 9, 2), replaces=2)

        assert warned([first, corrected, again]) == []
        assert warned([corrected]) == [(2, "recorded_late")]  # what it corrects is not known here

    def test_is_not_said_of_a_correction_of_what_came_from_a_return(self):
        copy = event(1, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=date(2027, 1, 21))
        corrected = event(
            2, Kind.REQUEST_RECEIVED, MONDAY, recorded_on=date(2027, 2, 1), replaces=1
        )

        assert warned([copy, corrected], copied={1}) == []

    def test_is_not_said_of_the_day_another_council_made_the_plan(self):
        made = event(1, Kind.PLAN_MADE, date(2020, 3, 2), recorded_on=MONDAY)

        assert warned([made]) == []


def test_what_no_longer_stands_gives_nothing_to_check():
    decided = event(1, Kind.ASSESSMENT_DECIDED, MONDAY, outcome="assess")
    void = event(2, Kind.RECORD_VOIDED, MONDAY, voids=1)

    assert warned([decided]) == [(1, "missing_before")]
    assert warned([decided, void]) == []


def test_warnings_come_in_the_order_things_happened():
    events = [
        event(1, Kind.FINALISED_SENT, date(2026, 5, 4)),
        event(2, Kind.REQUEST_RECEIVED, date(2014, 1, 6)),
        event(3, Kind.ADVICE_RECEIVED, date(2013, 1, 7), recorded_on=MONDAY),
    ]

    assert warned(events, on=MONDAY) == [
        (3, "missing_before"),
        (3, "impossible_date"),
        (3, "recorded_late"),
        (2, "impossible_date"),
        (1, "in_the_future"),
    ]


ODD = [
    ("all on one day", lambda n: MONDAY),
    ("one a day", lambda n: date(2015, 1, 5) + timedelta(days=n % 4000)),
]


@pytest.mark.parametrize(("days", "day_of"), ODD, ids=[name for name, _ in ODD])
@pytest.mark.parametrize(
    "kinds",
    [
        [Kind.REQUEST_RECEIVED],
        [Kind.CEASE_DECIDED, Kind.NOTICE_SENT, Kind.CERTIFICATE_ISSUED, Kind.CEASE_TOOK_EFFECT],
        [Kind.EXCEPTION_CLAIMED, Kind.APPEAL_RECEIVED, Kind.PLACEMENT_STARTED],
        list(Kind),
    ],
    ids=lambda kinds: f"{len(kinds)} kinds",
)
def test_ten_thousand_entries_take_their_share_of_time_and_no_more(days, day_of, kinds):
    plan = event(0, Kind.PLAN_MADE, date(2015, 1, 5))
    rest = [event(n, kinds[n % len(kinds)], day_of(n), ground=str(n)) for n in range(1, 10_000)]

    started = time.perf_counter()
    progress([plan, *rest], on=LONG_AFTER)

    assert time.perf_counter() - started < 3  # half a second; compared in pairs, a minute


def test_the_stage_is_the_same_for_a_history_and_for_its_whole_record():
    events = day_by_day(Kind.REQUEST_RECEIVED, (Kind.ASSESSMENT_DECIDED, {"outcome": "refuse"}))

    assert progress(events, on=LONG_AFTER).stage is Stage.REFUSED
