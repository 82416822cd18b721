"""A job is done once, tried again when it fails, and survives the death of its worker."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from sendpath.jobs import services
from sendpath.jobs.models import Job, Urgency
from sendpath.jobs.registry import KINDS, GiveUp, job
from sendpath.jobs.services import closing
from sendpath.jobs.stopping import LeaseLost, PutBack, asked
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
            raise GiveUp("The file is not a SEN2 return.", code="NoReturn")
        notes.append(work.arguments["n"])

    yield notes
    del KINDS["test.note"]


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
    assert work.fault == work.fault_code == "RuntimeError"
    assert run_one(worker="w1") is False


def test_a_hopeless_job_is_not_tried_again_and_says_why(done):
    work = ask(hopeless=True)

    run_one(worker="w1")

    work.refresh_from_db()
    assert (work.state, work.fault) == ("failed", "The file is not a SEN2 return.")
    assert work.fault_code == "NoReturn"


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


def test_a_job_that_kills_each_worker_fails_in_the_end(done, clock):
    work = ask()
    for n in range(services.ATTEMPTS):
        assert services.take(worker=f"killed {n}")
        clock.shift(services.LEASE + timedelta(seconds=1))

    assert services.take(worker="w") is None
    work.refresh_from_db()
    assert (work.state, work.fault_code, done) == ("failed", "WorkerDied", [])


def test_a_worker_that_lost_its_lease_changes_nothing_any_more(done, clock):
    ask()
    slow = services.take(worker="same name")
    clock.shift(services.LEASE + timedelta(seconds=1))
    other = services.take(worker="same name")

    with pytest.raises(LeaseLost):
        services.report(slow, done=1, total=2, doing="Reading people")
    assert services.renew(slow) is False
    assert services.finish(slow) is False
    assert services.fail(slow, fault="x", code="x", again=True) is False

    now = Job.objects.get()
    assert (now.state, now.attempts, now.steps_done) == ("running", 2, 0)
    assert services.finish(other) is True


def test_work_that_is_stopped_goes_back_as_it_was(done, clock):
    ask()
    work = services.take(worker="w1")
    asked.set()
    try:
        with pytest.raises(PutBack):
            services.report(work, done=1, total=2, doing="Reading people")
    finally:
        asked.clear()
    services.put_back(work)

    work.refresh_from_db()
    assert (work.state, work.attempts, work.lease_until) == ("waiting", 0, None)
    assert services.take(worker="w2").pk == work.pk


def test_what_nothing_can_do_is_not_added(db):
    with pytest.raises(ValueError, match=r"Nothing does the job “test\.nothing”"):
        services.enqueue(kind="test.nothing", arguments={}, by=None)


def test_with_a_key_it_is_added_once(done):
    def ask_for(key):
        return services.enqueue(kind="test.note", arguments={"n": 1}, by=None, key=key).pk

    first = ask_for("case 7")

    assert ask_for("case 7") == first
    assert ask_for("case 8") != first
    assert ask_for("") != ask_for("")
    while run_one(worker="w1"):
        pass
    assert ask_for("case 7") == first
    assert len(done) == 4


def test_what_was_cancelled_may_be_asked_for_again(done, dana):
    def ask_for_it():
        return services.enqueue(kind="test.note", arguments={"n": 1}, by=None, key="case 7")

    first = ask_for_it()
    closing.cancel(job=first, by=dana)

    assert ask_for_it().pk != first.pk


def test_a_job_for_later_waits_until_then(done, clock):
    later = START + timedelta(hours=2)
    services.enqueue(kind="test.note", arguments={"n": 1}, by=None, not_before=later)

    assert run_one(worker="w1") is False
    clock.move_to(later)
    assert run_one(worker="w1") is True


@pytest.fixture
def kinds():
    """Add kinds of jobs that differ in how urgent they are and how long they take."""
    named = {"test.now": (Urgency.NOW, False), "test.night": (Urgency.NIGHT, False),
             "test.import": (Urgency.NOW, True)}  # fmt: skip
    for kind, (urgency, long) in named.items():
        job(kind, urgency=urgency, long=long)(lambda work: None)
    yield
    for kind in named:
        del KINDS[kind]


def add(kind):
    return services.enqueue(kind=kind, arguments={}, by=None)


def test_what_somebody_waits_for_goes_first(kinds, clock):
    night, now = add("test.night"), add("test.now")

    assert [services.take(worker="w").pk for _ in range(2)] == [now.pk, night.pk]


def test_what_has_waited_long_goes_before_what_is_urgent(kinds, clock):
    night = add("test.night")
    clock.shift(services.LONG_WAIT + timedelta(seconds=1))
    now = add("test.now")

    assert [services.take(worker="w").pk for _ in range(2)] == [night.pk, now.pk]


def test_what_takes_long_never_enters_the_quick_lane(kinds, clock):
    long, night = add("test.import"), add("test.night")

    assert services.take(worker="w", long=False).pk == night.pk
    assert services.take(worker="w", long=False) is None
    assert services.take(worker="w", long=True).pk == long.pk
