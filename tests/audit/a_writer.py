"""A process that logs on a record of its own, and says what it was promised is kept.

`prepare` makes the record; `write NAME COUNT THREADS` logs so many changes and looks in each of
so many threads, and prints each once its transaction has ended; `die NAME` is killed, as by
`kill -9`, inside the transaction of its tenth; `tell` prints what the log holds and its faults.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading

from django.core.management import call_command
from django.db import connections, transaction

from sendpath.audit import services
from sendpath.audit.acting import Acting
from sendpath.audit.models import AuditEntry
from sendpath.audit.verifying import verify

said = threading.Lock()


def log(name, n):
    """Log a change and a look, each in a transaction of its own."""
    change = services.record(by=name, act="changed", subject=f"case:{n}", details={})
    look = services.record_look(
        acting=Acting(
            user=None, by=name, role="", organisation="", request="", page="p", children={n}
        )
    )
    with said:
        sys.stdout.write(f"{change.number} {look.number}\n")
        sys.stdout.flush()


def write(name, count, threads):
    def several(thread):
        for n in range(int(count)):
            log(f"{name}{thread}", n + 1)
        connections.close_all()

    running = [threading.Thread(target=several, args=[n]) for n in range(int(threads))]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


def die(name):
    for n in range(1, 10):
        log(name, n)
    with transaction.atomic():
        services.record(by=name, act="changed", subject="case:10", details={})
        os.kill(os.getpid(), signal.SIGKILL)


def tell():
    done = verify()
    rows = AuditEntry.objects.values_list("chain", "number", "by")
    told = {"faults": [fault.words for fault in done.faults], "rows": list(rows)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    if name == "prepare":
        call_command("migrate", verbosity=0)
    else:
        {"write": write, "die": die, "tell": tell}[name](*arguments)
