"""Cases count school days by the calendar of the school they name, and again when it changes."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.casework.models import CaseDeadline
from sendpath.casework.services import deadlines
from sendpath.casework.services.school_days import AT_ONCE
from sendpath.core.casefile.events import Kind
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one

pytestmark = pytest.mark.django_db

URN = "990001"
CONSULTED = date(2026, 5, 18)
WRONG = date(2001, 1, 1)


@pytest.fixture
def consulted(make_case, today):
    """Make a case in which a school was consulted whose days are to be counted."""
    today(date(2026, 5, 20))

    def make(urn=URN):
        return make_case(
            (Kind.CONSULTATION_SENT, CONSULTED, {"setting": "100001", "calendar": urn})
        )

    return make


def spoil():
    """Put a date into every deadline that working it out again would mend."""
    CaseDeadline.objects.update(due_on=WRONG)


def mended(*cases):
    return [not case.deadlines.filter(due_on=WRONG).exists() for case in cases]


def test_the_page_counts_by_the_school_once_its_calendar_is_published(
    consulted, publish, client, priya
):
    case = consulted()
    client.force_login(priya)
    address = reverse("casework:case", args=[case.pk])
    reading = "15 school days, as some councils ask) gives Monday 15 June 2026"
    assert reading not in client.get(address).text

    publish(URN)

    assert reading in client.get(address).text


def test_only_the_cases_that_name_the_school_are_worked_out_again(consulted, publish):
    one, two, other = consulted(), consulted("990002+990001"), consulted("990003")
    spoil()

    publish(URN)

    assert mended(one, two, other) == [True, True, False]
    assert not Job.objects.exists()


def test_many_cases_are_worked_out_by_a_job(consulted, publish, priya):
    cases = [consulted() for _ in range(AT_ONCE + 1)]
    other = consulted("990003")
    spoil()

    publish(URN)
    job = Job.objects.get()
    assert (job.kind, job.arguments, job.asked_by) == ("casework.school_days", {"urns": URN}, priya)
    assert not any(mended(*cases))

    run_one(worker="test")
    job.refresh_from_db()
    assert (job.state, job.steps_total) == (Job.State.DONE, AT_ONCE + 1)
    assert all(mended(*cases))
    assert mended(other) == [False]


def test_a_hundred_cases_need_no_job(consulted, publish):
    for _ in range(AT_ONCE):
        consulted()

    publish(URN)

    assert not Job.objects.exists()


def test_a_rebuild_asks_once_what_the_calendars_are(
    consulted, publish, django_assert_max_num_queries
):
    publish(URN)
    ids = [consulted().pk for _ in range(3)]
    deadlines.rebuild(case_ids=ids)

    with django_assert_max_num_queries(8) as queries:
        deadlines.rebuild(case_ids=ids)

    asked = [q for q in queries.captured_queries if "establishments_" in q["sql"]]
    assert len(asked) == 1
