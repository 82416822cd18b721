"""An officer adds a child, and is shown first who in the record it may be."""

from datetime import date

import pytest
from django.urls import reverse

from people.pairs import look
from sendpath.core.people.parts import PARTS
from sendpath.people.models import Person
from sendpath.people.services import add_nhs_numbers
from sendpath.people.services.facts import record_fact

pytestmark = pytest.mark.django_db

AMBER = {
    "forename": "Amber", "surname": "Whitchcombe", "sex": "F", "postcode": "ZZ1 1ZZ",
    "birth_date_day": "14", "birth_date_month": "3", "birth_date_year": "2015",
    "upn": "", "uln": "", "nhs_number": "",
}  # fmt: skip


@pytest.fixture
def amber(make_case, today):
    today(date(2026, 1, 19))
    person = make_case(surname="Witchcombe").person
    look()
    return person


@pytest.fixture
def officer(client, priya):
    client.force_login(priya)
    return client


def add(client, **said):
    return client.post(reverse("casework:add_child"), {**AMBER, **said}, follow=True)


def test_who_it_may_be_is_shown_before_anybody_is_added(officer, amber):
    page = add(officer).text

    assert "Is it one of these?" in page
    assert f'href="/people/{amber.pk}"' in page
    assert "Surname: spelt almost alike" in page
    assert Person.objects.count() == 1


def test_none_of_these_is_added_with_a_case_of_the_officers_own(officer, amber, priya):
    page = add(officer, step="save")

    added = Person.objects.exclude(pk=amber.pk).get()
    case = added.cases.get()
    assert page.redirect_chain == [(reverse("casework:case", args=[case.pk]), 302)]
    assert (case.officer, case.team.name) == (priya, "North")
    assert (added.ethnicity, added.upn_unknown) == ("NOBT", "UN8")


def test_somebody_like_nobody_is_added_at_once(officer, amber):
    page = add(officer, forename="Dilan", surname="Okafor", birth_date_year="2012", postcode="")

    assert "Added, with a first case." in page.text


def test_of_those_whom_the_officer_may_not_see_only_the_number_is_told(client, amber, tom):
    client.force_login(tom)

    page = add(client).text

    assert "1 record that you may not see is like this too" in page
    assert "Witchcombe" not in page.replace("Whitchcombe", "")


def test_a_number_finds_them_whatever_the_name_is(officer, amber):
    add_nhs_numbers(numbers={amber.pk: "9990000018"})

    page = add(officer, surname="Okafor", postcode="", nhs_number="999 000 0018").text

    assert "The same NHS number".lower() in page.lower()
    assert "Shared number" in page
    again = add(officer, surname="Okafor", postcode="", nhs_number="999 000 0018", step="save")
    assert "Somebody on record has one of these numbers." in again.text
    assert Person.objects.count() == 1


def test_a_safe_address_cannot_be_found_by_guessing_it(client, amber, priya, dana):
    safe = {"kind": "home", "address": "x", "postcode": "ZZ1 1ZZ", "disclose": "no"}
    record_fact(
        person=amber, part=PARTS["addresses"], answers=safe, from_on=None, to_on=None, by=priya
    )
    client.force_login(dana)
    assert "Postcode" not in add(client).text

    client.force_login(priya)
    assert "Postcode: the same" in add(client).text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"forename": ""}, "Enter the first name"),
        ({"surname": ""}, "Enter the surname"),
        ({"sex": ""}, "Choose the sex"),
        ({"birth_date_day": ""}, "The date of birth must include a day"),
        ({"birth_date_year": "2027"}, "Date of birth must be in the past"),
        ({"birth_date_year": "2000", "birth_date_month": "1"}, "it makes them 26 or older"),
        ({"upn": "A999220000011"}, "Check the UPN: it has a mistake in it"),
        ({"nhs_number": "9990000019"}, "Check the NHS number: it has a mistake in it"),
    ],
)
def test_what_is_missing_or_wrong_is_said(officer, amber, said, words):
    page = add(officer, **said).text

    assert "There is a problem" in page
    assert words in page
    assert Person.objects.count() == 1


def test_somebody_turns_26_on_their_birthday(officer, amber):
    page = add(officer, birth_date_year="2000", birth_date_month="1", birth_date_day="20",
               surname="Okafor")  # fmt: skip
    assert "Added, with a first case." in page.text
    page = add(officer, birth_date_year="2000", birth_date_month="1", birth_date_day="19").text
    assert "it makes them 26 or older" in page
