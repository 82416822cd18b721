"""A worker in a process of its own, on a database of its own, that can be made to die.

`prepare FILE`, `ask`, `work` and `end`. With DIES_AT it kills itself, as `kill -9` would, when
it is about to send that many statements to the database.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.services import add_user
from sendpath.casework.models import CaseEvent
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one
from sendpath.people.models import Person
from sendpath.returns.models import CaseParticulars, Upload
from sendpath.returns.services import accepting, reading, uploads

DIES_AT = int(os.environ.get("DIES_AT", "0"))
reading.CHUNK = accepting.CHUNK = 60
sent = 0


def counting(execute, sql, params, many, context):
    global sent
    sent += 1
    if sent == DIES_AT:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)


def prepare(file):
    call_command("migrate", verbosity=0)
    by = add_user(
        username="dana", full_name="Dana", role="data_officer", team=None, password=None, by="tests"
    )
    path = Path(file)
    with path.open("rb") as source:
        size = path.stat().st_size
        upload = uploads.receive(source=source, name=path.name, size=size, by=by)
    uploads.read_later(upload=upload, by=by)


def work():
    """Do the job that waits, or that a dead worker dropped, and say how many statements it took."""
    Job.objects.filter(state="running").update(lease_until=timezone.now())
    with connection.execute_wrapper(counting):
        run_one(worker="tests")
    sys.stdout.write(f"{sent}\n")


def ask_to_accept():
    uploads.accept_later(upload=Upload.objects.get(), by=User.objects.get(), confirmed=True)


def end():
    """Work as before, and say all that the record holds then: what it says, not its ids."""
    work()
    who = {
        pk: (upn, surname, forename, str(born))
        for pk, upn, surname, forename, born in Person.objects.values_list(
            "pk", "upn", "surname", "forename", "birth_date"
        )
    }
    events = CaseEvent.objects.order_by("case", "number").values_list(
        "case__person", "number", "kind", "occurred_on", "facts", "source"
    )
    items = CaseParticulars.objects.values_list("case__person", "items")
    upload = Upload.objects.get()
    told = {
        "people": sorted(who.values()),
        "events": sorted(
            ([who[pk], n, k, str(day), f, s] for pk, n, k, day, f, s in events), key=str
        ),
        "items": sorted(([who[pk], left] for pk, left in items), key=str),
        "staged": sorted(upload.people.values_list("position", "verdict", "applied")),
        "faults": sorted(upload.faults.values_list("position", "rule", "field", "line")),
        "upload": [upload.state, upload.counts],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    {"prepare": prepare, "work": work, "ask": ask_to_accept, "end": end}[sys.argv[1]](*sys.argv[2:])
