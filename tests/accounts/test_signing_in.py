"""A person signs in and out; a demonstration lets anyone sign in as a made-up person."""

import pytest
from django.urls import reverse

from sendpath.accounts.selectors import DEMO_PEOPLE, demo_people

PASSWORD = "a long enough password"
SIGN_IN = "/sign-in"


@pytest.fixture(autouse=True)
def real_service(settings):
    settings.DEMO = False


def sign_in(client, *, username="priya", password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


def signed_in_as(client):
    return client.session.get("_auth_user_id")


def test_an_officer_signs_in_and_is_told_what_they_may_do(client, priya):
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, reverse("home"))

    home = client.get(answer.url).text
    assert "You are signed in as Priya Tester, SEND officer, North team." in home
    assert ">SEN2 return<" not in home


def test_a_person_is_taken_to_the_page_they_asked_for(client, priya):
    asked = client.get("/worklist")
    assert asked.url == "/sign-in?next=/worklist"

    assert sign_in(client, next="/accessibility").url == "/accessibility"


def test_nobody_is_taken_to_another_site(client, priya):
    assert sign_in(client, next="https://elsewhere.example/").url == "/"


def test_someone_signed_in_does_not_sign_in_again(client, priya):
    client.force_login(priya)
    assert client.get(SIGN_IN).url == "/"


@pytest.mark.parametrize(
    ("username", "password", "messages"),
    [
        ("", "", ["Enter your username", "Enter your password"]),
        ("priya", "", ["Enter your password"]),
        ("", PASSWORD, ["Enter your username"]),
        ("priya", "wrong", ["Check your username and password. Capital letters matter in both."]),
        ("nobody", "wrong", ["Check your username and password. Capital letters matter in both."]),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_signed_in(client, priya, username, password, messages):
    page = sign_in(client, username=username, password=password)

    errors = page.context["form"].errors.values()
    assert [message for field in errors for message in field] == messages
    assert "<title>Error: Sign in – SEND Path</title>" in page.text
    assert "There is a problem" in page.text
    assert signed_in_as(client) is None


def test_a_closed_account_does_not_open(client, priya):
    priya.is_active = False
    priya.save()
    assert sign_in(client).status_code == 200
    assert signed_in_as(client) is None


def test_a_wrong_password_is_not_written_back_into_the_page(client, priya):
    assert "hunter2-and-more" not in sign_in(client, password="hunter2-and-more").text


def test_signing_out_ends_the_session(client, priya):
    client.force_login(priya)
    page = client.post(reverse("accounts:sign_out"), follow=True)

    assert "You have signed out." in page.text
    assert client.get("/worklist").url == "/sign-in?next=/worklist"


def test_a_link_does_not_sign_anyone_out(client, priya):
    client.force_login(priya)
    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert signed_in_as(client) == str(priya.pk)


def test_a_session_ends_after_eight_hours(client, priya):
    sign_in(client)
    assert client.session.get_expiry_age() == 8 * 60 * 60


@pytest.fixture
def demo(real_service, settings):
    settings.DEMO = True


def test_a_demonstration_offers_its_people_an_officer_first(demo, client, helen, dana, tom, priya):
    page = client.get(SIGN_IN)

    parts = page.context["parts"]
    assert [user.username for people in parts.values() for user in people] == [
        "priya",
        "dana",
        "helen",
    ]
    assert page.text.count(">Sign in as ") == 3  # a button each


def test_the_page_for_signing_in_leads_on_to_what_needs_no_account(client, db):
    page = client.get(SIGN_IN).text.partition("<main")[2].partition("</main")[0]

    assert 'href="/dates"' in page
    assert 'href="/time-limits"' in page


def test_a_made_up_person_signs_in_with_one_button(demo, client, marcus):
    page = client.post(reverse("accounts:sign_in_as"), {"username": "marcus"}, follow=True)
    assert "You are signed in as Marcus Tester, Team manager, North team." in page.text


@pytest.mark.parametrize("username", ["tom", "nobody", ""])
def test_a_demonstration_opens_no_other_account(demo, client, tom, username):
    answer = client.post(reverse("accounts:sign_in_as"), {"username": username})
    assert answer.status_code == 404
    assert signed_in_as(client) is None


def test_a_closed_account_is_not_offered(demo, priya):
    priya.is_active = False
    priya.save()
    assert demo_people() == []


@pytest.mark.parametrize("username", DEMO_PEOPLE)
def test_without_a_demonstration_nobody_signs_in_without_a_password(client, make_user, username):
    make_user(username)
    answer = client.post(reverse("accounts:sign_in_as"), {"username": username})

    assert answer.status_code == 404
    assert signed_in_as(client) is None
    assert client.get(SIGN_IN).context["parts"] == {}
