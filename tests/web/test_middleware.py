"""A signed-in person's page is not kept in the browser; a public one may be."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_signed_in_page_is_not_stored(client, priya):
    client.force_login(priya)

    assert client.get("/").headers["Cache-Control"] == "no-store"


def test_a_public_page_may_be(client):
    assert "no-store" not in client.get("/accessibility").headers.get("Cache-Control", "")
