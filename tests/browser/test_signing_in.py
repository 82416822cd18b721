"""Signing in, in a browser: passkeys, an app, a provider; sound pages, keys alone, no script."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from accounts import openid_provider
from accounts.openid_provider import KEY
from accounts.second_factors import PASSWORD, code_of, give_app, letters, link_in
from sendpath.accounts.models import SentLink
from sendpath.accounts.sign_in import selectors
from sendpath.accounts.sign_in.openid.provider import Provider
from sendpath.accounts.sign_in.services import links

NEW = "three random words here"
WIDTHS = (320, 1280)


@pytest.fixture
def window(chromium, live_server):
    """A window with JavaScript, at the name by which passkeys work."""
    context = chromium.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def device(window):
    """A device that makes passkeys, and whose owner is always there: Chromium's own pretence."""
    session = window.context.new_cdp_session(window)
    session.send("WebAuthn.enable")
    made = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )

    def set_up(name, value):
        session.send(name, {"authenticatorId": made["authenticatorId"], **value})

    return set_up


def sound(page):
    """Fail if the page breaks a rule of axe's, or scrolls sideways, at either width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for rule in Axe().run(page).response["violations"]:
            found += [(width, rule["id"], node["html"]) for node in rule["nodes"]]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append((width, f"scrolls sideways: {wide} pixels"))
    if not page.title().endswith(" – SEND Path"):
        found.append(page.title())
    assert found == [], page.url


def press(page, button):
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def follow(page, link):
    with page.expect_navigation():
        page.get_by_role("link", name=link).click()


def first_step(page, username="priya", password=PASSWORD):
    page.goto("/sign-in")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")


def sign_out(page):
    press(page, "Sign out")


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def test_a_passkey_is_set_up_used_as_second_step_and_alone_and_taken_away(window, device, priya):
    first_step(window)
    assert heading(window) == "Set up a second way of showing that it is you"
    sound(window)
    press(window, "Add a passkey")
    sound(window)
    press(window, "Add a passkey")
    assert "Enter a name for the passkey" in window.locator("main").inner_text()
    sound(window)
    window.get_by_label("Name of the passkey").fill("work laptop")
    press(window, "Add a passkey")
    assert heading(window) == "Keep these recovery codes"
    sound(window)
    press(window, "I have kept them")
    sign_out(window)

    first_step(window)
    assert heading(window) == "Use a passkey"
    sound(window)
    press(window, "Use a passkey")
    assert "You are signed in as Priya Tester" in window.locator("main").inner_text()
    sign_out(window)

    follow(window, "Sign in with a passkey")
    sound(window)
    press(window, "Use a passkey")
    assert "You are signed in as Priya Tester" in window.locator("main").inner_text()

    window.goto("/account")
    sound(window)
    follow(window, "Change passkeys")
    sound(window)
    follow(window, "Rename work laptop")
    window.get_by_label("Name of the passkey").fill("old laptop")
    sound(window)
    press(window, "Save")
    follow(window, "Remove old laptop")
    assert "This is your only second factor." in window.locator("main").inner_text()
    sound(window)
    give_app(priya)
    window.reload()
    sound(window)
    press(window, "Remove")
    assert selectors.passkeys_of(priya) == []


def test_a_device_whose_owner_is_not_shown_opens_nothing(window, device, priya):
    first_step(window)
    window.goto("/account/passkeys/add")
    device("WebAuthn.setUserVerified", {"isUserVerified": False})
    window.get_by_label("Name of the passkey").fill("work laptop")
    assert not window.locator("[data-passkey-error]").is_visible()
    window.get_by_role("button", name="Add a passkey").click()

    window.locator("[data-passkey-error]").wait_for(state="visible")
    assert "No passkey was used." in window.locator("[data-passkey-error]").inner_text()
    sound(window)
    assert selectors.passkeys_of(priya) == []


def test_a_passkey_that_was_removed_here_opens_nothing_any_more(window, device, priya):
    first_step(window)
    window.goto("/account/passkeys/add")
    window.get_by_label("Name of the passkey").fill("work laptop")
    press(window, "Add a passkey")
    press(window, "I have kept them")
    sign_out(window)
    selectors.factors_of(priya).delete()

    window.goto("/sign-in/passkey")
    press(window, "Use a passkey")

    assert "That passkey was not accepted." in window.locator("main").inner_text()
    sound(window)


def test_an_answer_of_a_passkey_opens_once(window, device, priya, live_server):
    first_step(window)
    window.goto("/account/passkeys/add")
    window.get_by_label("Name of the passkey").fill("work laptop")
    press(window, "Add a passkey")
    press(window, "I have kept them")
    sign_out(window)
    window.goto("/sign-in/passkey")
    with window.expect_request(lambda sent: sent.method == "POST") as seen:
        press(window, "Use a passkey")
    again = dict(re.findall(r"(\w+)=([^&]*)", seen.value.post_data))
    from urllib.parse import unquote_plus

    thief = Client()
    thief.get("/sign-in/passkey")
    answer = thief.post("/sign-in/passkey", {"credential": unquote_plus(again["credential"])})
    assert answer.status_code == 200
    assert "_auth_user_id" not in thief.session


def test_at_an_address_of_numbers_the_page_says_where_passkeys_work(chromium, live_server, db):
    port = live_server.url.rpartition(":")[2]
    context = chromium.new_context(base_url=f"http://127.0.0.1:{port}")
    page = context.new_page()
    page.goto("/sign-in/passkey")
    link = page.get_by_role("link", name=f"http://localhost:{port}/sign-in/passkey")
    assert link.count() == 1
    sound(page)
    context.close()


def test_without_javascript_an_app_is_set_up_and_passkeys_say_what_they_need(page, priya):
    first_step(page)
    main = page.locator("main")
    assert "A passkey needs JavaScript" in main.inner_text()
    assert page.get_by_role("button", name="Add a passkey").count() == 0
    press(page, "Set up an app")
    picture = page.locator("img.sendpath-square")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    key = page.locator(".sendpath-key").inner_text().replace(" ", "")
    page.get_by_label("Code").fill("000000")
    press(page, "Continue")
    assert "Enter the code that the app shows now." in main.inner_text()
    page.get_by_label("Code").fill(code_of(key))
    press(page, "Continue")
    codes = page.locator(".sendpath-codes li").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download them as a file").click()
    assert Path(download.value.path()).read_text().splitlines()[2:] == codes
    press(page, "I have kept them")
    sign_out(page)

    page.goto("/sign-in/passkey")
    assert "Sign in with your password instead." in main.inner_text()
    assert page.get_by_role("button", name="Use a passkey").count() == 0
    first_step(page)
    follow(page, "Use a recovery code")
    page.get_by_label("Recovery code").fill(codes[0])
    press(page, "Continue")
    assert "You are signed in as Priya Tester" in main.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_pages_of_an_app_and_of_codes_are_sound(window, priya):
    first_step(window)
    press(window, "Set up an app")
    sound(window)
    press(window, "Continue")
    sound(window)
    key = window.locator(".sendpath-key").inner_text().replace(" ", "")
    window.get_by_label("Code").fill(code_of(key, ago=1))
    press(window, "Continue")
    press(window, "I have kept them")
    window.goto("/account")
    sound(window)
    follow(window, "Change recovery codes")
    sound(window)
    window.goto("/account/password")
    sound(window)
    press(window, "Save")
    sound(window)
    window.goto("/account/sessions")
    sound(window)
    sign_out(window)
    first_step(window)
    sound(window)
    press(window, "Continue")
    sound(window)
    follow(window, "Use a recovery code")
    sound(window)
    for _ in range(5):
        window.get_by_label("Recovery code").fill("0000 0000 0000")
        press(window, "Continue")
    assert heading(window) == "Too many wrong tries"
    sound(window)


def signed_in(window, live_server, user):
    client = Client()
    client.force_login(user)
    key = client.cookies["sessionid"].value
    window.context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])


def test_pages_of_others_accounts_are_sound(window, live_server, helen, priya, tom, mailoutbox):
    give_app(priya)
    for n in range(21):
        Client().post("/sign-in", {"username": f"nobody{n}", "password": "wrong"})
    tried = Client(REMOTE_ADDR="192.0.2.1")
    for _ in range(5):
        tried.post("/sign-in", {"username": "priya", "password": "wrong"})
    signed_in(window, live_server, priya)
    signed_in(window, live_server, helen)
    window.goto("/accounts")
    assert "Network addresses locked out" in window.locator("main").inner_text()
    sound(window)
    window.get_by_role("link", name="Priya Tester", exact=True).click()
    sound(window)
    press(window, "Unlock")
    sound(window)
    window.goto("/accounts/role/officer/invite")
    sound(window)
    press(window, "Send the invitation")
    sound(window)
    window.get_by_label("Full name").fill("Noor Testname")
    window.get_by_label("Email address").fill("noor@hartwell.example")
    press(window, "Send the invitation")
    sound(window)
    sign_out(window)
    (letter,) = letters(mailoutbox)
    window.goto(link_in(letter))
    sound(window)
    press(window, "Continue")
    sound(window)
    SentLink.objects.all().delete()
    window.goto(link_in(letter))
    assert heading(window) == "This link opens nothing any more"
    sound(window)


def test_pages_of_a_lost_password_are_sound(window, priya, mailoutbox):
    priya.email = "priya@hartwell.example"
    priya.save()
    window.goto("/recover")
    sound(window)
    press(window, "Send the link")
    sound(window)
    window.get_by_label("Email address").fill("priya@hartwell.example")
    press(window, "Send the link")
    sound(window)
    (letter,) = letters(mailoutbox)
    window.goto(link_in(letter))
    sound(window)
    window.get_by_label("New password", exact=True).fill(NEW)
    window.get_by_label("New password again").fill(NEW)
    press(window, "Save")
    assert heading(window) == "Sign in"
    sound(window)
    assert links.open_link(kind=SentLink.Kind.RECOVERY, secret="") is None


def test_by_keys_alone_somebody_confirms_who_they_are(window, live_server, priya):
    signed_in(window, live_server, priya)
    window.goto("/account/app")
    assert heading(window) == "Show that it is you"
    sound(window)
    for _ in range(40):
        window.keyboard.press("Tab")
        if window.evaluate("document.activeElement.id") == "id_password":
            break
    window.keyboard.type(PASSWORD)
    with window.expect_navigation():
        window.keyboard.press("Enter")
    assert heading(window) == "Set up an app for codes"


@pytest.fixture
def at_provider(live_server, tmp_path, settings):
    """Have this service know a provider that runs on this machine; return how it is known."""
    back = f"{live_server.url}/sign-in/with/{KEY}/back"
    provider, http = openid_provider.start(tmp_path, [back])
    known = Provider(
        key=KEY, name="Hartwell Council account", issuer=provider.issuer, client_id="by-key",
        private_key=provider.keys["by-key"], key_id="sendpath-1",
        domains=frozenset({"hartwell.example"}), second_factor=frozenset({("amr", "mfa")}),
    )  # fmt: skip
    settings.PROVIDERS = {KEY: known}
    yield known
    http.shutdown()
    http.server_close()


def test_somebody_signs_in_at_a_provider_without_javascript(page, at_provider, priya):
    priya.email = "priya@hartwell.example"
    priya.save()
    page.goto("/find")
    press(page, "Sign in with Hartwell Council account")
    assert page.title() == "The provider"
    assert page.url.startswith(at_provider.issuer)
    with page.expect_navigation():
        page.get_by_role("button", name="priya").click()

    assert heading(page) == "Find a child or young person"
    page.goto("/account")
    assert "Hartwell Council account" in page.locator("main").inner_text()


def test_pages_of_a_provider_are_sound(window, at_provider, priya, settings):
    window.goto("/sign-in")
    sound(window)
    press(window, "Sign in with Hartwell Council account")
    press(window, "stranger")
    assert heading(window) == "You have not been signed in"
    assert "no account here is yours" in window.locator("main").inner_text()
    sound(window)
    settings.PROVIDERS = {KEY: replace(at_provider, issuer="http://127.0.0.1:9")}
    window.goto(f"/sign-in/with/{KEY}")
    assert "Something went wrong between here and" in window.locator("main").inner_text()
    sound(window)
