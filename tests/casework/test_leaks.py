"""Nothing that somebody may not see reaches them by another way: each with data that could."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from everybody import tie_to
from sendpath.accounts.roles import ROLES
from sendpath.core.casefile.details import Detail
from sendpath.core.casefile.events import Kind
from sendpath.people.services.involvement import end_involvement

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)
EVERYTHING = (
    (Kind.REQUEST_RECEIVED, date(2025, 11, 24), {"by": "parent"}),
    (Kind.CARE_REFERRAL_RECEIVED, date(2025, 12, 1)),
    (Kind.STRATEGY_DISCUSSION, date(2025, 12, 8)),
    (Kind.REFERRAL_RECEIVED, date(2025, 12, 9), {"pathway": "autism", "consultant_led": True}),
    (Kind.BECAME_LOOKED_AFTER, date(2025, 12, 10)),
    (Kind.BUDGET_FIRST_PAYMENT, date(2025, 12, 11)),
    (Kind.ASSESSMENT_DECIDED, date(2026, 1, 2), {"outcome": "assess"}),
)


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def seen(make_case, everybody, priya):
    """A child with whom everybody is involved, about whom there is something of every kind."""
    case = make_case(*EVERYTHING, surname="Seenchild")
    tie_to(case.person, everybody, priya)
    return case


@pytest.fixture
def unseen(make_case, tom):
    """A child with the same first name, as much on record, and nobody's but the south team's."""
    return make_case(*EVERYTHING, surname="Unseenchild", officer=tom)


@pytest.fixture
def page(client):
    def of(user, address):
        client.force_login(user)
        answer = client.get(address)
        return b"".join(answer).decode() if answer.streaming else answer.text

    return of


def who_sees(role, kind):
    return Detail(kind) in ROLES[role].details


PLACES = {
    "the worklist": "/worklist",
    "every duty": "/worklist?officer=anyone&when=all",
    "the spreadsheet": "/worklist.csv?officer=anyone",
    "finding by name": "/find?words=amber",
    "finding by the whole name": "/find?words=amber+unseenchild",
    "finding by date of birth": "/find?born_on_day=14&born_on_month=3&born_on_year=2015",
    "the first page": "/",
}


@pytest.mark.parametrize("role", ["senco", "therapist", "inspector", "officer", "social_worker"])
def test_another_child_is_nowhere(seen, unseen, everybody, page, role):
    for place, address in PLACES.items():
        found = page(everybody[role], address)

        assert ("Unseenchild" in found, place) == (False, place)
        assert unseen.reference not in found
        assert unseen.person.upn not in found


@pytest.mark.parametrize("role", ["senco", "officer"])
def test_a_search_by_number_finds_nobody_else(seen, unseen, everybody, page, role):
    assert "Seenchild" in page(everybody[role], f"/find?words={seen.person.upn}")
    assert "Nobody whose case you may see" in page(
        everybody[role], f"/find?words={unseen.person.upn}"
    )


@pytest.mark.parametrize(("role", "number"), [("senco", 1), ("officer", 1), ("quality_lead", 2)])
def test_counts_are_of_the_cases_seen(seen, unseen, everybody, client, role, number):
    client.force_login(everybody[role])

    plans = client.get("/worklist?officer=anyone&when=all&duty=issue_final_plan")
    care = client.get("/worklist?officer=anyone&when=all&duty=care_lac_review_first")

    assert plans.context["total"] == number
    assert care.context["total"] == (number if who_sees(role, "social_care") else 0)


READERS = ["senco", "therapist", "doctor", "commissioner", "social_worker", "parent", "mediator",
           "finance_officer", "officer"]  # fmt: skip
TELLING = {
    "social_care": (
        "Social care received a referral",
        "started a child protection enquiry",
        "became looked after",
        "Hold the first child protection conference",
        "Report the looked-after child",
    ),
    "health": ("Health service received a referral", "Start the autism assessment"),
    "finance": ("First direct payment made", "Review the direct payments for the first time"),
}
"""What the entries of each kind of detail, and the dates that follow, are called on a page."""


def record_of(text):
    """Return what a case's page says in its main part, without what it says of other roles."""
    return text.partition("<main")[2].partition("</main")[0]


