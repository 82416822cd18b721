"""Sessions end: by themselves, by their owner, by a new password; and a copy ends with them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.second_factors import PASSWORD, code_of, give_app
from sendpath.accounts.models import Session
from sendpath.audit.models import AuditEntry

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def secret(priya):
    return give_app(priya)


def sign_in(user, secret, *, agent=FIREFOX, address="192.0.2.10", client=None, ago=0):
    from allauth.mfa.models import Authenticator

    app = Authenticator.objects.get(user=user, type="totp")
    app.data["last_counter"] = 0  # as if some minutes had passed since the last one
    app.save()
    client = client or Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    client.post("/sign-in", {"username": user.username, "password": PASSWORD})
    client.post("/sign-in/code", {"code": code_of(secret)})
    assert "_auth_user_id" in client.session
    return client


def is_in(client):
    return client.get("/account").status_code == 200


def copy_of(client):
    copy = Client()
    copy.cookies["sessionid"] = client.cookies["sessionid"].value
    return copy


@pytest.fixture
def later(time_machine):
    def move(**by):
        time_machine.move_to(timezone.now() + timedelta(**by), tick=True)

    return move


def test_a_session_ends_after_half_an_hour_without_a_page(priya, secret, later):
    client = sign_in(priya, secret)
    later(minutes=29)
    assert is_in(client)
    later(minutes=29)
    assert is_in(client)
    later(minutes=31)
    assert not is_in(client)


def test_a_session_ends_after_eight_hours_however_busy(priya, secret, later):
    client = sign_in(priya, secret)
    for _ in range(23):
        later(minutes=20)
        assert is_in(client)
        session = client.session
        session["something"] = "kept"
        session.save()
    later(minutes=21)
    assert not is_in(client)


def test_the_key_changes_at_each_step_so_that_one_set_before_is_worth_nothing(priya, secret):
    client = Client()
    planted = client.session
    planted["planted"] = True
    planted.save()
    planted = client.cookies["sessionid"].value
    client.post("/sign-in", {"username": "priya", "password": PASSWORD})
    halfway = client.cookies["sessionid"].value
    client.post("/sign-in/code", {"code": code_of(secret)})
    after = client.cookies["sessionid"].value

    assert len({planted, halfway, after}) == 3
    for key in (planted, halfway):
        thief = Client()
        thief.cookies["sessionid"] = key
        assert not is_in(thief)
        assert thief.post("/sign-in/code", {"code": code_of(secret)}).url == "/sign-in"


def test_a_copied_session_opens_nothing_after_sign_out(priya, secret):
    client = sign_in(priya, secret)
    copy = copy_of(client)
    assert is_in(copy)

    client.post("/sign-out")

    assert not is_in(copy)
    assert AuditEntry.objects.last().act == "signed_out"


def test_a_copied_session_opens_nothing_after_it_was_ended_elsewhere(priya, secret):
    laptop, phone = sign_in(priya, secret), sign_in(priya, secret, agent=PHONE)
    copy = copy_of(laptop)
    page = phone.get("/account/sessions")
    assert [one.device for one in page.context["sessions"]] == [
        "Safari on an iPhone",
        "Firefox on Linux",
    ]
    listed = page.context["sessions"][1]
    assert listed.address == "192.0.2.10"

    phone.post("/account/sessions", {"end": listed.pk})

    assert (is_in(laptop), is_in(copy), is_in(phone)) == (False, False, True)
    last = AuditEntry.objects.last()
    assert (last.act, last.details) == ("sessions_ended", {"sessions": 1})


def test_all_others_are_ended_at_once(priya, secret):
    first, second, third = (sign_in(priya, secret) for _ in range(3))
    third.post("/account/sessions", {"end": "others"})
    assert [is_in(client) for client in (first, second, third)] == [False, False, True]


def test_nobody_ends_a_session_of_another(priya, secret, marcus):
    client = sign_in(priya, secret)
    key = Session.objects.get(user=priya).pk
    other = Client()
    other.force_login(marcus)

    other.post("/account/sessions", {"end": key})

    assert is_in(client)
    assert key not in other.get("/account/sessions").text


def test_a_new_password_ends_every_other_session_and_keeps_this_under_a_new_key(priya, secret):
    here, elsewhere = sign_in(priya, secret), sign_in(priya, secret)
    before = copy_of(here)
    new = "three random words here"
    answer = here.post(
        "/account/password", {"password": PASSWORD, "new_password": new, "again": new}
    )

    assert answer.url == "/account"
    assert (is_in(here), is_in(elsewhere), is_in(before)) == (True, False, False)
    priya.refresh_from_db()
    assert priya.check_password(new)
    assert "password_changed" in AuditEntry.objects.values_list("act", flat=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "wrong"}, "Enter the password you have now"),
        ({"new_password": "short", "again": "short"}, "at least 12 characters"),
        ({"new_password": "password123456", "again": "password123456"}, "too common"),
        (
            {"new_password": "Hartwell-SEND-2026", "again": "Hartwell-SEND-2026"},
            "name of the service",
        ),
        ({"again": "something else entirely"}, "Enter the same password in both boxes"),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(client, priya, typed, said):
    client.force_login(priya)
    new = "three random words here"
    page = client.post(
        "/account/password", {"password": PASSWORD, "new_password": new, "again": new, **typed}
    )
    assert said in page.text
    priya.refresh_from_db()
    assert priya.check_password(PASSWORD)


def test_a_copy_of_the_table_opens_nothing(priya, secret):
    client = sign_in(priya, secret)
    thief = Client()
    thief.cookies["sessionid"] = Session.objects.get(user=priya).pk
    assert not is_in(thief)
    assert client.cookies["sessionid"].value not in str(list(Session.objects.values()))


def test_sessions_that_have_ended_are_swept_away_at_the_next_sign_in(priya, secret, later):
    sign_in(priya, secret)
    later(hours=9)
    sign_in(priya, secret)
    assert Session.objects.filter(user=priya).count() == 1


def test_a_closed_account_is_out_at_once(priya, secret):
    client = sign_in(priya, secret)
    priya.is_active = False
    priya.save()
    assert not is_in(client)


def test_somebody_is_signed_out_everywhere_by_whoever_gives_accounts(client, priya, secret, helen):
    lost = sign_in(priya, secret)
    client.force_login(helen)
    client.post(f"/accounts/{priya.pk}/end-sessions")
    assert not is_in(lost)

    assert client.post(f"/accounts/{helen.pk}/end-sessions").status_code == 403  # their own


def test_over_https_cookies_are_for_this_host_alone():
    import os
    import subprocess
    import sys

    code = (
        "from django.conf import settings as s; "
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, "
        "s.SESSION_COOKIE_HTTPONLY, s.CSRF_TRUSTED_ORIGINS)"
    )
    environment = {
        **os.environ, "SENDPATH_HTTPS": "1", "SENDPATH_HOSTS": "send.hartwell.example",
        "DJANGO_SETTINGS_MODULE": "sendpath.config.settings", "PYTHONPATH": "src",
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == [
        "__Host-sessionid", "__Host-csrftoken", "True", "True",
        "['https://send.hartwell.example']",
    ]  # fmt: skip
