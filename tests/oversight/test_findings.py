"""Unusual looks are found, followed up by somebody else, and stay on record."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from sendpath.audit.models import AuditEntry
from sendpath.core.casefile.events import Kind
from sendpath.jobs.worker import run_one
from sendpath.oversight import services
from sendpath.oversight.models import DayLookedOver, Finding
from sendpath.oversight.selectors.findings import numbers

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    with time_machine.travel(datetime(2026, 1, 19, 10, tzinfo=UTC)):
        yield make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="O'Lookedat")


@pytest.fixture
def look(client, case):
    def look(user):
        client.force_login(user)
        assert client.get(reverse("casework:case", args=[case.pk])).status_code == 200

    return look


def found():
    return [(one.rule, one.user, one.child) for one in Finding.objects.order_by("pk")]


def test_a_look_at_a_family_that_they_declared(look, case, priya):
    services.declare_family(how="own", surname="o’lookedat", postcode="", by=priya)
    look(priya)

    assert services.look_over_all(by="tests") == 1
    assert found() == [("same_surname", priya.pk, case.person_id)]


def test_one_at_the_same_address(look, case, priya):
    services.declare_family(how="own", surname="", postcode="zz11 zz", by=priya)
    look(priya)

    services.look_over_all(by="tests")
    assert found() == [("same_address", priya.pk, case.person_id)]


def test_a_family_taken_off_the_list_is_not_theirs(look, priya):
    family = services.declare_family(how="own", surname="O'Lookedat", postcode="", by=priya)
    services.end_family(family=family, by=priya)
    look(priya)

    assert services.look_over_all(by="tests") == 0


def test_looked_over_again_it_is_the_same_finding_with_what_came_since(look, priya):
    services.declare_family(how="own", surname="O'Lookedat", postcode="", by=priya)
    look(priya)
    services.look_over_all(by="tests")
    look(priya)
    services.look_over_all(by="tests")

    assert [one.facts for one in Finding.objects.all()] == [{"times": 2}]
    days = DayLookedOver.objects.order_by("day").values_list("day", flat=True)
    assert list(days) == [date(2026, 1, 18), date(2026, 1, 19)]


def test_days_missed_are_made_up_for(look, case, priya, today):
    services.look_over_all(by="tests")
    services.declare_family(how="own", surname="O'Lookedat", postcode="", by=priya)
    look(priya)
    today(date(2026, 1, 22))
    services.look_over_all(by="tests")

    assert [one.day for one in Finding.objects.all()] == [date(2026, 1, 19)]
    assert DayLookedOver.objects.count() == 5


def test_a_case_that_is_over_is_found_from_its_history(look, make_case, client, priya):
    over = make_case(
        (Kind.FINALISED_SENT, date(2020, 7, 28), {"first": True}),
        (Kind.CEASE_TOOK_EFFECT, date(2025, 7, 28)),
    )
    client.force_login(priya)
    client.get(reverse("casework:case", args=[over.pk]))
    look(priya)

    services.look_over_all(by="tests")
    assert found() == [("case_over", priya.pk, over.person_id)]


def test_usual_is_what_they_did_on_earlier_days(look, make_case, client, priya, ingrid, today):
    services.settle(values={**numbers(), "many_an_hour": 3}, by=ingrid)
    cases = [make_case((Kind.REQUEST_RECEIVED, date(2025, 11, n))) for n in (3, 4, 5)]
    for day, opened in ((19, cases[:1]), (20, cases)):
        today(date(2026, 1, day))
        with time_machine.travel(datetime(2026, 1, day, 10, tzinfo=UTC)):
            client.force_login(priya)
            for case in opened:
                client.get(reverse("casework:case", args=[case.pk]))

    services.look_over(day=date(2026, 1, 20), by="tests")
    assert found() == []  # three is no more than three times one

    services.settle(values={**numbers(), "times_usual": 2}, by=ingrid)
    services.look_over(day=date(2026, 1, 20), by="tests")
    assert [(one.rule, one.facts) for one in Finding.objects.all()] == [
        ("many_an_hour", {"children": 3, "usual": 1})
    ]


@pytest.fixture
def finding(look, priya):
    services.declare_family(how="own", surname="O'Lookedat", postcode="", by=priya)
    look(priya)
    services.look_over_all(by="tests")
    return Finding.objects.get()


def test_following_it_up(client, ingrid, finding):
    client.force_login(ingrid)
    listed = client.get(reverse("oversight:findings")).text
    assert "Same surname as a family they know: Priya Tester, 19 January 2026" in listed

    address = reverse("oversight:dismiss", args=[finding.pk])
    assert "Enter what you found" in client.post(address, {"reason": ""}).text
    done = client.post(address, {"reason": "Her manager knew, and agreed."}, follow=True)

    assert "Closed, with your reason." in done.text
    assert "Nothing waits to be followed up." in done.text
    closed = client.get(reverse("oversight:findings"), {"closed": "yes"}).text
    assert "Her manager knew, and agreed." in closed
    entry = AuditEntry.objects.get(act="finding_dismissed")
    assert (entry.by, entry.child, entry.purpose) == ("ingrid", finding.child, "oversight")


def test_it_is_closed_once(finding, ingrid):
    services.dismiss(pk=finding.pk, reason="Her manager knew.", by=ingrid)

    with pytest.raises(ValidationError, match="already closed"):
        services.dismiss(pk=finding.pk, reason="Something else.", by=ingrid)


def test_nobody_closes_what_is_about_them(finding, priya):
    with pytest.raises(ValidationError, match="your own looks"):
        services.dismiss(pk=finding.pk, reason="It was nothing at all.", by=priya)


def test_a_worker_looks_over_what_somebody_asked_for(client, ingrid, look, priya):
    services.declare_family(how="own", surname="O'Lookedat", postcode="", by=priya)
    look(priya)
    client.force_login(ingrid)

    told = client.post(reverse("oversight:look_over"), follow=True).text
    assert "All looks up to now are being looked over" in told
    assert run_one(worker="tests")
    assert len(found()) == 1
    assert AuditEntry.objects.filter(act="looks_looked_over", by="ingrid").exists()


def test_the_area_settles_the_numbers(client, ingrid):
    client.force_login(ingrid)
    address = reverse("oversight:settings")
    page = client.get(address).text
    assert "taken from no research" in page
    told = {**{key: str(value) for key, value in numbers().items()}, "opens": "8"}

    assert "Saved." in client.post(address, told, follow=True).text
    assert numbers()["opens"] == 8
    entry = AuditEntry.objects.get(act="oversight_settled")
    assert entry.details == {"opens": 8, "opens_before": 7}
    wrong = client.post(address, {**told, "many_people": "1"}).text
    assert "must be between 2 and 1000" in wrong


def test_declaring_a_family(client, tom, priya):
    client.force_login(tom)
    address = reverse("oversight:families")
    told = {"how": "neighbours", "surname": "Testfamily", "postcode": "ZZ1 1ZZ"}

    assert "Enter their surname, or their postcode" in client.post(address, {"how": "own"}).text
    done = client.post(address, told, follow=True).text
    assert "Neighbours, ZZ1 1ZZ" in done
    (family,) = tom.known_families.all()

    client.force_login(priya)
    assert "Testfamily" not in client.get(address).text
    end = reverse("oversight:end_family", args=[family.pk])
    assert client.post(end).status_code == 404
    client.force_login(tom)
    assert "Testfamily" not in client.post(end, follow=True).text
