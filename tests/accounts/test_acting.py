"""A look is logged before its page is given, as what it was and no more often."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from sendpath.audit.models import AuditEntry, Chain
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Lookedat")


@pytest.fixture
def get(client):
    def get(name, *arguments, by, **query):
        client.force_login(by)
        return client.get(reverse(name, args=arguments), query)

    return get


def looks():
    return list(AuditEntry.objects.filter(chain=Chain.LOOKS))


def test_opening_a_case_says_who_as_what_for_whom_and_why(get, case, priya):
    get("casework:case", case.pk, by=priya)

    (look,) = looks()
    assert (look.by, look.user, look.role) == ("priya", priya.pk, "SEND officer")
    assert (look.organisation, look.purpose) == ("Hartwell council", "casework")
    assert (look.act, look.child, look.case) == ("casework:case", case.person_id, case.pk)
    assert len(look.request) == 16


def test_who_only_oversees_looks_for_that_on_every_page(get, case, ingrid):
    get("oversight:looks", case.person_id, by=ingrid)

    assert [look.purpose for look in looks()] == ["oversight"]


def test_a_list_is_one_look(get, make_case, case, priya):
    others = [make_case((Kind.REQUEST_RECEIVED, date(2025, 11, n))) for n in (3, 4)]
    get("casework:worklist", by=priya)

    (look,) = looks()
    shown = sorted(one.pk for one in [case, *others])
    assert look.listed == " " + " ".join(f"c{pk}" for pk in shown) + " "
    assert look.details == {"shown": 3}


@pytest.mark.parametrize("name", ["casework:case", "casework:record"])
def test_what_was_not_given_was_not_seen(get, case, tom, ingrid, name):
    more = [Kind.DRAFT_SENT.value] if name == "casework:record" else []
    assert get(name, case.pk, *more, by=tom).status_code == 404
    assert get(name, case.pk, *more, by=ingrid).status_code == 404

    assert looks() == []


def test_an_empty_list_is_no_look(get, priya):
    get("casework:worklist", by=priya)
    get("casework:find", by=priya, words="nobody at all")

    assert looks() == []


def test_a_form_sent_back_is_a_look_and_one_that_leads_on_is_none(
    client, case, marcus, priya, north
):
    client.force_login(marcus)
    address = reverse("casework:allocate", args=[case.pk])
    client.post(address, {"holder": ""})
    assert [look.act for look in looks()] == ["casework:allocate"]

    client.post(address, {"holder": f"officer-{priya.pk}-{north.pk}"})
    assert len(looks()) == 1
    change = AuditEntry.objects.filter(act="cases_allocated").get()
    assert (change.case, change.child, change.role) == (case.pk, case.person_id, "Team manager")
    assert change.purpose == "casework"


def test_no_page_without_its_entry(client, case, priya):
    client.force_login(priya)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_auditentry RENAME TO mislaid")

    answer = client.get(reverse("casework:case", args=[case.pk]))

    assert answer.status_code == 500
    assert "Lookedat" not in answer.text
