"""Who keeps the service running can decide on each job once, and old rows go by themselves."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from sendpath.audit.models import AuditEntry
from sendpath.jobs import services
from sendpath.jobs.models import Job, PlannedRun, Worker
from sendpath.jobs.services import closing
from sendpath.returns.models import WrittenReturn
from sendpath.web import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def make_job():
    def make(state="waiting", **said):
        job = services.enqueue(kind="returns.forget", arguments={}, by=None)
        Job.objects.filter(pk=job.pk).update(state=state, **said)
        job.refresh_from_db()
        return job

    return make


def logged():
    return list(AuditEntry.objects.values_list("by", "act", "subject").order_by("number"))


def test_a_waiting_job_is_cancelled(make_job, sam):
    job = make_job()

    closing.cancel(job=job, by=sam)

    job.refresh_from_db()
    assert (job.state, job.closed_by, services.take(worker="w")) == ("cancelled", sam, None)
    assert logged()[-1] == ("sam", "job_cancelled", f"job:{job.pk}")


@pytest.mark.parametrize("state", ["running", "done", "failed"])
def test_one_that_is_under_way_or_ended_is_not(make_job, sam, state):
    job = make_job(state)

    with pytest.raises(ValidationError, match="It has changed since"):
        closing.cancel(job=job, by=sam)

    job.refresh_from_db()
    assert job.state == state


def test_a_failed_job_is_run_again_as_if_it_were_new(make_job, sam):
    job = make_job("failed", attempts=5, fault="x", fault_code="x", ended_at=timezone.now())

    closing.run_again(job=job, by=sam)

    job = services.take(worker="w")
    assert (job.state, job.attempts, job.ended_at) == ("running", 1, None)
    assert logged()[-1] == ("sam", "job_run_again", f"job:{job.pk}")
    with pytest.raises(ValidationError):
        closing.run_again(job=job, by=sam)


def test_a_failed_job_is_given_up_with_a_reason(make_job, sam):
    job = make_job("failed", ended_at=timezone.now())

    closing.give_up(job=job, because="Loaded again since", by=sam)

    job.refresh_from_db()
    assert (job.state, job.closed_because, job.closed_by) == ("given_up", "Loaded again since", sam)
    assert "Loaded again" not in str(AuditEntry.objects.latest("number").details)


def test_the_database_wants_to_know_who_closed_it(make_job):
    job = make_job()

    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(state="given_up")


def test_what_ended_long_ago_is_deleted_unless_it_is_needed(make_job, sam, dana):
    long_ago = timezone.now() - closing.KEPT - timedelta(minutes=1)
    ended = {"ended_at": long_ago}
    make_job("done", **ended)
    make_job("given_up", closed_by=sam, **ended)
    kept = [
        make_job("done", ended_at=timezone.now()),
        make_job("failed", **ended),
        make_job("waiting"),
        needed := make_job("done", **ended),
    ]
    WrittenReturn.objects.create(
        survey_year=2026, serial="001", name="x", sha256="x", job=needed,
        written_by=dana, written_at=clock.now(),
    )  # fmt: skip

    assert closing.tidy() == {"jobs": 2, "planned_runs": 0, "workers": 0}

    assert set(Job.objects.all()) == set(kept)


def test_the_newest_planned_run_stays_so_that_nothing_is_run_twice(make_job):
    long_ago = timezone.now() - closing.KEPT
    for days in (3, 2, 1):
        PlannedRun.objects.create(kind="test.rare", due_at=long_ago - timedelta(days=days))

    assert closing.tidy()["planned_runs"] == 2
    assert PlannedRun.objects.get().due_at == long_ago - timedelta(days=1)


def test_workers_that_are_gone_are_forgotten(db):
    for name, days in (("here", 0), ("gone", 2)):
        seen = timezone.now() - timedelta(days=days)
        Worker.objects.create(name=name, version="1", started_at=seen, seen_at=seen)

    assert closing.tidy()["workers"] == 1
    assert Worker.objects.get().name == "here"
