"""The first page shows a return that waits to whoever may accept it, and to nobody else."""

import pytest
from django.urls import reverse

from sendpath.jobs.models import Job
from sendpath.returns.models import Upload
from sendpath.returns.services import accepting, uploads
from tests.returns.conftest import DAY, a_file, a_person

pytestmark = pytest.mark.django_db

HEADING = "Waiting for you"


@pytest.fixture
def home(client, today):
    today(DAY)

    def open_as(user):
        client.force_login(user)
        return client.get(reverse("home"))

    return open_as


def asked(page):
    return [(line.asked, line.href) for line in page.context["waiting"]]


def test_nothing_is_shown_when_nothing_waits(home, dana, load):
    load(a_file(a_person()))

    page = home(dana)

    assert asked(page) == []
    assert HEADING not in page.text


def test_a_return_that_is_read_waits_for_the_data_officer(home, dana, stage):
    upload = stage(a_file(a_person()))
    href = reverse("returns:upload", args=[upload.pk])

    page = home(dana)

    assert asked(page) == [("Accept or cancel sen2.xml, the return of January 2026", href)]
    assert HEADING in page.text
    assert f'<a class="govuk-link" href="{href}">Accept or cancel' in page.text
    assert "Loaded 19 January 2026 at " in page.text
    assert " by Dana Tester" in page.text


@pytest.mark.parametrize("who", ["priya", "marcus", "helen"])
def test_who_may_not_accept_it_is_shown_nothing(home, stage, request, who):
    stage(a_file(a_person()))

    page = home(request.getfixturevalue(who))

    assert asked(page) == []
    assert HEADING not in page.text
    assert "sen2.xml" not in page.text


@pytest.mark.parametrize("end", [uploads.cancel, accepting.accept])
def test_it_no_longer_waits_once_it_is_accepted_or_cancelled(home, dana, stage, end):
    end(upload=stage(a_file(a_person())), by=dana)

    assert asked(home(dana)) == []


def stop(upload, state):
    """Have the work of an upload in this state end as its job does after its last attempt."""
    job = Job.objects.create(
        kind="returns.read",
        state="failed",
        run_after=upload.uploaded_at,
        asked_at=upload.uploaded_at,
    )
    Upload.objects.filter(pk=upload.pk).update(state=state, job=job)


@pytest.mark.parametrize("state", ["reading", "accepting"])
def test_work_that_has_stopped_waits_too(home, client, dana, stage, state):
    upload = stage(a_file(a_person()))
    stop(upload, state)
    href = reverse("returns:upload", args=[upload.pk])

    assert asked(home(dana)) == [
        ("Go on with sen2.xml, the return of January 2026: its work has stopped", href)
    ]
    assert "Stopped" in client.get(reverse("returns:start")).text


@pytest.mark.parametrize("state", ["reading", "accepting"])
def test_work_that_goes_on_waits_for_nobody(home, dana, stage, state):
    upload = stage(a_file(a_person()))
    Upload.objects.filter(pk=upload.pk).update(state=state)

    assert asked(home(dana)) == []


@pytest.mark.parametrize(("waiting", "more"), [(3, 0), (4, 1)])
def test_the_latest_three_are_listed_and_the_rest_counted(home, dana, stage, waiting, more):
    latest = [stage(a_file(a_person())).pk for _ in range(waiting)][::-1]

    lines = asked(home(dana))

    assert [href for _, href in lines[:3]] == [
        reverse("returns:upload", args=[pk]) for pk in latest[:3]
    ]
    assert lines[3:] == [("See all 4 returns that wait", reverse("returns:start"))][:more]