@pytest.mark.parametrize("role", READERS)
def test_a_case_shows_each_kind_of_detail_to_those_who_see_it(seen, everybody, page, role):
    text = record_of(page(everybody[role], f"/cases/{seen.reference}?record=whole"))

    assert "Request received" in text
    assert "disclose" not in text  # nothing is said of a safe address
    for kind, telling in TELLING.items():
        shown = tuple(words for words in telling if words in text)
        assert shown == (telling if who_sees(role, kind) else ())


@pytest.mark.parametrize("role", READERS)
def test_a_calendar_holds_no_date_that_its_reader_may_not_see(seen, everybody, page, role):
    days = page(everybody[role], f"/cases/{seen.reference}/dates.ics").replace("\r\n ", "")

    for kind, words in (("social_care", "conference"), ("health", "autism")):
        assert (words in days) is who_sees(role, kind)
    assert seen.reference in days


@pytest.mark.parametrize("role", [role for role in READERS if role != "parent"])
def test_a_spreadsheet_holds_no_duty_that_its_reader_may_not_see(seen, everybody, page, role):
    text = page(everybody[role], "/worklist.csv?officer=anyone").lstrip("\ufeff")
    rows = csv.DictReader(io.StringIO(text))
    duties = " ".join(row["Duty"] for row in rows if row["Case"] == seen.reference)

    assert "Give the advice" in duties or "plan" in duties
    assert ("looked-after child" in duties) is who_sees(role, "social_care")
    assert ("direct payments" in duties) is who_sees(role, "finance")


def test_entries_are_numbered_without_a_gap_for_who_sees_them_in_part(seen, everybody, page):
    def numbers(role):
        text = page(everybody[role], f"/cases/{seen.reference}?record=whole")
        return sorted(map(int, re.findall(r"Entry (\d+), recorded", text)))

    assert numbers("officer") == [1, 2, 3, 4, 5, 6, 7]
    assert numbers("senco") == [1, 2]
    assert numbers("therapist") == [1, 2, 3]


@pytest.mark.parametrize("role", ["senco", "parent", "doctor"])
def test_what_is_said_of_social_care_is_said_whether_there_is_any_or_not(
    seen, make_case, everybody, priya, page, role
):
    plain = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Plainchild")
    tie_to(plain.person, everybody, priya)
    said = "does not see what social care has recorded"

    texts = [page(everybody[role], f"/cases/{case.reference}") for case in (seen, plain)]

    assert [said in text for text in texts] == [not who_sees(role, "social_care")] * 2


def test_of_health_and_money_it_is_said_where_there_is_any(seen, make_case, everybody, priya, page):
    plain = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Plainchild")
    tie_to(plain.person, everybody, priya)
    of_seen, of_plain = (
        page(everybody["senco"], f"/cases/{case.reference}") for case in (seen, plain)
    )

    assert "There are entries about what health services have recorded" in of_seen
    assert "There are entries about direct payments and other money" in of_seen
    assert "There are entries about" not in of_plain


@pytest.mark.parametrize("step", ["", "save"])
@pytest.mark.parametrize("role", ["senco", "quality_lead"])
def test_nobody_previews_or_records_who_may_only_read(seen, everybody, client, role, step):
    client.force_login(everybody[role])
    address = reverse("casework:record", args=[seen.pk, Kind.DRAFT_SENT.value])
    said = {"occurred_on_day": "5", "occurred_on_month": "1", "occurred_on_year": "2026"}

    answer = client.post(address, {**said, "step": step, "method": "email"})

    assert answer.status_code == 403
    assert seen.events.count() == len(EVERYTHING)


def test_a_child_who_left_the_school_leaves_every_page_of_it(seen, everybody, priya, page):
    senco = everybody["senco"]
    assert "Seenchild" in page(senco, "/worklist")

    on_roll = seen.person.involvements.get(kind="on_roll")
    end_involvement(involvement=on_roll, last_day=date(2026, 1, 18), by=priya)

    for address in PLACES.values():
        assert "Seenchild" not in page(senco, address)
