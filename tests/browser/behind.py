"""What the pages of the register and of operations need behind them."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from establishments.made_up_register import CLOSED, extract, links, named, school
from sendpath.establishments.register import services as register
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.jobs.services import planning, workers
from sendpath.web import clock

FIRST, LATER = date(2025, 4, 22), date(2026, 1, 15)
LONG = "The Featherstonehaugh and Wolfeschlegel Federation of Primary and Nursery Schools"


def extracts(dana):
    """Record one extract, leave one to be accepted in doubt, and one to be read."""
    before = links(("990001", "990005", "Old School", "Predecessor - amalgamated", "31-08-2025"))
    rows = [school("990001", **named(LONG)), school("990005", **CLOSED, **named("Old School"))]
    rows += [school(f"9901{n}") for n in range(10, 70)]
    done = _load(dana, rows, FIRST, before)
    register.accept_now(load=done, by=dana, confirmed=False)
    changed = [school("990001", SchoolCapacity="140", **named(LONG)), school("9"),
               school("990110", SchoolCapacity="?")]  # fmt: skip
    ready = _load(dana, changed, LATER, None)
    waiting = register.receive_and_read_later(
        source=extract(school()), links=None, name="edubasealldata20260115.csv",
        extract_on=LATER, by=dana,
    )  # fmt: skip
    found = {"done": done, "ready": ready, "waiting": waiting}
    return {f"register_{name}": row.pk for name, row in found.items()}


def _load(dana, rows, day, linked):
    name = f"edubasealldata{day:%Y%m%d}.csv"
    return register.load_now(
        source=extract(*rows), links=linked, name=name, extract_on=day, by=dana
    )


def queue(dana):
    """Have jobs that wait, run and failed, a worker that is alive and one that is not."""
    moment = timezone.now()
    for name, age in (("hartwell-app-1:412", 3), ("hartwell-app-2:97", 4000)):
        workers.begin(name=name)
        workers.Worker.objects.filter(name=name).update(seen_at=moment - timedelta(seconds=age))
    planning.add_due(moment=clock.now())
    running = jobs.enqueue(kind="returns.write", arguments={"year": 2026}, by=dana)
    said = {"worker": "hartwell-app-1:412", "attempts": 1, "steps_done": 4200, "steps_total": 9100}
    later = moment + timedelta(minutes=1)
    Job.objects.filter(pk=running.pk).update(state="running", lease_until=later, **said)
    failed = jobs.enqueue(kind="returns.read", arguments={"upload": 0}, by=dana)
    Job.objects.filter(pk=failed.pk).update(
        state="failed", attempts=5, fault_code="OperationalError",
        ended_at=moment - timedelta(hours=2),
    )  # fmt: skip
    return {"failed_job": failed.pk}
