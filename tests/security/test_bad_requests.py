"""What no browser of ours would send is refused: too much, too long, not text, elsewhere."""

import json

import pytest
from django.conf import settings
from django.test import Client

from security.walkers import PEOPLE

pytestmark = pytest.mark.django_db

FORMS = ("/sign-in", "/cases/C000001/record/plan.draft_sent", "/operations/jobs/1/cancel")


@pytest.mark.parametrize("host", ["elsewhere.example", "testserver.elsewhere.example", "a b", ""])
def test_another_host_is_refused(client, host):
    assert client.get("/sign-in", headers={"host": host}).status_code == 400 or host == ""


def test_no_header_of_a_proxy_changes_who_we_are(client):
    said = {"host": "testserver", "x-forwarded-host": "elsewhere.example",
            "x-forwarded-proto": "https", "x-forwarded-for": "10.0.0.1", "x-real-ip": "10.0.0.1",
            "x-original-url": "/operations", "x-rewrite-url": "/operations"}  # fmt: skip
    answer = client.get("/", headers=said)

    assert "elsewhere.example" not in answer.text
    assert answer.wsgi_request.build_absolute_uri("/") == "http://testserver/"
    assert answer.wsgi_request.path == "/"


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "/\\x",
                                    "javascript:alert(1)"])  # fmt: skip
def test_signing_in_leads_nowhere_else(as_whom, onward):
    answer = as_whom["priya"]().get("/sign-in", {"next": onward})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(("who", "path"), [("nobody", "/sign-in"), ("dana", "/sen2/write")])
def test_too_many_fields_are_refused(as_whom, who, path):
    fields = {f"f{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}

    assert as_whom[who]().post(path, fields).status_code == 400


@pytest.mark.parametrize("path", FORMS)
def test_too_large_a_form_is_refused(as_whom, path):
    body = b"username=" + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    answer = as_whom["priya"]().post(path, body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code in (302, 400, 403, 404)
    assert Client().post("/sign-in", body, content_type="application/x-www-form-urlencoded")


def test_a_form_that_says_it_is_larger_than_any_return_is_refused_before_it_is_read(as_whom):
    answer = as_whom["dana"]().post("/sen2/load", {}, headers={"content-length": "9" * 12})

    assert answer.status_code == 413


DEEP = "[" * 100_000 + "]" * 100_000


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", DEEP),
        ("application/json", json.dumps({"username": {"$ne": None}})),
        ("text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
        ("multipart/form-data; boundary=x", "--y\r\nno boundary of mine"),
        ("multipart/form-data", "no boundary at all"),
        ("application/x-www-form-urlencoded; charset=utf-7", "username=%2BADw-"),
        ("application/octet-stream", "\x00\xff"),
    ],
)
@pytest.mark.parametrize("path", FORMS)
def test_a_body_of_another_kind_is_no_form(as_whom, path, kind, body):
    answer = as_whom["priya"](raise_request_exception=False).post(path, body, content_type=kind)

    assert answer.status_code < 500


QUERIES = {
    "long": "x" * 20_000,
    "nothing": "%00",
    "surrogate": "%ED%A0%80",
    "not text": "%ff%fe",
    "number": "9" * 400,
    "below nothing": "-1",
    "turned round": "%E2%80%AEtxt",
    "a path": "../../../../etc/passwd",
}
NAMES = ("words", "page", "officer", "team", "when", "known_on", "record", "duty", "what", "on",
         "kind", "section", "body", "next", "f_calendar", "why", "sort")  # fmt: skip


def test_whatever_stands_in_an_address_is_answered(addresses, as_whom):
    browsers = {who: as_whom[who](raise_request_exception=False) for who in PEOPLE}
    found = {}
    for what, said in QUERIES.items():
        query = "&".join(f"{name}={said}" for name in NAMES)
        for address in addresses:
            for who in address.readers[-1:]:
                answer = browsers[who].get(f"{address.url}?{query}")
                answer.getvalue()
                if answer.status_code >= 500:
                    found[who, what, address.name] = answer.status_code

    assert found == {}


@pytest.mark.parametrize("number", ["0", "9" * 9, "9" * 30, "9" * 5000])
def test_a_number_of_any_size_in_an_address_is_no_page(number, as_whom):
    for who in PEOPLE:
        browser = as_whom[who](raise_request_exception=False)
        for path in ("sen2/loads/{}", "sen2/written/{}/file", "establishments/loads/{}",
                     "operations/jobs/{}/give-up", "cases/C000001/events/{}/void",
                     "term-dates/990001/{}"):  # fmt: skip
            answer = browser.get("/" + path.format(number))
            assert answer.status_code in (302, 403, 404), (who, path)


@pytest.mark.parametrize(
    "path",
    ["/.env", "/.git/config", "/static/../.env", "/static/%2e%2e/%2e%2e/.env", "/static/",
     "/files/", "/media/", "/admin/", "/__debug__/", "/docs", "/metrics", "/server-status"],
)  # fmt: skip
def test_nothing_lies_about_that_is_no_page(path, as_whom):
    for who in PEOPLE:
        assert as_whom[who]().get(path).status_code == 404


def test_a_cookie_that_is_none_signs_nobody_in(client):
    for value in ("x", "0" * 32, "../../etc/passwd", "x" * 4000):
        client.cookies["sessionid"] = value
        assert client.get("/worklist").status_code == 302
