"""The service says whether it is well: to a watcher in a word, on the command line in figures."""

import json
import os
import shutil
from collections import namedtuple
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone

from sendpath.config.cli import sendpath
from sendpath.database import facts
from sendpath.jobs import services
from sendpath.jobs.models import Job
from sendpath.jobs.selectors import health
from sendpath.jobs.services import workers

pytestmark = pytest.mark.django_db

Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def _data(settings, tmp_path):
    settings.DATA = tmp_path


def ready(client):
    answer = client.get(reverse("ready"))
    return answer.status_code, answer.json()


def test_it_is_ready_while_a_worker_is_heard_of(client):
    workers.begin(name="w1")

    assert ready(client) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok", "worker": "ok", "disk": "ok"},
    )


@pytest.mark.parametrize(("seconds", "worker"), [(59, "ok"), (61, "failing")])
def test_a_worker_not_heard_of_for_a_minute_is_taken_for_dead(client, seconds, worker):
    workers.begin(name="w1")
    health.Worker.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))

    assert ready(client)[1]["worker"] == worker


def test_a_worker_that_ended_as_asked_works_no_more(client):
    workers.begin(name="w1")
    workers.leave(name="w1")

    code, told = ready(client)
    assert (code, told["status"], told["worker"]) == (503, "failing", "failing")


def test_a_full_disk_is_told(client, monkeypatch):
    workers.begin(name="w1")
    full = Usage(total=10**12, used=10**12 - health.LEAST_FREE + 1, free=health.LEAST_FREE - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: full)

    assert ready(client)[1]["disk"] == "failing"


def test_a_database_that_is_older_than_the_code_is_told(client, monkeypatch):
    monkeypatch.setattr(facts, "_fits", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'returns'")

    assert facts.missing_migrations()[0] == "returns.0001_initial"
    assert ready(client)[1]["migrations"] == "failing"


def test_without_its_database_it_says_so_and_no_more(client):
    def refuse(*args):
        raise OperationalError("password authentication failed for user sendpath")

    with connection.execute_wrapper(refuse):
        code, told = ready(client)

    assert code == 503
    assert told == {"status": "failing", "database": "failing", "disk": "ok"}


def test_the_command_gives_figures(today):
    workers.begin(name="w1")
    services.enqueue(kind="returns.forget", arguments={}, by=None)
    Job.objects.update(run_after=timezone.now() - timedelta(minutes=20))

    done = CliRunner().invoke(sendpath, ["health", "--json"])

    told = json.loads(done.stdout)
    assert (done.exit_code, told["checks"]["worker"], told["workers"]) == (0, True, 1)
    assert (told["jobs_waiting"], told["jobs_failed"]) == (1, 0)
    assert 1200 <= told["oldest_waiting_seconds"] < 1300
    assert told["database_bytes"] > 0
    assert told["backup_age_seconds"] is None


def test_the_command_says_in_words_what_to_do_and_ends_with_1():
    done = CliRunner().invoke(sendpath, ["health"])

    assert done.exit_code == 1
    assert "FAILING  No worker has been heard of for a minute. Start “sendpath worker”." in (
        done.output
    )


def test_the_age_of_the_last_backup_is_known_by_its_file(tmp_path):
    file = tmp_path / health.BACKUP
    file.touch()
    past = timezone.now().timestamp() - 3 * 60 * 60
    os.utime(file, (past, past))

    assert str(health.figures().backup) == "3 hours"
