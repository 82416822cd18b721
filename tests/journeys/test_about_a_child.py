"""An officer keeps what is known about a child, from the page of the case."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.events import Kind
from sendpath.people.models import PersonFact
from sendpath.people.services import merging

pytestmark = pytest.mark.django_db

ORDER = {
    "kind": "prohibited_steps", "court": "", "document": "D-12",
    "forbids": "do not tell the father which school she goes to",
    "from_on_day": "3", "from_on_month": "5", "from_on_year": "2025",
}  # fmt: skip


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Witchcombe")


@pytest.fixture
def officer(client, priya):
    client.force_login(priya)
    return client


def save(client, name, *args, **said):
    return client.post(reverse(f"people:{name}", args=args), said, follow=True)


def test_the_page_is_reached_from_the_case_and_from_finding(officer, case):
    link = f'href="/people/{case.person_id}'

    assert link in officer.get(reverse("casework:case", args=[case.pk])).text
    assert link in officer.get(reverse("casework:find") + "?words=witchcombe").text
    page = officer.get(f"/people/{case.person_id}?case={case.pk}").text
    assert f'href="/cases/{case.reference}"' in page


@pytest.mark.parametrize("case_id", ["x", "²", "9" * 30, "-1", "<script>"])
def test_an_address_made_up_by_hand_leads_to_no_case(officer, case, case_id):
    page = officer.get(f"/people/{case.person_id}", {"case": case_id})

    assert page.status_code == 200
    assert 'href="/cases/' not in page.text


def test_an_order_is_recorded_and_stands_at_the_head_of_the_case(officer, case):
    page = save(officer, "add", case.person_id, "orders", **ORDER).text
    assert "Saved: court orders." in page

    page = officer.get(reverse("casework:case", args=[case.pk])).text
    assert "Prohibited steps order: do not tell the father which school she goes to" in page


def test_an_entry_is_changed_and_the_old_one_stays_in_the_history(officer, case):
    save(officer, "add", case.person_id, "pronouns", pronouns="she and her")
    fact = PersonFact.objects.get()
    save(officer, "change", case.person_id, "pronouns", fact.pk, pronouns="they and them")

    page = officer.get(f"/people/{case.person_id}").text
    assert "they and them" in page
    assert "she and her" not in page
    history = officer.get(f"/people/{case.person_id}/pronouns/history").text
    assert "she and her" in history
    assert "Replaced" in history


def test_an_entry_that_was_never_so_is_marked(officer, case):
    save(officer, "add", case.person_id, "pronouns", pronouns="she and her")
    fact = PersonFact.objects.get()
    assert (
        "Was this never so?"
        in officer.get(f"/people/{case.person_id}/pronouns/{fact.pk}/mistake").text
    )

    page = save(officer, "mistake", case.person_id, "pronouns", fact.pk).text

    assert "Marked as a mistake." in page
    assert "she and her" not in page
    assert officer.get(f"/people/{case.person_id}/pronouns/{fact.pk}").status_code == 404


def test_a_past_day_shows_what_was_known_then(officer, case, today):
    today(date(2026, 1, 26))
    save(officer, "add", case.person_id, "pronouns", pronouns="she and her")

    url = f"/people/{case.person_id}?known_on_day=25&known_on_month=1&known_on_year=2026"
    page = officer.get(url).text
    assert "she and her" not in page
    assert "known at the end of Sunday 25 January 2026" in page
    assert "Change or end" not in page


def test_what_is_missing_is_said(officer, case):
    page = save(officer, "add", case.person_id, "orders").text

    assert "Choose which order it is" in page
    assert "Enter what it forbids or requires" in page
    assert "Enter the first day" in page
    ended = {**ORDER, "to_on_day": "2", "to_on_month": "5", "to_on_year": "2025"}
    page = save(officer, "add", case.person_id, "orders", **ended).text
    assert "The last day must not be before the first" in page


def test_numbers_are_changed_and_the_old_one_still_finds_the_child(officer, case):
    old = case.person.upn
    page = save(officer, "numbers", case.person_id, upn="P999 2200 0001 1", uln="", nhs_number="")

    assert "The numbers are saved." in page.text
    assert f"{old}<br>Replaced by another" in page.text
    assert "Witchcombe" in officer.get(reverse("casework:find"), {"words": old}).text


def test_a_part_that_is_none_is_not_found(officer, case):
    for address in ("nonsense", "nonsense/history", "names/999", "names/999/mistake"):
        assert officer.get(f"/people/{case.person_id}/{address}").status_code == 404


def test_an_old_link_leads_to_the_record_that_stands_for_the_child(
    officer, case, make_case, marcus
):
    other = make_case(surname="Whitchcombe").person
    merging.merge(kept_id=case.person_id, other_id=other.pk, reason="One child", by=marcus)

    page = officer.get(f"/people/{other.pk}", follow=True)

    assert page.redirect_chain == [(f"/people/{case.person_id}", 302)]
    assert "Another record, 19 January 2026" in page.text


def test_text_is_shown_as_it_was_typed_and_never_run(officer, case):
    evil = "<script>alert(1)</script>"
    page = save(officer, "add", case.person_id, "contact_rules", kind="never", whom=evil, rule=evil)

    assert evil not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
