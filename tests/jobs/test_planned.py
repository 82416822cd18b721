"""Work is due by the clock on the wall: once, whatever the clocks or the workers do."""

from datetime import UTC, datetime, time, timedelta

import pytest

from sendpath.jobs import services
from sendpath.jobs.models import Job, PlannedRun
from sendpath.jobs.planned import NIGHTLY, Daily, Hourly
from sendpath.jobs.registry import KINDS, job
from sendpath.jobs.services.planning import add_due

HALF_PAST_ONE = Daily(time(1, 30))


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("plan", "moment", "last", "following"),
    [
        # the moment itself counts as due; a second before it does not
        (NIGHTLY, at(2026, 1, 19, 3), at(2026, 1, 19, 3), at(2026, 1, 20, 3)),
        (NIGHTLY, at(2026, 1, 19, 2, 59, 59), at(2026, 1, 18, 3), at(2026, 1, 19, 3)),
        # three in the morning of summer is two in universal time
        (NIGHTLY, at(2026, 7, 1, 12), at(2026, 7, 1, 2), at(2026, 7, 2, 2)),
        # 29 March 2026: 01:30 is jumped over, and taken as 02:30 summer time
        (HALF_PAST_ONE, at(2026, 3, 29, 12), at(2026, 3, 29, 1, 30), at(2026, 3, 30, 0, 30)),
        # 25 October 2026: 01:30 comes twice, and the first counts
        (HALF_PAST_ONE, at(2026, 10, 25, 0, 30), at(2026, 10, 25, 0, 30), at(2026, 10, 26, 1, 30)),
        (HALF_PAST_ONE, at(2026, 10, 25, 1, 30), at(2026, 10, 25, 0, 30), at(2026, 10, 26, 1, 30)),
        # Sundays: the one before and the one after
        (Daily(time(4), 6), at(2026, 1, 19, 9), at(2026, 1, 18, 4), at(2026, 1, 25, 4)),
        (Daily(time(4), 0), at(2026, 1, 19, 3), at(2026, 1, 12, 4), at(2026, 1, 19, 4)),
        (Hourly(15), at(2026, 1, 19, 9, 15), at(2026, 1, 19, 9, 15), at(2026, 1, 19, 10, 15)),
        (Hourly(15), at(2026, 1, 19, 0, 14), at(2026, 1, 18, 23, 15), at(2026, 1, 19, 0, 15)),
        (Hourly(), at(2026, 10, 25, 1, 5), at(2026, 10, 25, 1), at(2026, 10, 25, 2)),
    ],
)
def test_when_it_was_and_will_be_due(plan, moment, last, following):
    assert (plan.latest(moment), plan.following(moment)) == (last, following)


def test_a_year_of_nights_has_a_run_each_day_and_no_more():
    moment, runs = at(2026, 1, 1, 12), []
    while moment < at(2027, 1, 1, 12):
        runs.append(HALF_PAST_ONE.latest(moment))
        moment += timedelta(minutes=30)

    assert len(set(runs)) == 366  # the last of 2025 or the first of 2026 begins the count


def test_plans_say_in_words_when():
    assert NIGHTLY.words == "Each day at 3:00am"
    assert Daily(time(4), 6).words == "Each Sunday at 4:00am"
    assert Hourly(5).words == "Each hour at 05 minutes past"


@pytest.fixture
def planned(db):
    """Have one kind of job due, and nothing else."""
    kept = dict(KINDS)
    KINDS.clear()

    def plan(when):
        job("test.planned", plan=when)(lambda work: None)

    yield plan
    KINDS.clear()
    KINDS.update(kept)


def test_what_is_due_is_added_once_whoever_asks(planned):
    planned(NIGHTLY)
    moments = [at(2026, 1, 19, 3), at(2026, 1, 19, 4), at(2026, 1, 20, 2, 59)]

    added = [len(add_due(moment=moment)) for moment in moments]

    assert added == [1, 0, 0]
    assert PlannedRun.objects.get().due_at == at(2026, 1, 19, 3)


@pytest.mark.parametrize("plan", [NIGHTLY, Hourly(), Daily(time(4), 2)])
def test_after_a_month_out_of_use_it_runs_once(planned, plan):
    planned(plan)
    add_due(moment=at(2026, 1, 19, 9))
    Job.objects.update(state="done")

    later = at(2026, 2, 19, 9)
    assert [len(add_due(moment=later + timedelta(minutes=n))) for n in range(3)] == [1, 0, 0]
    assert PlannedRun.objects.count() == 2


def test_a_run_waits_for_the_one_before_to_end(planned):
    planned(Hourly())
    add_due(moment=at(2026, 1, 19, 9))

    assert add_due(moment=at(2026, 1, 19, 10)) == []
    Job.objects.update(state="done")
    assert len(add_due(moment=at(2026, 1, 19, 10, 59))) == 1


def test_a_clock_put_back_runs_nothing_twice(planned):
    planned(NIGHTLY)
    add_due(moment=at(2026, 1, 19, 9))
    Job.objects.update(state="done")

    assert add_due(moment=at(2026, 1, 18, 9)) == []


def test_a_failed_run_does_not_keep_the_next_from_running(planned):
    planned(NIGHTLY)
    add_due(moment=at(2026, 1, 19, 9))
    services.take(worker="w")
    Job.objects.update(state="failed")

    assert len(add_due(moment=at(2026, 1, 20, 9))) == 1
