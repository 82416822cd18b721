"""A safe address and a sealed name appear nowhere for anybody who may not see them."""

from __future__ import annotations

import logging
from datetime import date

import pytest
from django.urls import reverse

from everybody import tie_to
from people.pairs import a_pair
from sendpath.audit.models import AuditEntry
from sendpath.core.casefile.events import Kind
from sendpath.core.people.parts import PARTS
from sendpath.people.services.facts import change_numbers, record_fact

pytestmark = pytest.mark.django_db

SECRETS = ("Nowhere Lane", "QX7 7QX", "QX77QX", "Birthname", "Secretname", "9990000018")
NHS, NEW_NHS = "9990000018", "9990000026"


@pytest.fixture
def case(make_case, today, priya):
    today(date(2026, 1, 19))
    case = make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Witchcombe", postcode="QX7 7QX"
    )
    child = case.person
    change_numbers(person=child, numbers={"nhs_number": NHS}, by=priya)
    change_numbers(person=child, numbers={"nhs_number": NEW_NHS}, by=priya)
    for part, answers in (
        ("addresses", {"kind": "home", "address": "7 Nowhere Lane", "postcode": "QX7 7QX",
                       "disclose": "no"}),
        ("names", {"kind": "sealed", "forename": "Secretname", "surname": "Birthname"}),
    ):  # fmt: skip
        record_fact(
            person=child, part=PARTS[part], answers=answers, from_on=None, to_on=None, by=priya
        )
    return case


@pytest.fixture
def tied(case, everybody, dana):
    """Tie everybody to the child who can be, so that they would see what is not kept from them."""
    tie_to(case.person, everybody, dana)


@pytest.fixture
def pages(case, make_case, client):
    """Return every page that shows something of a child, as one user is answered."""
    match = a_pair(case.person, make_case(surname="Whitchcombe", postcode="QX7 7QX").person)
    pk = case.person_id
    addresses = [
        reverse("casework:case", args=[case.pk]),
        reverse("casework:case", args=[case.pk]) + "?record=whole",
        reverse("casework:rights", args=[case.pk]),
        reverse("casework:dates_ics", args=[case.pk]),
        reverse("casework:worklist"),
        reverse("casework:worklist_csv"),
        reverse("casework:find") + "?words=witchcombe",
        reverse("people:person", args=[pk]),
        reverse("people:person", args=[pk])
        + "?known_on_day=19&known_on_month=1&known_on_year=2026",
        *(reverse("people:history", args=[pk, key]) for key in PARTS),
        reverse("people:matches"),
        reverse("people:match", args=[match.pk]),
        reverse("people:join", args=[match.pk]),
        reverse("people:decide", args=[match.pk]),
        reverse("home"),
    ]

    def read(user):
        client.force_login(user)
        return {address: client.get(address).text for address in addresses}

    return read


def leaks(told, secrets=SECRETS):
    return {(place, secret) for place, text in told.items() for secret in secrets if secret in text}


NOT_ALLOWED = ("finance_officer", "quality_lead", "mediator", "senco", "parent", "inspector")


@pytest.mark.parametrize("role", NOT_ALLOWED)
def test_somebody_who_may_not_sees_neither_on_any_page(pages, case, everybody, tied, role):
    user = everybody[role]
    allowed = {detail.value for one in user.roles for detail in one.details}
    secrets = [
        *(SECRETS[:3] if "safe_address" not in allowed else ()),
        *(SECRETS[3:] if "social_care" not in allowed else ()),
    ]
    assert secrets  # else the role would prove nothing

    assert leaks(pages(user), secrets) == set()


def test_the_data_officer_sees_no_safe_address(pages, dana):
    assert leaks(pages(dana), SECRETS[:3]) == set()


def test_of_two_records_at_one_safe_address_both_are_withheld(pages, dana, case):
    told = next(text for place, text in pages(dana).items() if place.startswith("/people/matches/"))

    assert "Not shown: a safe address" in told


def test_somebody_who_may_does_see_them(pages, priya):
    found = {secret for _, secret in leaks(pages(priya))}

    assert {"Nowhere Lane", "Birthname", "Secretname"} <= found


@pytest.mark.parametrize("words", ["Nowhere Lane", "QX7 7QX", "Birthname", "Secretname", NHS])
def test_neither_finds_anybody_whoever_searches(case, client, helen, words):
    client.force_login(helen)

    page = client.get(reverse("casework:find"), {"words": words}).text

    assert "Witchcombe" not in page


def test_a_name_in_use_does_find(case, client, helen, priya):
    record_fact(
        person=case.person,
        part=PARTS["names"],
        answers={"kind": "known_as", "forename": "Bramble", "surname": ""},
        from_on=None,
        to_on=None,
        by=priya,
    )
    client.force_login(helen)

    assert "Witchcombe" in client.get(reverse("casework:find"), {"words": "bramble"}).text


def test_neither_is_in_the_log_of_changes(case):
    written = repr(list(AuditEntry.objects.values_list("act", "subject", "details")))

    assert not [secret for secret in SECRETS if secret in written]


def test_neither_is_in_the_logs_of_the_service(pages, helen, priya, dana, caplog):
    with caplog.at_level(logging.DEBUG):
        for user in (helen, priya, dana):
            pages(user)

    assert not [secret for secret in SECRETS if secret in caplog.text]
