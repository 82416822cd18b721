"""A process on a record of its own, that can be made to die while it imports a return.

`prepare`, `receive FILE` and `ask` lead up to the work; `work` and `load FILE` do it, and print
what the record held before, how many statements were sent to the database, and what it holds
now. With DIES_AT the process kills itself, as `kill -9` would, before it sends that one.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.services import add_user
from sendpath.casework.models import CaseEvent
from sendpath.casework.services import check
from sendpath.config.cli import sendpath
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one
from sendpath.people.models import Person
from sendpath.returns.models import CaseParticulars, StagedFault, StagedPerson, Upload
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


def prepare():
    call_command("migrate", verbosity=0)
    add_user(
        username="dana", full_name="Dana", role="data_officer", team=None, password=None, by="tests"
    )


def receive(file):
    by, path = User.objects.get(), Path(file)
    with path.open("rb") as source:
        size = path.stat().st_size
        upload = uploads.receive(source=source, name=path.name, size=size, by=by)
    uploads.read_later(upload=upload, by=by)


def work():
    """Do the job that waits, or that a dead worker dropped."""
    Job.objects.filter(state="running").update(lease_until=timezone.now())
    with connection.execute_wrapper(counting):
        run_one(worker="tests")


def ask():
    uploads.accept_later(upload=Upload.objects.get(), by=User.objects.get(), confirmed=True)


def load(file):
    """Load and accept a file by the command, as somebody would from a shell."""
    command = ["sen2", "import", file, "--by", "dana", "--accept", "--confirmed", "--json"]
    with connection.execute_wrapper(counting), contextlib.suppress(SystemExit):
        sendpath(command, standalone_mode=False)


def tell():
    """Return all that the record holds, what it says and not its ids, and what is wrong in it."""
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
    return {
        "people": sorted(who.values()),
        "events": sorted(
            ([who[pk], n, k, str(day), f, s] for pk, n, k, day, f, s in events), key=str
        ),
        "items": sorted(([who[pk], left] for pk, left in items), key=str),
        "staged": sorted(StagedPerson.objects.values_list("position", "verdict", "applied")),
        "faults": sorted(StagedFault.objects.values_list("position", "rule", "field", "line")),
        "uploads": list(Upload.objects.order_by("pk").values_list("state", "counts")),
        "files": sorted(path.name for path in (settings.MEDIA_ROOT / "returns").glob("*")),
        "wrong": check.faults(),
    }


def watched(act, *arguments):
    """Do it, and say what stood before, how many statements it took, and what stands after."""
    before = None if DIES_AT else tell()
    with contextlib.redirect_stdout(io.StringIO()):
        act(*arguments)
    sys.stdout.write(json.dumps({"before": before, "statements": sent, "after": tell()}))


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    if name in ("work", "load"):
        watched({"work": work, "load": load}[name], *arguments)
    else:
        {"prepare": prepare, "receive": receive, "ask": ask}[name](*arguments)
