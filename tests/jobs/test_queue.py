"""A job is done once, tried again when it fails, and survives the death of its worker."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from sendpath.jobs import services
from sendpath.jobs.models import Job
from sendpath.jobs.registry import WORK, GiveUp, job
from sendpath.jobs.worker import run_one

pytestmark = pytest.mark.django_db

START = datetime(2026, 1, 19, 9, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as travel:
        yield travel


@pytest.fixture
def done():
    """Add a kind of job that notes what it was asked to do."""
    notes = []

    @job("test.note")
    def note(work):
        if work.arguments.get("faults", 0) >= work.attempts:
            raise RuntimeError("not this time")
        if work.arguments.get("hopeless"):
            raise GiveUp("The file is not a SEN2 return.")
        notes.append(work.arguments["n"])

    yield notes
    del WORK["test.note"]


def ask(**arguments) -> Job:
    return services.enqueue(kind="test.note", arguments={"n": 1, **arguments}, by=None)


def test_jobs_are_done_in_order_and_once(done):
    for n in (1, 2, 3):
        services.enqueue(kind="test.note", arguments={"n": n}, by=None)

    while run_one(worker="w1"):
        pass

    assert done == [1, 2, 3]
    assert set(Job.objects.values_list("state", "attempts")) == {("done", 1)}


def test_a_job_whose_change_was_undone_is_never_seen(done):
    with transaction.atomic():
        ask()
        transaction.set_rollback(True)

    assert run_one(worker="w1") is False


def test_a_failed_job_is_tried_again_after_a_pause(done, clock):
    ask(faults=1)
    assert run_one(worker="w1") is True
    assert done == []

    assert run_one(worker="w1") is False
    clock.shift(services.PAUSES[0])
    assert run_one(worker="w1") is True

    assert done == [1]


def test_a_job_that_fails_every_time_ends_as_failed(done, clock):
    work = ask(faults=99)
    for _ in range(services.ATTEMPTS):
        run_one(worker="w1")
        clock.shift(timedelta(hours=1))

    work.refresh_from_db()
    assert (work.state, work.attempts) == ("failed", services.ATTEMPTS)
    assert run_one(worker="w1") is False


def test_a_hopeless_job_is_not_tried_again_and_says_why(done):
    work = ask(hopeless=True)

    run_one(worker="w1")

    work.refresh_from_db()
    assert (work.state, work.fault) == ("failed", "The file is not a SEN2 return.")


def test_a_job_dropped_by_a_dead_worker_is_taken_up_when_its_lease_ends(done, clock):
    ask()
    services.take(worker="killed")
    assert run_one(worker="w2") is False

    clock.shift(services.LEASE + timedelta(seconds=1))
    assert run_one(worker="w2") is True

    assert done == [1]


def test_progress_is_told_and_keeps_the_lease(done, clock):
    ask()
    work = services.take(worker="w1")
    clock.shift(services.LEASE - timedelta(seconds=1))

    services.report(work, done=250, total=1000, doing="Reading people")
    clock.shift(timedelta(seconds=30))

    work.refresh_from_db()
    assert (work.percent, work.doing) == (25, "Reading people")
    assert services.take(worker="w2") is None


def test_a_nightly_job_is_added_once_a_day_whoever_asks(done):
    added = [
        services.enqueue_nightly(kind="test.note", day=day)
        for day in (date(2026, 1, 19), date(2026, 1, 19), date(2026, 1, 20))
    ]

    assert [job is not None for job in added] == [True, False, True]
