"""A form sent from somebody else's page is refused, on every address, and changes nothing."""

import pytest
from django.db import connection

from security.pages import Page
from security.walkers import PEOPLE
from sendpath.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
UNSAFE = ("post", "put", "patch", "delete")


def rows():
    """Return how many rows there are, and the last hash of the log."""
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        counted = {}
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            counted[table] = cursor.fetchone()[0]
    return counted, AuditEntry.objects.order_by("-number").values_list("hash").first()


def without_sessions(found):
    """Leave out what signing in for the test itself has made."""
    counted, last = found
    return {table: n for table, n in counted.items() if table != "accounts_session"}, last


def test_without_its_token_nothing_is_taken(addresses, as_whom):
    before, taken = rows(), {}
    for who in PEOPLE:
        browser = as_whom[who](enforce_csrf_checks=True)
        refused = {302, 403, 404, 405} if who == "nobody" else {403, 404, 405}
        for verb in UNSAFE:
            for address in addresses:
                code = getattr(browser, verb)(address.url).status_code
                if code not in refused:
                    taken[who, verb, address.name] = code

    assert taken == {}
    assert without_sessions(rows()) == without_sessions(before)


def test_a_token_of_another_session_is_refused(as_whom):
    other = as_whom["tom"](enforce_csrf_checks=True)
    token = str(other.get("/").context["csrf_token"])
    browser = as_whom["priya"](enforce_csrf_checks=True)
    browser.get("/")

    answer = browser.post("/sign-out", {"csrfmiddlewaretoken": token})

    assert answer.status_code == 403
    assert "_auth_user_id" in browser.session


def test_every_form_that_changes_something_carries_a_token_and_goes_to_us(addresses, read):
    wrong = []
    for address in addresses:
        for who in address.readers:
            _, page = read(who, address.url)
            for form in page.forms if page else []:
                bare = form.method == "post" and "csrfmiddlewaretoken" not in form.fields
                if bare or not form.action.startswith("/") or form.action.startswith("//"):
                    wrong.append((who, address.name, form.action))

    assert wrong == []


def test_the_walk_would_see_a_form_without_a_token():
    page = Page('<form method="post" action="https://x.example"><input name="a"></form>')

    assert (page.forms[0].action, list(page.forms[0].fields)) == ("https://x.example", ["a"])


def test_no_other_verb_does_anything(addresses, as_whom):
    before, taken = rows(), set()
    for who in PEOPLE:
        browser = as_whom[who]()
        for verb in ("put", "patch", "delete", "trace", "options"):
            for address in addresses:
                if getattr(browser, verb)(address.url).status_code < 300:
                    taken.add((verb, address.name))

    # asking what may be asked, and a form of signing in that is empty, change nothing
    assert taken <= {("options", "accounts:sign_in"), ("put", "accounts:sign_in")}
    assert without_sessions(rows()) == without_sessions(before)
