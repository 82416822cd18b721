"""The legal lead checks a rule and adopts a reading, and everyone sees it; nobody else may."""

import re
from datetime import date

import pytest
from django.urls import reverse

from sendpath.lawbook.models import AdoptedReading, RuleCheck

pytestmark = pytest.mark.django_db

CHECKED = {
    "verified_on_day": "12", "verified_on_month": "1", "verified_on_year": "2026",
    "name": "Lena Okoro", "role": "Solicitor, Hartwell Council", "note": "Read online.",
    "read_it": "on",
}  # fmt: skip
ADOPTED = {
    "reading": "by", "since_day": "1", "since_month": "9", "since_year": "2025",
    "reason": "The panel meets on the day itself.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 1, 19))


@pytest.fixture
def as_lena(client, lena):
    client.force_login(lena)
    return client


def plain(page):
    return " ".join(re.sub(r"<[^>]*>", " ", page.text).split())


def public(client, name, *args):
    client.logout()
    return plain(client.get(reverse(f"lawbook:{name}", args=args)))


def test_a_check_shows_to_everyone_on_the_list_and_on_the_rule(as_lena):
    rule = as_lena.get(reverse("lawbook:rule", args=["provide_advice"]))
    assert "Nobody in Hartwell has checked it" in rule.text
    assert "Record a check of this rule" in rule.text

    done = as_lena.post(reverse("lawbook:check", args=["provide_advice"]), CHECKED, follow=True)

    assert "The check is recorded" in done.text
    assert (
        "Checked against the law itself on Monday 12 January 2026 by Lena Okoro, Solicitor, "
        "Hartwell Council. Read online." in public(as_lena, "rule", "provide_advice")
    )
    assert "Checked on 12 January 2026 by Lena Okoro" in public(as_lena, "time_limits")


def test_a_reading_adopted_is_shown_with_its_day_and_reason_and_moves_no_date(as_lena):
    address = reverse("lawbook:dates") + "?what=phase.transfer_planned&on=2026-09-01"
    before = plain(as_lena.get(address))

    done = as_lena.post(reverse("lawbook:adopt", args=["A1"]), ADOPTED, follow=True)

    assert "It changes no date" in done.text
    assert plain(as_lena.get(address)) == before
    told = public(as_lena, "readings")
    assert "Hartwell goes by “No. The Code of Practice says “by”" in told
    assert "since 1 September 2025. The panel meets on the day itself." in told
    assert "Lena Tester, Legal lead" in told
    assert "The panel meets on the day itself." in public(as_lena, "rule", "phase_transfer_15_feb")


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("name", "Enter your name as it should be shown"),
        ("role", "Enter your role as it should be shown"),
        ("read_it", "Confirm that you have read the provision itself"),
        ("verified_on_day", "The date you checked it must include a day"),
    ],
)
def test_a_check_that_says_too_little_is_not_recorded(as_lena, left_out, words):
    said = {name: value for name, value in CHECKED.items() if name != left_out}
    page = as_lena.post(reverse("lawbook:check", args=["provide_advice"]), said)

    assert words in page.text
    assert not RuleCheck.objects.exists()


def test_a_check_that_has_not_happened_yet_is_not_recorded(as_lena):
    page = as_lena.post(
        reverse("lawbook:check", args=["provide_advice"]), {**CHECKED, "verified_on_day": "20"}
    )

    assert "The date you checked it must be today or in the past" in page.text
    assert not RuleCheck.objects.exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reading": "sent"}, "Select a valid choice"),
        ({"reading": ""}, "Choose the reading the area goes by"),
        ({"reason": ""}, "Say why the area goes by it"),
        ({"since_month": "13"}, "must be a real date"),
    ],
)
def test_a_reading_that_says_too_little_is_not_recorded(as_lena, changed, words):
    page = as_lena.post(reverse("lawbook:adopt", args=["A1"]), {**ADOPTED, **changed})

    assert words in page.text
    assert not AdoptedReading.objects.exists()


@pytest.mark.parametrize("who", ["priya", "marcus", "dana", "helen"])
def test_nobody_else_may_do_either(client, request, who):
    client.force_login(request.getfixturevalue(who))

    check = client.post(reverse("lawbook:check", args=["provide_advice"]), CHECKED)
    adopt = client.post(reverse("lawbook:adopt", args=["A1"]), ADOPTED)

    assert (check.status_code, adopt.status_code) == (403, 403)
    assert not RuleCheck.objects.exists()
    assert not AdoptedReading.objects.exists()


def test_the_legal_lead_sees_nobodys_case(as_lena, make_case):
    case = make_case()
    home = as_lena.get("/").text

    assert "Worklist" not in home
    assert "Duties in the cases" not in home
    assert as_lena.get(reverse("casework:case", args=[case.pk])).status_code == 404
    assert as_lena.get(reverse("casework:worklist")).status_code == 403
