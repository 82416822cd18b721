"""Who has looked at a child's record, in words for staff, and in those for a family."""

from datetime import date

import pytest
from django.urls import reverse

from sendpath.accounts import services as accounts
from sendpath.core.casefile.events import Kind
from sendpath.oversight.selectors.looks import Reader, Wanted, What, who_looked

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 16))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Lookedat")


@pytest.fixture
def looked(client, case, priya, marcus, helen, make_case, today):
    """Priya opened it twice on Friday, Marcus had it on a list; Helen opened it on Monday."""
    make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 3)), surname="Other")

    def get(user, name, *arguments, **query):
        client.force_login(user)
        assert client.get(reverse(name, args=arguments), query).status_code == 200

    get(priya, "casework:case", case.pk)
    get(priya, "casework:case", case.pk)
    get(priya, "casework:rights", case.pk)
    get(marcus, "casework:worklist", officer="anyone")
    today(TODAY)
    get(helen, "casework:case", case.pk)


def lines(case, reader=Reader.STAFF, **wanted):
    asked = Wanted(**{"since": date(2026, 1, 1), "until": TODAY, **wanted})
    return who_looked(child=case.person_id, wanted=asked, reader=reader)


def test_one_line_a_person_and_day_the_latest_first(case, looked):
    assert [(line.day, line.who, line.did) for line in lines(case)] == [
        (TODAY, "Helen Tester", ["opened the record"]),
        (date(2026, 1, 16), "Marcus Tester", ["had a worklist with this child on it"]),
        (
            date(2026, 1, 16),
            "Priya Tester",
            ["opened the record, 2 times", "read the rights to appeal"],
        ),
    ]


def test_a_line_says_as_what_and_why(case, looked):
    line = lines(case)[0]

    assert (line.role, line.organisation) == ("Head of SEND", "Hartwell council")
    assert (line.why, line.times, line.opened) == ("to work on the case", 1, True)


def test_a_family_reads_role_and_day_and_no_name(case, looked):
    line = lines(case, reader=Reader.FAMILY)[0]

    assert (line.day, line.role, line.organisation) == (TODAY, "Head of SEND", "Hartwell council")
    assert (line.who, line.first) == ("", None)


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        ({"since": TODAY}, ["Helen"]),
        ({"until": date(2026, 1, 16)}, ["Marcus", "Priya"]),
        ({"until": date(2026, 1, 15)}, []),
        ({"who": "pri"}, ["Priya"]),
        ({"purpose": "casework"}, ["Helen", "Marcus", "Priya"]),
        ({"purpose": "return"}, []),
        ({"what": What.OPENED}, ["Helen", "Priya"]),
        ({"what": What.LISTED}, ["Marcus"]),
    ],
)
def test_filters(case, looked, wanted, who):
    assert [line.who.split()[0] for line in lines(case, **wanted)] == who


def test_another_child_was_not_looked_at(case, looked, make_case):
    other = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))

    assert lines(other) == []


def test_a_download_of_the_whole_area_is_told_of(case, looked, dana, client):
    from sendpath.returns.services import export

    written = export.write(year=2026, by=dana)
    client.force_login(dana)
    client.get(reverse("returns:download", args=[written.pk])).getvalue()

    line = lines(case)[0]
    assert (line.who, line.did, line.opened) == (
        "Dana Tester", ["took the file of a yearly return of the whole area"], False,
    )  # fmt: skip
    assert line.why == "to make the yearly return to the Department for Education"


def test_somebody_whose_account_is_gone_is_named_as_they_signed_in(case, looked):
    from sendpath.audit.models import AuditEntry

    AuditEntry.objects.create(
        chain=2, number=99, at="2026-01-19T12:00:00Z", by="left_long_ago", user=9999, act="p",
        subject="x", child=case.person_id, previous_hash="", hash="",
    )  # fmt: skip

    assert "left_long_ago" in [line.who for line in lines(case)]


@pytest.fixture
def page(client, ingrid, case, looked):
    def get(name="oversight:looks", **query):
        client.force_login(ingrid)
        return client.get(reverse(name, args=[case.person_id]), query)

    return get


def test_the_page_says_it_in_words(page):
    text = page().text

    assert "Who has looked at this record?" in text
    assert "Opened the record, 2 times" in text
    assert "From 21 October 2025 to 19 January 2026, 3 people looked." in text
    assert "To work on the case" in text


def test_days_in_the_wrong_order_are_said_and_the_last_90_shown(page):
    text = page(until_day="1", until_month="1", until_year="2020").text

    assert "The last day must be the same as or after the first day" in text
    assert "From 21 October 2025 to 19 January 2026" in text


def test_looking_at_who_looked_is_a_look(page):
    page()

    assert "Read who had looked at the record" in page().text


def test_the_file_holds_what_the_page_does_and_runs_nothing(page, client, case):
    evil = accounts.add_user(
        username="evil", full_name="=cmd()|x", role="head_of_service", team=None,
        password=None, by="tests",
    )  # fmt: skip
    client.force_login(evil)
    client.get(reverse("casework:case", args=[case.pk]))

    text = page("oversight:looks_csv", what="opened").text
    assert "'=cmd()|x" in text
    assert ",=cmd" not in text
    assert "Head of SEND,Hartwell council,to work on the case,opened the record,1" in text
    assert "Marcus" not in text


def test_finding_a_child_to_ask_about(client, ingrid, case):
    client.force_login(ingrid)
    address = reverse("oversight:find")

    assert reverse("oversight:looks", args=[case.person_id]) in (
        client.get(address, {"words": "lookedat"}).text
    )
    assert "Nobody in the record matches" in client.get(address, {"words": "zzzzzz"}).text
    assert "Enter a name or a number" in client.get(address, {"words": ""}).text
