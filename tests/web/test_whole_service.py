"""Pages that belong to no one part, and what people see when something is wrong."""

import pytest
from django.db import OperationalError, connection
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse


def test_the_service_says_it_is_well(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok"})


def test_the_service_says_when_it_cannot_reach_its_record(client, db):
    def refuse(*args):
        raise OperationalError("no connection")

    with connection.execute_wrapper(refuse):
        answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "unreachable"}


def test_the_accessibility_statement_is_open_to_all(client, db):
    page = client.get(reverse("accessibility"))
    assert page.status_code == 200
    assert "<h1" in page.text


@pytest.mark.parametrize("who", ["priya", "dana"])
def test_the_home_page_describes_each_place_a_person_may_use(client, request, who):
    user = request.getfixturevalue(who)
    client.force_login(user)
    page = client.get(reverse("home"))

    for place in page.context["places"]:
        assert (
            f'<a class="govuk-link" href="{reverse(place.url_name)}">{place.title}</a>' in page.text
        )
        assert place.description in page.text


def test_an_address_that_leads_nowhere_says_so(client, priya):
    client.force_login(priya)
    page = client.get("/no-such-page")
    assert page.status_code == 404
    assert "Page not found" in page.text
    assert "Priya Tester, SEND officer" in page.text


def test_a_form_from_another_session_is_refused_in_words(priya):
    client = Client(enforce_csrf_checks=True)
    page = client.post("/sign-in", {"username": "priya", "password": "x"})
    assert page.status_code == 403
    assert "Send the form again" in page.text


def test_the_page_for_a_fault_needs_nothing_else_to_work():
    page = render_to_string("500.html")
    assert "Something went wrong" in page
    assert 'href="/static/web/sendpath.css"' in page
