"""What waits, what runs and what failed. No arguments and no words of a fault: they may name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from sendpath.jobs.models import Job, PlannedRun, Worker
from sendpath.jobs.planned import Plan
from sendpath.jobs.registry import KINDS, title_of
from sendpath.jobs.selectors.age import Age, age


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWaiting:
    """How many jobs of a kind wait, and since when the oldest could have been done."""

    kind: str
    title: str
    number: int
    oldest: Age | None


def waiting_by_kind() -> list[KindWaiting]:
    """Return how many jobs of each kind wait, the kind that waits longest first."""
    moment = timezone.now()
    due = Min("run_after", filter=Q(run_after__lte=moment))
    rows = Job.objects.filter(state=Job.State.WAITING).values_list("kind")
    found = rows.annotate(number=Count("pk"), oldest=due).order_by("oldest", "kind")
    lines = [
        KindWaiting(
            kind=kind,
            title=title_of(kind),
            number=number,
            oldest=age(oldest, moment) if oldest else None,
        )
        for kind, number, oldest in found
    ]
    return sorted(lines, key=lambda line: line.oldest is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """A job as the page of operations shows it."""

    job: Job
    title: str
    age: Age


def waiting() -> QuerySet[Job]:
    """Return the jobs that wait, the oldest first."""
    return Job.objects.filter(state=Job.State.WAITING).order_by("run_after", "pk")


def failed() -> QuerySet[Job]:
    """Return the jobs that failed and that nobody has decided on, the latest first."""
    return Job.objects.filter(state=Job.State.FAILED).order_by("-ended_at", "-pk")


def running() -> QuerySet[Job]:
    """Return the jobs under way, in the order in which they were asked for."""
    return Job.objects.filter(state=Job.State.RUNNING).order_by("asked_at", "pk")


def lines_of(jobs: list[Job]) -> list[JobLine]:
    """Return jobs as a page shows them, each with how old its state is."""
    moment = timezone.now()
    return [
        JobLine(job=job, title=title_of(job.kind), age=age(job.ended_at or job.asked_at, moment))
        for job in jobs
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLine:
    """A worker, whether it is alive, and what it is doing."""

    name: str
    version: str
    started_at: datetime
    seen: Age
    alive: bool
    stopped: bool
    doing: list[str]


def workers() -> list[WorkerLine]:
    """Return the workers of the last day, those that are alive first."""
    moment = timezone.now()
    doing = defaultdict(list)
    for name, kind in Job.objects.filter(state=Job.State.RUNNING).values_list("worker", "kind"):
        doing[name].append(title_of(kind))
    lines = [
        WorkerLine(
            name=row.name,
            version=row.version,
            started_at=row.started_at,
            seen=age(row.seen_at, moment),
            alive=is_alive(row, moment),
            stopped=row.stopped_at is not None,
            doing=doing[row.name],
        )
        for row in Worker.objects.order_by("-seen_at")
    ]
    return sorted(lines, key=lambda line: not line.alive)


ALIVE_SECONDS = 60
"""A worker says every ten seconds that it is there."""


def is_alive(worker: Worker, moment: datetime) -> bool:
    """Say whether a worker was heard of lately, and has not said that it ended."""
    heard = (moment - worker.seen_at).total_seconds() <= ALIVE_SECONDS
    return heard and worker.stopped_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """A kind of job that is due by the clock: how its last run went, and when the next is."""

    title: str
    when: str
    last: PlannedRun | None
    next_at: datetime


def schedule(moment: datetime) -> list[PlannedLine]:
    """Return what is due by the clock, what is due next first."""
    newest = PlannedRun.objects.select_related("job").order_by("due_at")
    last = {run.kind: run for run in newest.filter(kind__in=KINDS)}
    lines = [
        _planned(kind.title, kind.plan, last.get(kind.key), moment)
        for kind in KINDS.values()
        if kind.plan
    ]
    return sorted(lines, key=lambda line: (line.next_at, line.title))


def _planned(title: str, plan: Plan, last: PlannedRun | None, moment: datetime) -> PlannedLine:
    return PlannedLine(title=title, when=plan.words, last=last, next_at=plan.following(moment))
