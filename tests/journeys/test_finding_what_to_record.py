"""An officer finds what to record among all that can be: likely things, headings, or words."""

import re
from datetime import date

import pytest
from django.urls import reverse

from sendpath.core.casefile.catalogue import OF_A_CHILD
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case, today, client, priya):
    today(date(2026, 1, 19))
    client.force_login(priya)
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"by": "parent"}))


def test_what_is_likely_is_offered_first_and_leads_to_its_form(client, case):
    page = client.get(reverse("casework:choose", args=[case.pk])).text
    form = reverse("casework:record", args=[case.pk, "ehc.assessment_decided"])

    link = f'<a class="govuk-link" href="{form}">Decided whether to assess</a>'
    assert page.index(link) < page.index("Request received") < page.rindex(link)
    assert "When was it decided whether to assess?" in client.get(form).text


def test_everything_that_can_be_recorded_stands_under_a_heading_of_the_contents(client, case):
    page = client.get(reverse("casework:choose", args=[case.pk])).text
    contents = re.findall(r'<a class="govuk-link" href="#([a-z-]+)">', page)
    under_headings = page[page.index("<section") :]

    assert contents == re.findall(r'<h2 class="govuk-heading-m" id="([a-z-]+)">', page)
    assert list(OF_A_CHILD) == re.findall(r'href="[^"]+/record/([^"]+)"', under_headings)


@pytest.fixture
def find(client, case):
    def found(words):
        page = client.get(reverse("casework:choose", args=[case.pk]), {"words": words}).text
        return page, re.findall(r'href="[^"]+/record/([^"]+)"', page)

    return found


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("FOI", ["foi.received", "duty.done.foi_respond"]),
        ("  conferences ", ["care.icpc_held", "duty.done.care_rcpc"]),
        ("Final plan", ["plan.finalised_sent"]),
        ("plan FINAL", ["plan.finalised_sent"]),
        ("re-assess decide", ["reassess.decided_own_initiative"]),
        ("reassess decide", ["reassess.decided_own_initiative"]),
    ],
)
def test_it_is_found_by_the_words_that_officers_use(find, words, keys):
    page, found = find(words)

    assert found == keys
    assert "Likely now" not in page
    count = "1 entry" if len(keys) == 1 else f"{len(keys)} entries"
    assert f"{count} found for “{words.strip()}”." in page


def test_words_that_find_nothing_lead_back_to_everything(find, client, case):
    page, found = find("zebra")
    everything = reverse("casework:choose", args=[case.pk])

    assert found == []
    assert "Nothing is found for “zebra”. Try fewer words, or others." in page
    assert f'<a class="govuk-link" href="{everything}">Show everything</a>' in page


@pytest.mark.parametrize("words", ["x" * 101, "plan\0"])
def test_words_that_cannot_be_looked_for_are_said_to_be_wrong(find, words):
    page, found = find(words)

    assert "<title>Error: What happened? – SEND Path</title>" in page
    assert set(OF_A_CHILD) == set(found)
