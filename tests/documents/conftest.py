"""What tests of documents start from: a child, files, a worker, and a clamd of their own."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sendpath.documents.services import uploads
from sendpath.documents.services.uploads import Described
from sendpath.documents.words import DocumentKind, Sensitivity, Visibility
from sendpath.jobs.worker import run_one

ORDINARY = {"kind": "report", "sensitivity": "ordinary", "visibility": "advisers"}
EICAR_SIGNATURE = (
    "Eicar-Test:0:*:58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d"
    "5354414e444152442d414e544956495255532d544553542d46494c4521\n"
)


def described(**changes):
    said = {**ORDINARY, **changes}
    return Described(
        kind=DocumentKind(said["kind"]),
        sensitivity=Sensitivity(said["sensitivity"]),
        visibility=Visibility(said["visibility"]),
        case_number=said.get("case_number"),
    )


def work():
    """Do every job that waits."""
    while run_one(worker="tests"):
        pass


@pytest.fixture
def unscanned(settings):
    """An installation that shows documents without a scan, as a demonstration may."""
    settings.SCANNER = "none"


@pytest.fixture
def child(make_case):
    """A child with a case in the north team."""
    return make_case().person


@pytest.fixture
def add(child, priya):
    """Add a file about the child, or another."""

    def add_file(content, name="A letter.pdf", *, person=None, by=priya, **changes):
        return uploads.add_document(
            person_id=(person or child).pk,
            file=io.BytesIO(content),
            name=name,
            described=described(**changes),
            by=by,
        )

    return add_file


@pytest.fixture
def added(unscanned, add):
    """Add a file, and have a worker do all that follows."""

    def add_and_work(*arguments, **options):
        document = add(*arguments, **options)
        work()
        return document

    return add_and_work


@pytest.fixture
def send(client, child):
    """Send files from the page, as a browser without JavaScript does."""

    def post(*files, person=None, **extra):
        sent = [SimpleUploadedFile(name, content) for name, content in files]
        return client.post(
            reverse("documents:add", args=[(person or child).pk]),
            {**ORDINARY, "files_sent": sent, **extra},
        )

    return post


@pytest.fixture(scope="session")
def clamd(tmp_path_factory) -> str:
    """Start a clamd that knows one signature, EICAR's, and return where it listens."""
    program = shutil.which("clamd")
    assert program, "Install clamav-daemon, or run ./run test"
    folder = Path(tmp_path_factory.mktemp("clamd"))
    (folder / "eicar.ndb").write_text(EICAR_SIGNATURE)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "clamd.conf").write_text(
        f"Foreground yes\nTCPSocket {port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {folder}\n"
        f"TemporaryDirectory {folder}\nStreamMaxLength 5M\nUser {folder.owner()}\n"
    )
    process = subprocess.Popen(
        [program, "--config-file", str(folder / "clamd.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _wait_for(port)
    yield f"tcp:127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("clamd did not start")
