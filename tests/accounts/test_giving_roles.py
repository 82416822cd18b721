"""Whoever may give a role says who has it, where and until when; nobody gives one to themselves."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from everybody import organisation_of
from sendpath.accounts import services as accounts
from sendpath.accounts.belonging.permissions import grantable, may_grant
from sendpath.accounts.belonging.selectors import in_plain_words
from sendpath.accounts.belonging.services import Place, end_membership, give_role
from sendpath.accounts.models import Membership
from sendpath.accounts.roles import ROLES, OrganisationKind
from sendpath.audit.models import AuditEntry

pytestmark = pytest.mark.django_db

TODAY = date(2026, 1, 19)


@pytest.fixture(autouse=True)
def monday(today):
    today(TODAY)


@pytest.fixture
def school(db):
    return accounts.add_organisation(
        kind=OrganisationKind.ESTABLISHMENT, name="Wychcombe School", code="990001"
    )


@pytest.fixture
def other_school(db):
    return accounts.add_organisation(
        kind=OrganisationKind.ESTABLISHMENT, name="Hartwell High", code="990002"
    )


@pytest.fixture
def hannah(make_user, school):
    return make_user("hannah", role="head_teacher", organisation=school)


@pytest.fixture
def newcomer(make_user, south):
    return make_user("newcomer", team=south)


def held(user):
    user.forget_memberships()
    return [one.words for one in user.memberships_now]


def day(name, year, month, on):
    return {f"{name}_day": on, f"{name}_month": month, f"{name}_year": year}


def test_a_head_teacher_makes_somebody_senco_of_their_own_school(client, hannah, newcomer, school):
    client.force_login(hannah)
    page = client.get("/accounts/role?role=senco&next=1")
    assert page.url == "/accounts/role/senco"

    said = {"username": "newcomer", **day("starts_on", 2026, 1, 19)}
    page = client.post(page.url, said, follow=True)

    assert "Newcomer Tester is now SENCO." in page.text
    assert "SENCO, Wychcombe School" in page.text
    assert held(newcomer) == ["SEND officer, South team", "SENCO, Wychcombe School"]
    entry = AuditEntry.objects.get(act="membership_added")
    assert (entry.by, entry.details["organisation"]) == ("hannah", school.pk)


def test_a_head_teacher_sees_nothing_of_what_else_somebody_is(client, hannah, newcomer, school):
    place = Place(role=ROLES["senco"], organisation=school, starts_on=TODAY)
    give_role(user=newcomer, place=place, by=hannah)
    client.force_login(hannah)

    page = client.get("/accounts").text

    assert "SENCO, Wychcombe School" in page
    assert "South team" not in page


def test_a_head_teacher_gives_nothing_in_another_school(hannah, newcomer, other_school):
    with pytest.raises(PermissionDenied):
        give_role(
            user=newcomer,
            place=Place(role=ROLES["senco"], organisation=other_school, starts_on=TODAY),
            by=hannah,
        )


def test_the_head_of_send_says_which_organisation_by_name_or_code(
    client, helen, newcomer, school, other_school
):
    client.force_login(helen)
    said = {"username": "newcomer", "organisation": "nowhere", **day("starts_on", 2026, 1, 19)}
    wrong = client.post("/accounts/role/senco", said)
    assert "Enter the name or code of one organisation" in wrong.text

    client.post("/accounts/role/senco", {**said, "organisation": "hartwell high"})
    client.post("/accounts/role/head_teacher", {**said, "organisation": "990001"})

    assert held(newcomer)[1:] == [
        "SENCO, Hartwell High",
        "Head teacher or principal, Wychcombe School",
    ]


def test_a_parent_belongs_to_no_organisation(client, helen, newcomer):
    client.force_login(helen)
    said = {"username": "newcomer", **day("starts_on", 2026, 1, 19)}

    client.post("/accounts/role/parent", said)

    assert Membership.objects.get(role_key="parent").organisation is None


@pytest.mark.parametrize("key", ROLES)
def test_nobody_gives_a_role_to_themselves(everybody, key):
    user = everybody[key]
    for role in grantable(user):
        with pytest.raises(PermissionDenied):
            give_role(
                user=user,
                place=Place(role=role, organisation=organisation_of(role.key), starts_on=TODAY),
                by=user,
            )


@pytest.mark.parametrize("key", ROLES)
def test_nobody_gives_a_role_that_is_not_theirs_to_give(everybody, newcomer, key):
    for role in ROLES.values():
        at = organisation_of(role.key)
        assert may_grant(everybody[key], role, at) is (key in role.granters)


def test_an_inspector_has_six_weeks_at_most(helen, newcomer):
    at = organisation_of("inspector")
    for ends_on in (None, date(2026, 3, 3)):
        place = Place(role=ROLES["inspector"], organisation=at, starts_on=TODAY, ends_on=ends_on)
        with pytest.raises(ValidationError, match="Monday 2 March 2026 at the latest"):
            give_role(user=newcomer, place=place, by=helen)

    last = Place(
        role=ROLES["inspector"], organisation=at, starts_on=TODAY, ends_on=date(2026, 3, 2)
    )
    assert give_role(user=newcomer, place=last, by=helen).ends_on == date(2026, 3, 2)


def test_what_does_not_fit_is_refused(helen, newcomer, school, north):
    refused = [
        Place(role=ROLES["officer"], organisation=school, starts_on=TODAY),
        Place(role=ROLES["senco"], organisation=None, starts_on=TODAY),
        Place(role=ROLES["senco"], organisation=school, team=north, starts_on=TODAY),
        Place(role=ROLES["senco"], organisation=school, starts_on=TODAY, ends_on=date(2026, 1, 18)),
    ]
    for place in refused:
        with pytest.raises((ValidationError, PermissionDenied)):
            give_role(user=newcomer, place=place, by=helen)


def test_the_same_is_not_given_twice(helen, newcomer, school):
    place = Place(role=ROLES["senco"], organisation=school, starts_on=TODAY)
    first = give_role(user=newcomer, place=place, by=helen)
    with pytest.raises(ValidationError, match="there already"):
        give_role(user=newcomer, place=place, by=helen)

    end_membership(membership=first, last_day=None, by=helen)

    assert give_role(user=newcomer, place=place, by=helen).pk != first.pk


def test_a_membership_ends_on_a_day_or_at_once(client, helen, newcomer, school):
    place = Place(role=ROLES["senco"], organisation=school, starts_on=TODAY)
    one = give_role(user=newcomer, place=place, by=helen)
    client.force_login(helen)
    address = f"/accounts/memberships/{one.pk}/end"
    assert "Enter the last day" in client.post(address, {"when": "on_a_day"}).text
    early = {"when": "on_a_day", **day("last_day", 2026, 1, 18)}
    assert "must be on or after Monday 19 January 2026" in client.post(address, early).text

    client.post(address, {"when": "on_a_day", **day("last_day", 2026, 1, 30)})
    one.refresh_from_db()
    assert (one.ends_on, one.stopped_at) == (date(2026, 1, 30), None)

    client.post(address, {"when": "at_once"})
    one.refresh_from_db()
    assert one.stopped_at is not None


def test_nobody_ends_their_own(client, helen):
    client.force_login(helen)
    own = helen.memberships_now[0]

    assert client.post(f"/accounts/memberships/{own.pk}/end", {"when": "at_once"}).status_code in {
        403,
        404,
    }


def test_an_account_that_belongs_nowhere_today_does_not_sign_in(client, settings, newcomer, helen):
    settings.DEMO = False
    Membership.objects.filter(user=newcomer).update(ends_on=date(2026, 1, 18))

    said = {"username": "newcomer", "password": "a long enough password"}
    page = client.post("/sign-in", said)

    assert "This account gives no access today." in page.text
    assert client.session.get("_auth_user_id") is None


def test_the_page_on_roles_says_of_each_what_its_class_says(client):
    page = client.get("/roles").text

    for role in ROLES.values():
        said = in_plain_words(role)
        assert f'id="{role.key}"' in page
        assert role.granted_by.replace("'", "&#x27;") in page
        assert all(act[1:] in page for act in said.acts)
