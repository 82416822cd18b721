"""A process that adds a document to a record of its own, and may be made to die while it does.

`prepare` makes the record, and prints a session to send by; `add` adds a document; `tell` prints
what there is. With DIES_AT the process kills itself, as `kill -9` would, before it sends that
statement to the database.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from sendpath.accounts.models import User
from sendpath.accounts.services import add_team, add_user
from sendpath.accounts.sign_in.services.session_store import SessionStore
from sendpath.casework.services import cases
from sendpath.documents.models import Document, Version
from sendpath.documents.sealing import Tampered
from sendpath.documents.services import sweeping
from sendpath.documents.services.sealed import open_version
from sendpath.documents.services.uploads import Described, add_document
from sendpath.documents.words import DocumentKind, Sensitivity, Visibility
from sendpath.jobs.models import Job
from sendpath.people.services import add_people

DIES_AT = int(os.environ.get("DIES_AT", "0"))
CONTENT = b"Plain words about a child.\n" * 10_000
sent = 0


def counting(execute, sql, params, many, context):
    global sent
    sent += 1
    if sent == DIES_AT:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)


def prepare():
    call_command("migrate", verbosity=0)
    team = add_team(name="North")
    priya = add_user(
        username="priya", full_name="Priya", role="officer", team=team, password=None, by="tests"
    )
    (person,) = add_people(
        people=[
            {
                "surname": "Testchild", "forename": "Amber", "birth_date": "2015-03-14",
                "sex": "F", "ethnicity": "WBRI", "postcode": "ZZ1 1ZZ", "upn": "Z999220000001",
                "uln": "", "upn_unknown": "",
            }
        ]
    )  # fmt: skip
    cases.open_case(person_id=person.pk, team=team, officer=priya, by=priya)
    client = Client()
    client.force_login(priya)
    session = client.cookies["sessionid"].value
    assert SessionStore().exists(session)
    sys.stdout.write(json.dumps({"session": session, "person": person.pk}))


def add():
    described = Described(
        kind=DocumentKind.REPORT,
        sensitivity=Sensitivity.ORDINARY,
        visibility=Visibility.ADVISERS,
    )
    with connection.execute_wrapper(counting):
        add_document(
            person_id=User.objects.get().cases.get().person_id,
            file=io.BytesIO(CONTENT),
            name="Note.txt",
            described=described,
            by=User.objects.get(),
        )
    sys.stdout.write(json.dumps({"statements": sent}))


def tell():
    folder = settings.MEDIA_ROOT / "documents"
    sweeping.LONGEST_UPLOAD *= 0
    before = sorted(path.name for path in folder.glob("*"))
    sweeping.sweep()
    told = {
        "documents": Document.objects.count(),
        "whole": sum(_is_whole(version) for version in Version.objects.all()),
        "jobs": Job.objects.count(),
        "before": before,
        "files": sorted(path.name for path in folder.glob("*")),
        "known": sorted(str(name) for name in Version.objects.values_list("stored_as", flat=True)),
    }
    sys.stdout.write(json.dumps(told))


def _is_whole(version):
    try:
        with open_version(version) as file:
            return file.read() == CONTENT
    except Tampered:
        return False


if __name__ == "__main__":
    {"prepare": prepare, "add": add, "tell": tell}[sys.argv[1]]()
