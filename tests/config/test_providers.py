"""What the environment says of an OpenID provider is read whole, or the start stops in words."""

import os
import subprocess
import sys

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.exceptions import ImproperlyConfigured

from sendpath.accounts.sign_in.openid.provider import ClientAuth
from sendpath.config.providers import read_provider


@pytest.fixture
def key_file(tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    path = tmp_path / "key.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


@pytest.fixture
def say(monkeypatch, key_file):
    """Set what the environment says of GOV.UK One Login, changed as given."""

    def set_all(**changes):
        said = {
            "NAME": "GOV.UK One Login",
            "ISSUER": "https://oidc.integration.account.gov.uk/",
            "CLIENT_ID": "a-client",
            "PRIVATE_KEY_FILE": str(key_file),
            "ALGORITHM": "ES256",
            "VTR": "Cl.Cm, P2.Cl.Cm",
            "SECOND_FACTOR": "vot=Cl.Cm,vot=P2.Cl.Cm",
            **changes,
        }
        for what, value in said.items():
            if value is None:
                monkeypatch.delenv(f"SENDPATH_OIDC_ONELOGIN_{what}", raising=False)
            else:
                monkeypatch.setenv(f"SENDPATH_OIDC_ONELOGIN_{what}", value)

    return set_all


def test_one_login_is_read(say, key_file):
    say()
    one = read_provider("onelogin")

    assert (one.name, one.client_auth) == ("GOV.UK One Login", ClientAuth.PRIVATE_KEY_JWT)
    assert one.private_key == key_file.read_bytes()
    assert one.levels_of_trust == ("Cl.Cm", "P2.Cl.Cm")
    assert one.scopes == ("openid", "email")
    assert one.domains == frozenset()
    assert one.saw_second_factor({"vot": "P2.Cl.Cm"})
    assert not one.saw_second_factor({"vot": "Cl"})


def test_a_secret_is_read_only_for_the_ways_that_use_one(say):
    say(CLIENT_AUTH="client_secret_basic", CLIENT_SECRET="s", PRIVATE_KEY_FILE=None)
    one = read_provider("onelogin")
    assert (one.client_secret, one.private_key) == ("s", b"")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ISSUER": None}, "ISSUER must be set"),
        ({"ISSUER": "http://provider.example"}, "ISSUER must begin with https://"),
        ({"CLIENT_ID": None}, "CLIENT_ID must be set"),
        ({"CLIENT_AUTH": "none"}, "CLIENT_AUTH must be one of"),
        ({"ALGORITHM": "HS256"}, "ALGORITHM must be one of"),
        ({"ALGORITHM": "none"}, "ALGORITHM must be one of"),
        ({"PRIVATE_KEY_FILE": "/nowhere.pem"}, "PRIVATE_KEY_FILE names no private key"),
        ({"SECOND_FACTOR": "mfa"}, "SECOND_FACTOR must be written as amr=mfa"),
        ({"CLIENT_AUTH": "client_secret_post"}, "CLIENT_SECRET must be set"),
    ],
)
def test_what_is_wrong_stops_the_start(say, changes, said):
    say(**changes)
    with pytest.raises(ImproperlyConfigured, match=said):
        read_provider("onelogin")


def started(**environment):
    code = "import django; django.setup(); print('started')"
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ, "PYTHONPATH": "src",
            "DJANGO_SETTINGS_MODULE": "sendpath.config.settings", **environment,
        },
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "environment",
    [
        {"SENDPATH_OIDC_ENTRA_ISSUER": "https://login.example"},  # not in SENDPATH_OIDC
        {"SENDPATH_OIDC": "En-tra"},
        {"SENDPATH_IDLE_MINUTE": "20"},
    ],
)
def test_a_name_that_nobody_reads_stops_the_start(environment):
    done = started(**environment)
    assert done.returncode != 0
    assert "ImproperlyConfigured" in done.stderr
