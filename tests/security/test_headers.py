"""Every answer, whatever it is, carries the headers by which a browser protects its reader."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from security.walkers import PEOPLE

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'", "object-src 'none'", "script-src 'self'", "style-src 'self'",
    "img-src 'self'", "media-src 'self'", "font-src 'self'", "connect-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}  # fmt: skip
ALWAYS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


ALONE = {"default-src 'none'", "sandbox"}
"""What a file of somebody's is given under: nothing in it may do anything."""


OF_FILES = ("documents:download", "documents:page")


def lacking(answer, policy=POLICY):
    """Return which headers an answer lacks, or has wrong."""
    said = set(answer.headers.get("Content-Security-Policy", "").split("; "))
    wrong = {name for name, value in ALWAYS.items() if answer.headers.get(name) != value}
    wrong |= {"Content-Security-Policy"} if said != policy else set()
    wrong |= {name for name in answer.headers if name.startswith("Access-Control-")}
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("text/") and "charset=utf-8" not in kind.replace('"', ""):
        wrong.add("charset")
    return wrong


def test_on_every_address(addresses, read):
    found = {}
    for who in PEOPLE:
        for a in addresses:
            answer, _ = read(who, a.url)
            given = a.name in OF_FILES and answer.status_code == 200
            if wrong := lacking(answer, ALONE if given else POLICY):
                found[who, a.name] = wrong

    assert found == {}


def test_on_pages_that_are_none(read):
    assert lacking(read("nobody", "/no-such-page")[0]) == set()
    assert lacking(read("priya", "/cases/C999999")[0]) == set()


def test_on_a_refusal_of_the_host_and_of_a_form(client):
    answers = [
        client.get("/", headers={"host": "elsewhere.example"}),
        Client(enforce_csrf_checks=True).post("/sign-in", {"username": "x"}),
        client.put("/healthz"),
    ]

    assert [(a.status_code, lacking(a)) for a in answers] == [
        (400, set()), (403, set()), (405, set()),
    ]  # fmt: skip


def test_on_a_fault(monkeypatch):
    monkeypatch.setattr("sendpath.config.views.render", None)
    answer = Client(raise_request_exception=False).get("/")

    assert (answer.status_code, lacking(answer)) == (500, set())


def test_on_static_files(settings):
    settings.WHITENOISE_USE_FINDERS = True
    answer = Client().get("/static/web/sendpath.css")
    answer.getvalue()

    assert (answer.status_code, lacking(answer)) == (200, set())


def test_what_somebody_who_signed_in_sees_is_never_stored(addresses, read):
    kept = [
        (who, a.name)
        for who in PEOPLE
        for a in addresses
        if who != "nobody"
        and "no-store" not in read(who, a.url)[0].headers.get("Cache-Control", "")
    ]

    assert kept == []


def test_a_public_page_sets_no_cookie(addresses, read):
    setting = {a.name for a in addresses if read("nobody", a.url)[0].cookies}

    # each has a form, whose token the cookie is for
    assert setting == {"accounts:sign_in", "accounts:passkey", "accounts:recover"}


@pytest.fixture
def https(settings):
    """Serve as behind https, with the settings that SENDPATH_HTTPS=1 makes."""
    settings.HTTPS = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


def test_behind_https_the_browser_is_told_to_come_back_by_it(https):
    answer = Client().get("/sign-in")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    for cookie in answer.cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")


def test_behind_https_a_form_is_taken_from_the_same_place_only(https, priya):
    browser = Client(enforce_csrf_checks=True)
    token = browser.get("/sign-in").context["csrf_token"]
    said = {"username": "x", "password": "x", "csrfmiddlewaretoken": str(token)}

    answers = {
        origin: browser.post(
            "/sign-in", said, headers={"origin": origin, "host": "testserver"}
        ).status_code
        for origin in ("https://testserver", "http://testserver", "https://elsewhere.example")
    }

    assert list(answers.values()) == [200, 403, 403]


def test_without_https_nobody_is_told_to_use_it(client):
    answer = client.get("/", headers={"x-forwarded-proto": "https"})

    assert "Strict-Transport-Security" not in answer.headers


def test_the_settings_for_https_are_made_of_one_setting():
    names = (
        "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME",
        "SECURE_HSTS_SECONDS", "DEBUG",
    )  # fmt: skip
    code = f"from sendpath.config import settings as s; print([getattr(s, n) for n in {names}])"
    made = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "SENDPATH_HTTPS": "1", "PYTHONPATH": "src"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert made.stdout.strip() == str(
        [True, True, "__Host-sessionid", "__Host-csrftoken", 31_536_000, False]
    )
