"""The data officer loads the register; an officer finds a school in it, and what came before it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from establishments.made_up_register import CLOSED, extract, links, named, school
from sendpath.establishments.models import RegisterLoad
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one

pytestmark = pytest.mark.django_db

NAME = "edubasealldata20260119.csv"


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 2, 1))


@pytest.fixture
def as_dana(client, dana):
    client.force_login(dana)
    return client


def words_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def send(client, file, name=NAME, linked=None, **said):
    file.name = name
    files = {"file": file} | ({"links": linked} if linked else {})
    return client.post(reverse("register:load"), {**files, **said}, follow=True)


def page(client, name, *args):
    return words_of(client.get(reverse(f"register:{name}", args=args)).text)


def test_an_extract_is_loaded_looked_at_accepted_and_read(as_dana, client, priya):
    before = links(("990002", "990001", "Wychcombe School", "Predecessor", "31-08-2025"))
    before.name = "links_edubasealldata20260119.csv"
    rows = school(**CLOSED), school("990002", **named("Wychcombe Academy")), school("1")
    sent = send(as_dana, extract(*rows), linked=before)

    assert "Waiting to begin." in words_of(sent.text)
    run_one(worker="tests")
    pk = RegisterLoad.objects.get().pk
    check = page(as_dana, "upload", pk)
    assert "the register as it was on 19 January 2026" in check
    assert "New: not in the register yet 2 See them" in check
    assert "Rows left out for a fault 1" in check
    assert "Links between establishments 1" in check
    assert "Wychcombe Academy URN: 990002" in page(as_dana, "changes", pk, "new")
    assert "The URN must be 6 numbers. Have it put right in GIAS. Left out" in page(
        as_dana, "faults", pk
    )

    as_dana.post(reverse("register:accept", args=[pk]))
    run_one(worker="tests")

    assert "The extract is recorded" in page(as_dana, "upload", pk)
    client.force_login(priya)
    found = words_of(client.get(reverse("register:find"), {"words": "wychcombe"}).text)
    assert "said on 19 January 2026" in found
    assert "2 establishments" in found
    shown = page(client, "show", "990002")
    assert "Wychcombe Academy Open This is what the national register" in shown
    assert "Predecessor: Wychcombe School (URN 990001), 31 August 2025" in shown
    assert "Address 1 Made-up Lane, Ashdown, ZZ1 1ZZ" in shown
    assert "Headteacher Ms Zoë Teststone" in shown
    assert "Closed 31 August 2025" in page(client, "show", "990001")


def test_the_page_of_a_school_and_that_of_its_term_dates_lead_to_each_other(
    as_dana, client, priya, publish
):
    publish("990001")
    client.force_login(priya)

    shown = client.get(reverse("register:show", args=["990001"])).text
    assert "it is known by its term dates alone" in shown
    assert f'href="{reverse("establishments:school", args=["990001"])}"' in shown
    dates = client.get(reverse("establishments:school", args=["990001"])).text
    assert f'href="{reverse("register:show", args=["990001"])}"' in dates


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("schools.csv", {}, "Enter the day of the extract: the name of the file does not say"),
        ("edubasealldata20260231.csv", {}, "Enter the day of the extract"),
        (
            "schools.csv",
            {"extract_on_day": "2", "extract_on_month": "2", "extract_on_year": "2026"},
            "The day of the extract must be today or in the past",
        ),
    ],
)
def test_a_day_that_is_missing_or_to_come_is_asked_for(as_dana, name, said, words):
    assert words in send(as_dana, extract(school()), name, **said).text
    assert not RegisterLoad.objects.exists()


def test_a_file_that_is_none_is_refused_at_once_and_nothing_chosen_is_asked_for(as_dana):
    assert "It is the file of links." in send(as_dana, links(), NAME).text
    assert "Choose the establishment file" in as_dana.post(reverse("register:load"), {}).text


def test_a_load_is_cancelled_after_a_question(as_dana):
    send(as_dana, extract(school()))
    run_one(worker="tests")
    pk = RegisterLoad.objects.get().pk

    assert "Cancel this extract?" in page(as_dana, "cancel", pk)
    as_dana.post(reverse("register:cancel", args=[pk]))

    assert "The extract was cancelled" in page(as_dana, "upload", pk)
    assert (
        reverse("register:upload", args=[pk])
        == as_dana.get(reverse("register:cancel", args=[pk])).headers["Location"]
    )


def test_work_that_stopped_can_go_on(as_dana):
    send(as_dana, extract(school()))
    Job.objects.update(state="failed")
    pk = RegisterLoad.objects.get().pk

    assert "It stopped before the end" in page(as_dana, "upload", pk)
    assert "Stopped" in page(as_dana, "loads")
    as_dana.post(reverse("register:again", args=[pk]))
    run_one(worker="tests")

    assert RegisterLoad.objects.get().state == "ready"
