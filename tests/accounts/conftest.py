"""A real OpenID provider on this machine, for all tests of signing in at one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accounts import openid_provider
from accounts.openid_provider import KEY
from sendpath.accounts.sign_in.openid.provider import Provider

BACK = "http://testserver/sign-in/with/hartwell/back"


@pytest.fixture(scope="session")
def running_provider(tmp_path_factory):
    provider, http = openid_provider.start(tmp_path_factory.mktemp("provider"), [BACK])
    yield provider
    http.shutdown()
    http.server_close()


@pytest.fixture
def provider(running_provider):
    """The provider, with nothing asked of it yet."""
    running_provider.asked.clear()
    running_provider.exchanged.clear()
    running_provider.described.clear()
    running_provider.spoil = running_provider.published = None
    return running_provider


@pytest.fixture
def at(provider, settings):
    """The provider as an installation knows it: trusted for the council's own domain."""
    known = Provider(
        key=KEY,
        name="Hartwell Council account",
        issuer=provider.issuer,
        client_id="by-key",
        private_key=provider.keys["by-key"],
        key_id="sendpath-1",
        domains=frozenset({"hartwell.example"}),
        second_factor=frozenset({("amr", "mfa")}),
    )
    settings.PROVIDERS = {KEY: known}

    def change(**changes):
        settings.PROVIDERS = {KEY: replace(known, **changes)}

    return change
