"""The system keeper sees what is stuck, has it run again or gives it up, and sees no child."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sendpath.jobs import services
from sendpath.jobs.models import Job
from sendpath.jobs.services import workers

pytestmark = pytest.mark.django_db

SECRET = "Amber Testchild is in the file twice."


@pytest.fixture(autouse=True)
def signed_in(client, sam):
    client.force_login(sam)


@pytest.fixture
def failed():
    job = services.enqueue(kind="returns.read", arguments={"upload": 7}, by=None)
    said = {"state": "failed", "fault": SECRET, "fault_code": "GaveUp", "attempts": 5}
    Job.objects.filter(pk=job.pk).update(ended_at=timezone.now() - timedelta(hours=2), **said)
    return job


def words_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def operations(client):
    return words_of(client.get(reverse("jobs:operations")).text)


def test_an_idle_service_says_what_is_amiss_and_what_is_due(client):
    page = operations(client)

    assert "No worker has been heard of for a minute. Start “sendpath worker”." in page
    assert "Nothing has failed." in page
    assert "Check that the record is whole When: Each day at 3:00am Last run: Not yet" in page
    assert "Last backup Not known." in page


def test_what_waits_and_runs_is_counted_by_kind(client):
    workers.begin(name="machine:42")
    services.enqueue(kind="returns.read", arguments={"upload": 7}, by=None)
    job = services.take(worker="machine:42")
    services.report(job, done=250, total=1000, doing="Reading people")
    for minutes in (90, 3):
        waiting = services.enqueue(kind="returns.forget", arguments={}, by=None)
        since = timezone.now() - timedelta(minutes=minutes)
        Job.objects.filter(pk=waiting.pk).update(run_after=since)

    page = operations(client)

    assert "No worker" not in page
    assert f"Read a SEN2 return (job {job.pk}) How far it is: 250 of about 1,000, 25%" in page
    assert (
        "Delete what is left of loaded files How many: 2 The oldest has waited: 1 hour See each"
    ) in page
    assert "The oldest job that could be done has waited 1 hour." in page
    assert "machine:42 State: At work What it is doing: Read a SEN2 return" in page


def test_a_failed_job_is_shown_by_its_code_and_never_by_its_words(client, failed):
    page = operations(client)

    assert f"Read a SEN2 return (job {failed.pk}) Fault: GaveUp after 5 attempts" in page
    assert "Failed: 2 hours ago" in page
    assert "Amber" not in client.get(reverse("jobs:operations")).text


def test_a_failed_job_is_run_again(client, failed):
    page = client.post(reverse("jobs:again", args=[failed.pk]), follow=True)

    assert f"Job {failed.pk} waits again." in words_of(page.text)
    assert services.take(worker="w").pk == failed.pk


def test_a_failed_job_is_given_up_with_a_reason(client, failed):
    address = reverse("jobs:give_up", args=[failed.pk])

    empty = client.post(address, {"because": ""})
    assert "Enter why it will not be done" in empty.text
    page = client.post(address, {"because": "Loaded again since"}, follow=True)

    assert f"Job {failed.pk} is given up." in words_of(page.text)
    assert Job.objects.get().state == "given_up"
    assert client.get(address).status_code == 404


def test_a_waiting_job_is_cancelled_once(client):
    job = services.enqueue(kind="returns.forget", arguments={}, by=None)
    assert "Delete what is left of loaded files" in client.get(reverse("jobs:waiting")).text

    for words in (f"Job {job.pk} is cancelled.", "It has changed since this page was shown."):
        page = client.post(reverse("jobs:cancel", args=[job.pk]), follow=True)
        assert words in words_of(page.text)

    assert "No job is waiting." in client.get(reverse("jobs:waiting")).text
