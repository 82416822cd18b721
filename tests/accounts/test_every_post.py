"""Every address of signing in that takes a form refuses one from another site."""

import ast
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import sendpath
from accounts.second_factors import PASSWORD
from sendpath.accounts.urls import urlpatterns

ARGUMENTS = {
    "leave": ["x"], "come_back": ["x"], "recovery": ["x"], "invitation": ["x"],
    "rename_passkey": [1], "remove_factor": [1], "person": [1], "help_person": [1, "unlock"],
    "give_role": ["officer"], "invite": ["officer"], "end_membership": [1],
}  # fmt: skip


@pytest.mark.parametrize("name", [pattern.name for pattern in urlpatterns])
def test_a_form_from_another_site_is_refused(name, helen, settings):
    settings.DEMO = True
    client = Client(enforce_csrf_checks=True)
    client.force_login(helen)
    path = reverse(f"accounts:{name}", args=ARGUMENTS.get(name, []))

    answer = client.post(path, {"username": "helen", "password": PASSWORD, "end": "others"})

    assert answer.status_code == 403
    assert "Send the form again" in answer.text


SIGNING_IN = {"login", "logout", "update_session_auth_hash"}


def imported_from_auth(path: Path) -> set[str]:
    return {
        alias.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module == "django.contrib.auth"
        for alias in node.names
    }


def test_people_are_signed_in_and_out_in_one_place_alone():
    root = Path(sendpath.__file__).parent
    found = [
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if imported_from_auth(path) & SIGNING_IN
    ]
    assert found == ["accounts/sign_in/services/sessions.py"]
