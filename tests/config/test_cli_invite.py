"""`sendpath invite` makes the first account, which nobody inside can invite yet."""

import pytest
from django.test import Client

from sendpath.accounts.models import User
from sendpath.audit.models import AuditEntry
from tests.config.conftest import DONE, NOT_UNDERSTOOD

pytestmark = pytest.mark.django_db
WHO = ("Helen Testname", "Helen@hartwell.example")


def test_the_link_that_is_printed_opens(run):
    done = run("invite", *WHO, "--address", "https://send.hartwell.example")

    assert done.exit_code == DONE
    link = done.stdout.splitlines()[-1]
    assert link.startswith("https://send.hartwell.example/invitation/")
    page = Client().get(link.removeprefix("https://send.hartwell.example"))
    assert "Helen Testname, you have been invited as Head of SEND." in page.text
    helen = User.objects.get(username="helen@hartwell.example")
    assert [role.key for role in helen.roles] == ["head_of_service"]
    assert AuditEntry.objects.last().by == "command line"


def test_nobody_is_invited_twice_or_to_what_is_no_role(run):
    run("invite", *WHO)
    assert run("invite", *WHO).exit_code == NOT_UNDERSTOOD
    assert run("invite", "Noor Testname", "n@hartwell.example", "--role", "king").exit_code == (
        NOT_UNDERSTOOD
    )
    assert User.objects.count() == 1
