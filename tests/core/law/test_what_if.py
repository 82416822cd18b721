"""What would change under another law, tried on cases and applied to nothing."""

from datetime import date, timedelta

import pytest

from core.law.cases import CALENDARS, history
from sendpath.core.casefile.events import Kind
from sendpath.core.law.clocks import CLOCKS
from sendpath.core.law.counting import Before, DaysBeginning, Weeks, WorkingDays
from sendpath.core.law.counting.read import BadCount, read_count
from sendpath.core.law.deadlines import deadlines
from sendpath.core.law.rulebook import CURRENT
from sendpath.core.law.what_if import BadRuleset, differences, law_made_by, rehearsal

EIGHTEEN = {
    "id": "LOCAL-18",
    "says": "Final plans in 18 weeks",
    "from": "2025-09-01",
    "changes": {"issue_final_plan": {"limit": "18 weeks after"}},
}
REQUEST = date(2025, 11, 24)


def changed(written, *happened):
    return [
        (d.clock.key, d.before, d.after)
        for d in differences(history(*happened), CALENDARS, CURRENT, rehearsal(written))
    ]


def test_a_rehearsed_limit_moves_the_open_dates_that_start_under_it_and_no_other():
    assert changed(EIGHTEEN, (Kind.REQUEST_RECEIVED, REQUEST)) == [
        ("issue_final_plan", date(2026, 4, 13), date(2026, 3, 30))
    ]


@pytest.mark.parametrize(("started", "differs"), [(date(2025, 8, 31), 0), (date(2025, 9, 1), 1)])
def test_it_begins_on_its_own_first_day(started, differs):
    assert len(changed(EIGHTEEN, (Kind.REQUEST_RECEIVED, started))) == differs


def test_what_is_done_or_ended_is_not_listed():
    sent = (Kind.FINALISED_SENT, REQUEST + timedelta(weeks=19))

    assert changed(EIGHTEEN, (Kind.REQUEST_RECEIVED, REQUEST), sent) == []
    assert (
        changed(
            EIGHTEEN, (Kind.REQUEST_RECEIVED, REQUEST), (Kind.REQUEST_WITHDRAWN, date(2025, 12, 1))
        )
        == []
    )


def test_nothing_is_applied_by_rehearsing():
    rehearsal(EIGHTEEN)

    assert CLOCKS["issue_final_plan"].now.count == Weeks(20)
    assert {d.due for d in deadlines(history((Kind.REQUEST_RECEIVED, REQUEST)), CALENDARS)} == {
        date(2026, 1, 5),
        date(2026, 3, 16),
        date(2026, 4, 13),
    }


def test_the_law_before_the_tribunals_rules_changed_goes_on_as_it_was():
    notice = (Kind.NOTICE_SENT, date(2025, 6, 20), {"appealable": True})
    before = law_made_by(date(2020, 7, 20))

    (deadline,) = [
        d for d in deadlines(history(notice), CALENDARS, before) if d.key == "appeal_lodge"
    ]

    assert (deadline.ruleset, deadline.due) == ("ENG-2014", date(2025, 9, 1))


def test_the_law_made_by_a_day_leaves_out_what_came_later():
    book = law_made_by(date(2014, 9, 1))

    assert {law.ruleset for clock in book.clocks.values() for law in clock.relaxations} == set()
    assert all(
        limit.since <= date(2014, 9, 1) for clock in book.clocks.values() for limit in clock.limits
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "", "from": "2025-09-01"}, "needs “id”, “from” and “changes”"),
        ({**EIGHTEEN, "weeks": 18}, "needs “id”, “from” and “changes”"),
        ({**EIGHTEEN, "from": "2025-09-31"}, "real date like 2027-09-01"),
        ({**EIGHTEEN, "changes": {}}, "at least one clock"),
        (
            {**EIGHTEEN, "changes": {"final_plan": {"limit": "18 weeks"}}},
            "“final_plan” is no clock",
        ),
        ({**EIGHTEEN, "changes": {"issue_final_plan": "18 weeks"}}, "needs a “limit”"),
        (
            {**EIGHTEEN, "changes": {"issue_final_plan": {"limit": "soon"}}},
            "“soon” is not a length of time",
        ),
    ],
)
def test_a_rule_set_that_cannot_be_read_says_what_to_write(change, says):
    with pytest.raises(BadRuleset, match=says):
        rehearsal(change)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("18 weeks after", Weeks(18)),
        ("1 week", Weeks(1)),
        ("15 days  Beginning", DaysBeginning(15)),
        ("30 working days", WorkingDays(30)),
        ("before 15 February", Before(15, 2)),
        ("before 29 february", Before(29, 2)),
    ],
)
def test_lengths_of_time_are_read_as_people_write_them(words, count):
    assert read_count(words) == count


@pytest.mark.parametrize(
    "words", ["", "0 weeks", "weeks", "18 fortnights", "before 30 February", "by 1 Octember"]
)
def test_words_that_are_no_length_of_time_are_refused(words):
    with pytest.raises(BadCount, match="Write one like"):
        read_count(words)
