"""Somebody opens a record they do not see, others are told at once, and one looks into it."""

from datetime import date

import pytest

from sendpath.audit.models import AuditEntry
from sendpath.core.casefile.events import Kind
from sendpath.people.models import EmergencyAccess

pytestmark = pytest.mark.django_db

OPEN = "/emergency"
WORDS = "The family is at the police station and the child needs a school place today."


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Northchild")


@pytest.fixture
def ivy(make_user):
    """The information governance officer."""
    return make_user("ivy", role="information_governance")


@pytest.fixture
def ask(client, case):
    def send(user, **said):
        client.force_login(user)
        whole = {"number": case.person.upn, "reason": "safety", "words": WORDS, **said}
        return client.post(OPEN, whole, follow=True)

    return send


def test_a_record_opens_and_those_who_should_know_are_told(client, ask, case, tom, marcus, ivy):
    page = ask(tom)

    assert page.redirect_chain == [(f"/cases/{case.reference}", 302)]
    assert "This record is open to you for 24 hours. Others are told." in page.text
    assert "You opened this record in an emergency." in page.text
    assert "Record what happened" not in page.text
    for reviewer in (marcus, ivy):
        client.force_login(reviewer)
        assert "1 record was opened in an emergency." in client.get("/").text
        assert "Northchild, opened by Tom Tester" in client.get("/emergency/opened").text


def test_one_of_them_says_whether_it_was_justified(client, ask, case, tom, ivy):
    ask(tom)
    opening = EmergencyAccess.objects.get()
    address = f"/emergency/opened/{opening.pk}"
    client.force_login(ivy)
    assert WORDS in client.get(address).text

    assert "There is a problem" in client.post(address, {}).text
    said = {"justified": "no", "finding": "The duty officer was there."}
    page = client.post(address, said, follow=True)

    assert "Your finding is on record." in page.text
    assert "Nothing waits to be looked into." in page.text
    assert "Not justified" in page.text
    assert "opened in an emergency. Say" not in client.get("/").text
    assert "already said whether" in client.post(address, said).text
    client.force_login(tom)
    assert client.get(f"/cases/{case.reference}").status_code == 404  # it closed at once


def test_nobody_looks_into_their_own(client, ask, case, make_user, south, marcus):
    manager = make_user("mo", role="team_manager", team=south)
    ask(manager)
    opening = EmergencyAccess.objects.get()
    case.team = south  # as if the case were handed over to them
    case.save()
    client.force_login(manager)
    address = f"/emergency/opened/{opening.pk}"

    assert "somebody else looks into it" in client.get(address).text
    assert client.post(address, {"justified": "yes", "finding": "Fine"}).status_code == 403


def test_a_name_and_date_of_birth_will_do_if_they_are_exact(ask, case, tom):
    who = {"number": "", "forename": "amber", "surname": "NORTHCHILD"}
    born = {"born_on_day": "14", "born_on_month": "3", "born_on_year": "2015"}

    assert "open to you for 24 hours" in ask(tom, **who, **born).text


@pytest.mark.parametrize(
    "who",
    [
        {"number": "Z999999999999"},
        {"number": "", "forename": "Amber", "surname": "Northchil", "born_on_day": "14",
         "born_on_month": "3", "born_on_year": "2015"},
        {"number": "", "forename": "Amber", "surname": "Northchild", "born_on_day": "15",
         "born_on_month": "3", "born_on_year": "2015"},
    ],
)  # fmt: skip
def test_nothing_like_it_is_found_and_the_attempt_is_logged(ask, case, tom, who):
    assert "Nobody on record is exactly that." in ask(tom, **who).text
    assert not EmergencyAccess.objects.exists()
    assert AuditEntry.objects.filter(act="emergency_found_nobody", by="tom").count() == 1


def test_two_people_so_named_are_nobody(ask, make_case, case, tom):
    make_case(surname="Northchild")
    born = {"born_on_day": "14", "born_on_month": "3", "born_on_year": "2015"}

    page = ask(tom, number="", forename="Amber", surname="Northchild", **born)

    assert "Nobody on record is exactly that." in page.text


def test_a_record_already_in_sight_is_not_opened(ask, case, priya):
    assert "nothing was opened" in ask(priya).text
    assert not EmergencyAccess.objects.exists()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"number": ""}, "Enter a number, or else first name, last name and date of birth"),
        ({"reason": ""}, "Choose why it cannot wait"),
        ({"words": ""}, "Say what is happening"),
        ({"words": "Urgent"}, "Say a little more, so that somebody else can judge it"),
    ],
)
def test_what_is_missing_is_asked_for(ask, case, tom, said, message):
    assert message in ask(tom, **said).text
    assert not EmergencyAccess.objects.exists()


def test_the_log_says_who_opened_whose_and_holds_no_name(ask, case, tom):
    ask(tom)

    entry = AuditEntry.objects.get(act="record_opened_in_emergency")
    assert (entry.by, entry.subject) == ("tom", f"person:{case.person_id}")
    assert "Northchild" not in str(entry.details)
    assert WORDS not in str(entry.details)
