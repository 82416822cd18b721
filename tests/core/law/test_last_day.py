"""The last day of one run: two limbs, days given in writing, days that move, hours."""

from datetime import date

import pytest

from core.law.cases import CALENDARS
from core.law.one_run import LOOSE, STRICT, WITH_SCHOOL, ends, event, limit, run
from sendpath.core.casefile.events import Kind
from sendpath.core.dates import BeyondCalendar
from sendpath.core.law.clock import Moves
from sendpath.core.law.counting import Days, Hours, Months, SchoolDays, Weeks
from sendpath.core.law.last_day import LastDay, closes_at


def test_a_limit_without_more_ends_where_its_count_does():
    assert ends(limit(), run()) == LastDay(date(2025, 10, 15), date(2025, 10, 15))


@pytest.mark.parametrize(
    ("facts", "due", "adjusted_by"),
    [
        ({"due_on": "2025-12-25"}, date(2025, 12, 25), "given"),
        ({"due_on": "2025-10-02"}, date(2025, 10, 2), "given"),
        ({"due_on": None}, date(2025, 10, 15), None),
        ({"due_on": ""}, date(2025, 10, 15), None),
        ({"until": "2025-12-25"}, date(2025, 10, 15), None),
    ],
)
def test_a_day_set_in_writing_takes_the_place_of_the_count(facts, due, adjusted_by):
    found = ends(limit(given_by="due_on"), run(facts=facts))

    assert found == LastDay(due, due, adjusted_by)


def test_a_day_set_in_writing_counts_only_where_the_limit_says_so_and_leaves_no_readings():
    facts = {"due_on": "2025-12-25"}

    assert ends(limit(), run(facts=facts)).due == date(2025, 10, 15)
    assert ends(limit(given_by="due_on", readings=(LOOSE,)), run(facts=facts)).readings == ()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2025-10-14", LastDay(date(2025, 10, 14), date(2025, 10, 14), "given")),
        ("2025-10-15", LastDay(date(2025, 10, 15), date(2025, 10, 15))),
        (
            "2025-10-16",
            LastDay(
                date(2025, 10, 15),
                date(2025, 10, 15),
                readings=(
                    ("the day set in writing taken as meant for this step", date(2025, 10, 16)),
                ),
            ),
        ),
        (None, LastDay(date(2025, 10, 15), date(2025, 10, 15))),
    ],
)
def test_a_day_set_for_the_last_of_several_steps_never_makes_an_earlier_step_later(written, found):
    assert ends(limit(no_later_than="due_on"), run(facts={"due_on": written})) == found


@pytest.mark.parametrize("written", ["2025-10-14", "2025-10-16"])
def test_a_step_keeps_its_other_readings(written):
    step = limit(no_later_than="due_on", readings=(LOOSE,))

    assert ends(step, run(facts={"due_on": written})).readings[0] == (
        "as 20 days",
        date(2025, 10, 21),
    )


@pytest.mark.parametrize(
    ("started", "due", "adjusted_by"),
    [
        (date(2025, 10, 1), date(2025, 10, 15), None),
        (date(2025, 10, 3), date(2025, 10, 17), None),  # a Friday
        (date(2025, 10, 4), date(2025, 10, 20), "next_working_day"),
        (date(2025, 10, 5), date(2025, 10, 20), "next_working_day"),
        (date(2026, 3, 20), date(2026, 4, 7), "next_working_day"),  # Good Friday
        (date(2025, 8, 6), date(2025, 8, 20), None),  # August is not the Tribunal's here
    ],
)
def test_a_last_day_that_is_a_day_off_may_move_to_the_next_working_day(started, due, adjusted_by):
    found = ends(limit(moves=Moves.NEXT_WORKING_DAY), run(started))

    assert (found.due, found.adjusted_by) == (due, adjusted_by)
    assert found.base == Weeks(2).last_day(started, CALENDARS, "")


def test_a_last_day_stays_on_a_day_off_where_no_law_moves_it():
    assert ends(limit(), run(date(2026, 3, 20))) == LastDay(date(2026, 4, 3), date(2026, 4, 3))


def test_a_last_day_that_moved_keeps_its_readings():
    moving = limit(moves=Moves.NEXT_WORKING_DAY, readings=(STRICT, LOOSE))

    assert ends(moving, run(date(2025, 10, 4))).readings == (
        ("as 10 days", date(2025, 10, 14)),
        ("as 20 days", date(2025, 10, 24)),
    )


