"""What stands before and after a service that is killed: made, and told, in a process of its own.

`prepare` makes a record with an officer, two cases and work for a worker. `free` lets the jobs
of dead workers be taken up at once. `session` signs the officer in. `tell` says what the record
holds and what is wrong in it.
"""

from __future__ import annotations

import json
import sys
from datetime import date

from django.core.management import call_command
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from sendpath.accounts.models import User
from sendpath.accounts.services import add_team, add_user
from sendpath.audit.models import AuditEntry
from sendpath.casework.models import CaseEvent
from sendpath.casework.services import cases, check, record
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job, Worker
from sendpath.people.services import add_people
from sendpath.returns.models import WrittenReturn

RETURNS = 6


def prepare():
    call_command("migrate", verbosity=0)
    team = add_team(name="North")
    for username, role in (("priya", "officer"), ("dana", "data_officer")):
        add_user(username=username, full_name=username, role=role, team=team, password=None, by="x")
    priya, dana = User.objects.get(username="priya"), User.objects.get(username="dana")
    for number in (1, 2):
        case = cases.open_case(person_id=_person(number), team=team, officer=priya, by=priya)
        new = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=date(2025, 11, 24), facts={})
        record.record_event(case=case, new=new, by=priya)
    for _ in range(RETURNS):
        jobs.enqueue(kind="returns.write", arguments={"year": 2026}, by=dana)


def _person(number):
    who = {
        "surname": "Testchild", "forename": "Amber", "birth_date": date(2015, 3, number),
        "sex": "F", "ethnicity": "WBRI", "postcode": "ZZ1 1ZZ", "upn": f"Z99922000000{number}",
        "uln": "", "upn_unknown": "",
    }  # fmt: skip
    (person,) = add_people(people=[who])
    return person.pk


def free():
    Job.objects.filter(state="running").update(lease_until=timezone.now())


def session():
    client = Client()
    client.force_login(User.objects.get(username="priya"))
    sys.stdout.write(client.cookies["sessionid"].value)


def tell():
    recorded = CaseEvent.objects.values_list("case").annotate(number=Count("pk"))
    told = {
        "events": dict(recorded.order_by("case")),
        "logged": AuditEntry.objects.filter(act="event_recorded").count(),
        "serials": sorted(WrittenReturn.objects.values_list("serial", flat=True)),
        "jobs": sorted(Job.objects.filter(kind="returns.write").values_list("state", flat=True)),
        "stopped": Worker.objects.exclude(stopped_at=None).count(),
        "wrong": check.faults(),
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    {"prepare": prepare, "free": free, "session": session, "tell": tell}[sys.argv[1]]()
