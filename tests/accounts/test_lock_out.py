"""Whoever guesses is locked out: one name, many names, from one place or many; and let in again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.second_factors import PASSWORD, code_of, give_app
from sendpath.accounts.sign_in.services import factors
from sendpath.audit.models import AuditEntry

OFFICE, HOME = "192.0.2.10", "198.51.100.7"


def try_to(client, username, password="wrong", at=OFFICE):
    return client.post("/sign-in", {"username": username, "password": password}, REMOTE_ADDR=at)


def guess(client, username, times, at=OFFICE):
    return [try_to(client, username, at=at).status_code for _ in range(times)]


def test_the_fifth_wrong_password_locks_out_even_the_right_one(client, priya):
    assert guess(client, "priya", 5) == [200, 200, 200, 200, 429]

    page = try_to(client, "priya", PASSWORD)

    assert page.status_code == 429
    assert "Too many wrong tries" in page.text
    assert "You can try again after" in page.text
    assert "_auth_user_id" not in client.session


def test_a_lock_out_is_of_a_name_at_an_address(client, priya, tom):
    guess(client, "priya", 5)

    assert try_to(client, "priya", PASSWORD, at=HOME).status_code == 302
    assert try_to(client, "tom", PASSWORD).status_code == 302


def test_a_lock_out_ends_by_itself_and_trying_does_not_make_it_longer(client, priya, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    guess(client, "priya", 5)
    time_machine.move_to(start + timedelta(minutes=29), tick=False)
    assert try_to(client, "priya", PASSWORD).status_code == 429
    time_machine.move_to(start + timedelta(minutes=31), tick=False)
    assert try_to(client, "priya", PASSWORD).status_code == 302


def test_a_name_that_is_nobodys_is_locked_out_in_the_same_words(client, priya):
    known = [page.text for page in (try_to(client, "priya") for _ in range(6))]
    nobody = [page.text for page in (try_to(client, "nobody") for _ in range(6))]

    def said(page):
        main = page.partition("<main")[2].partition("</main")[0]
        return [line for line in main.splitlines() if "csrf" not in line and 'value="' not in line]

    assert [said(page) for page in known] == [said(page) for page in nobody]


def test_spraying_locks_out_the_address_and_nobody_elsewhere(client, priya, settings):
    settings.NAMES_TRIED_BY_ONE_ADDRESS = 6
    for n in range(6):
        try_to(client, f"officer{n}", "Winter2026!")

    assert try_to(client, "priya", PASSWORD).status_code == 429
    assert try_to(client, "priya", PASSWORD, at=HOME).status_code == 302


def test_guessing_one_name_from_many_addresses_locks_the_name(client, priya, settings):
    settings.FAILURES_BY_ALL_ADDRESSES = 8
    for n in range(8):
        try_to(client, "priya", at=f"203.0.113.{n}")

    assert try_to(client, "priya", PASSWORD, at=HOME).status_code == 429


def test_guessing_codes_locks_out_as_guessing_passwords_does(client, priya):
    secret = give_app(priya)
    try_to(client, "priya", PASSWORD)
    answers = [
        client.post("/sign-in/code", {"code": "000000"}, REMOTE_ADDR=OFFICE).status_code
        for _ in range(5)
    ]
    assert answers == [200, 200, 200, 200, 429]

    right = client.post("/sign-in/code", {"code": code_of(secret)}, REMOTE_ADDR=OFFICE)
    assert right.status_code == 429
    assert try_to(client, "priya", PASSWORD).status_code == 429


def test_a_right_password_does_not_clear_wrong_codes(client, priya):
    give_app(priya)
    for _ in range(4):
        try_to(client, "priya", PASSWORD)
        client.post("/sign-in/code", {"code": "000000"}, REMOTE_ADDR=OFFICE)
    try_to(client, "priya", PASSWORD)
    last = client.post("/sign-in/code", {"code": "000000"}, REMOTE_ADDR=OFFICE)
    assert last.status_code == 429


def test_coming_in_clears_the_wrong_tries_before_it(client, priya):
    secret = give_app(priya)
    guess(client, "priya", 4)
    try_to(client, "priya", PASSWORD)
    client.post("/sign-in/code", {"code": code_of(secret)}, REMOTE_ADDR=OFFICE)
    client.post("/sign-out")

    assert guess(client, "priya", 1) == [200]


def test_another_browser_name_does_not_get_more_tries(client, priya):
    answers = [
        client.post(
            "/sign-in", {"username": "priya", "password": "wrong"}, HTTP_USER_AGENT=f"browser {n}"
        ).status_code
        for n in range(5)
    ]
    assert answers == [200, 200, 200, 200, 429]


def test_the_address_is_not_taken_from_a_header_that_anyone_can_write(client, priya):
    for n in range(5):
        client.post(
            "/sign-in", {"username": "priya", "password": "wrong"},
            REMOTE_ADDR=OFFICE, HTTP_X_FORWARDED_FOR=f"203.0.113.{n}",
        )  # fmt: skip
    assert try_to(client, "priya", PASSWORD).status_code == 429


def test_behind_a_proxy_it_is_what_the_proxy_added(client, priya, settings):
    settings.PROXIES = 1
    for n in range(5):
        client.post(
            "/sign-in", {"username": "priya", "password": "wrong"},
            HTTP_X_FORWARDED_FOR=f"203.0.113.{n}, {OFFICE}",
        )  # fmt: skip
    locked = client.post(
        "/sign-in", {"username": "priya", "password": PASSWORD}, HTTP_X_FORWARDED_FOR=OFFICE
    )
    assert locked.status_code == 429


def test_whoever_gives_accounts_unlocks_one(client, priya, helen):
    guess(client, "priya", 5)
    client.force_login(helen)
    page = client.get(f"/accounts/{priya.pk}")
    assert "Locked out" in page.text

    client.post(f"/accounts/{priya.pk}/unlock")

    client.post("/sign-out")
    assert try_to(client, "priya", PASSWORD).status_code == 302
    last = AuditEntry.objects.get(act="unlocked")
    assert (last.by, last.subject) == ("helen", f"user:{priya.pk}")


def test_the_head_of_service_unlocks_an_address(client, priya, helen, settings):
    settings.NAMES_TRIED_BY_ONE_ADDRESS = 3
    for n in range(3):
        try_to(client, f"officer{n}")
    client.force_login(helen)
    assert OFFICE in client.get("/accounts").text

    client.post("/accounts/unlock-address", {"address": OFFICE})

    client.post("/sign-out")
    assert try_to(client, "priya", PASSWORD).status_code == 302


def test_what_failed_is_in_the_audit_and_what_was_typed_is_not(client, priya, caplog):
    with caplog.at_level("DEBUG"):
        guess(client, "priya", 5)
        try_to(client, "my secret password typed into the wrong box")

    acts = list(AuditEntry.objects.exclude(act="account_added").values_list("act", "subject"))
    assert acts == [
        *[("password_refused", f"user:{priya.pk}")] * 5,
        ("locked_out", f"user:{priya.pk}"),
        ("password_refused", "nobody"),
    ]
    sql = [r for r in caplog.records if r.name.startswith("django.db")]
    said = [record.getMessage() for record in caplog.records if record not in sql]
    assert not [line for line in said if "priya" in line or "secret password" in line]


@pytest.mark.parametrize("path", ["/account/confirm", "/account/password"])
def test_a_session_left_open_is_no_place_to_guess_the_password(client, priya, path):
    client.force_login(priya)
    typed = {
        "password": "wrong",
        "new_password": "brand new and long",
        "again": "brand new and long",
    }
    answers = [client.post(path, typed).status_code for _ in range(6)]
    assert (answers[:4], answers[5]) == ([200] * 4, 429)


def test_passkeys_are_not_locked_out(client, priya):
    guess(client, "priya", 5)
    assert client.get("/sign-in/passkey").status_code == 200
    assert factors.owner_of_passkey({"response": {}}) is None