@pytest.mark.parametrize(
    ("started", "found"),
    [
        (date(2025, 9, 24), LastDay(date(2025, 11, 24), date(2025, 11, 24))),
        (date(2025, 10, 26), LastDay(date(2026, 1, 2), date(2025, 12, 26), "r12(3)(a)")),
        (date(2025, 12, 28), LastDay(date(2026, 3, 2), date(2026, 2, 28), "r12(2)")),
        (
            date(2022, 5, 31),
            LastDay(
                date(2022, 8, 1),
                date(2022, 7, 31),
                "r12(2)",
                readings=(("rule 12(2), then rule 12(3)", date(2022, 9, 1)),),
            ),
        ),
    ],
)
def test_rule_12_moves_a_last_day_at_the_tribunal(started, found):
    assert ends(limit(Months(2), moves=Moves.TRIBUNAL), run(started)) == found


FIRST_LIMB = ("2 months", date(2025, 12, 1))


@pytest.mark.parametrize(
    ("certificate", "contact", "due", "second_limb"),
    [
        (date(2025, 10, 31), None, date(2025, 12, 1), date(2025, 11, 30)),
        (date(2025, 11, 1), None, date(2025, 12, 1), date(2025, 12, 1)),
        (date(2025, 11, 2), None, date(2025, 12, 2), date(2025, 12, 2)),
        (date(2026, 1, 15), date(2025, 12, 1), date(2026, 2, 15), date(2026, 2, 15)),
        (date(2026, 1, 15), date(2025, 12, 2), date(2025, 12, 1), date(2026, 2, 15)),
    ],
)
def test_the_later_of_two_limbs_governs_unless_the_adviser_was_told_too_late(
    certificate, contact, due, second_limb
):
    told = event(contact, Kind.MEDIATION_CONTACTED) if contact else None
    started = run(extended=event(certificate, Kind.CERTIFICATE_ISSUED), contacted=told)

    assert ends(limit(Months(2), or_later=Months(1)), started) == LastDay(
        due, due, limbs=(FIRST_LIMB, ("1 month", second_limb))
    )


def test_until_the_second_limb_has_begun_only_the_first_is_told():
    told_late = run(contacted=event(date(2025, 12, 2), Kind.MEDIATION_CONTACTED))

    assert ends(limit(Months(2), or_later=Months(1)), told_late) == LastDay(
        date(2025, 12, 1), date(2025, 12, 1), limbs=(FIRST_LIMB,)
    )


def test_a_certificate_extends_no_limit_that_has_one_limb():
    started = run(extended=event(date(2025, 12, 1), Kind.CERTIFICATE_ISSUED))

    assert ends(limit(Months(2)), started) == LastDay(date(2025, 12, 1), date(2025, 12, 1))


def test_rule_12_moves_the_limb_that_governs_and_tells_both():
    started = run(extended=event(date(2025, 11, 25), Kind.CERTIFICATE_ISSUED))

    assert ends(limit(Months(2), or_later=Months(1), moves=Moves.TRIBUNAL), started) == LastDay(
        date(2026, 1, 2),
        date(2025, 12, 25),
        "r12(3)(a)",
        limbs=(FIRST_LIMB, ("1 month", date(2025, 12, 25))),
    )


def test_a_limb_that_moves_to_the_next_working_day_is_told_as_it_was():
    moving = limit(Months(2), or_later=Months(1), moves=Moves.NEXT_WORKING_DAY)

    assert ends(moving, run(date(2025, 10, 6))) == LastDay(
        date(2025, 12, 8),
        date(2025, 12, 6),
        "next_working_day",
        limbs=(("2 months", date(2025, 12, 6)),),
    )


@pytest.mark.parametrize(
    ("under", "facts", "hour"),
    [
        (limit(), {"time": "16:30"}, ""),
        (limit(closes_at="17:00"), {"time": "16:30"}, "17:00"),
        (limit(Hours(72)), {"time": "16:30"}, "16:30"),
        (limit(Hours(72)), {"time": None}, ""),
        (limit(Hours(72), closes_at="17:00"), {}, ""),  # nobody has said when the hours began
    ],
)
def test_hours_end_at_the_hour_they_began_and_days_at_the_hour_the_law_names(under, facts, hour):
    assert closes_at(under, run(facts=facts)) == hour


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({"calendar": "Hartwell"}, date(2025, 10, 2)),
        ({"calendar": "Next door"}, date(2025, 10, 6)),
    ],
)
def test_school_days_are_those_of_the_calendar_that_the_start_names(facts, due):
    under = limit(SchoolDays(1))

    assert ends(under, run(facts=facts), WITH_SCHOOL).due == due


def test_school_days_without_a_calendar_cannot_be_counted():
    with pytest.raises(BeyondCalendar, match="Say which school it is"):
        ends(limit(SchoolDays(1)), run(), WITH_SCHOOL)


def test_the_second_limb_too_is_counted_by_the_schools_calendar():
    started = run(
        facts={"calendar": "Next door"},
        extended=event(date(2025, 10, 1), Kind.CERTIFICATE_ISSUED),
    )

    found = ends(limit(Days(1), or_later=SchoolDays(1)), started, WITH_SCHOOL)

    assert found.due == date(2025, 10, 6)
