"""A family asks who has looked at their child's record, and is told within the day."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Askedabout")


@pytest.fixture
def lead(client, ingrid):
    """The information governance lead follows links, and reads what the pages say."""

    def reads(address, **query):
        client.force_login(ingrid)
        return client.get(address, query).text

    return reads


@pytest.fixture
def officer_opened_it(client, case, priya):
    client.force_login(priya)
    client.get(reverse("casework:case", args=[case.pk]))


def test_from_the_first_page_to_the_answer(lead, officer_opened_it, case):
    assert f'href="{reverse("oversight:findings")}"' in lead(reverse("home"))
    assert f'href="{reverse("oversight:find")}"' in lead(reverse("oversight:findings"))
    address = reverse("oversight:looks", args=[case.person_id])
    assert f'href="{address}"' in lead(reverse("oversight:find"), words="askedabout")

    answer = lead(address)
    assert "Amber Askedabout" in answer
    assert "Priya Tester" in answer
    assert "SEND officer, Hartwell council" in answer
    assert "Opened the record" in answer
    assert "To work on the case" in answer


def test_who_oversees_sees_who_looked_and_not_the_case(lead, client, officer_opened_it, case):
    address = reverse("oversight:looks", args=[case.person_id])

    assert case.person.full_name in lead(address)
    client.force_login(case.officer)
    assert address not in client.get(reverse("casework:case", args=[case.pk])).text
    assert client.get(address).status_code == 403


def test_every_member_of_staff_can_say_whom_they_know(client, priya):
    client.force_login(priya)

    assert f'href="{reverse("oversight:families")}"' in client.get(reverse("home")).text
