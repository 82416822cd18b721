"""Reads from the environment what an installation says of each OpenID provider."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.core.exceptions import ImproperlyConfigured

from sendpath.accounts.sign_in.openid.provider import ALGORITHMS, ClientAuth, Provider, on_loopback
from sendpath.config.environment import env


def read_provider(key: str) -> Provider:
    """Return the provider of that short name; stop the start if something of it is wrong."""

    def said(what: str, default: str | None = "") -> str:
        value: str | None = env.str(f"SENDPATH_OIDC_{key.upper()}_{what}", default=default)
        if value is None:
            raise _wrong(key, what, "must be set")
        return value.strip()

    auth = said("CLIENT_AUTH", ClientAuth.PRIVATE_KEY_JWT)
    if auth not in list(ClientAuth):
        raise _wrong(key, "CLIENT_AUTH", f"must be one of {', '.join(ClientAuth)}")
    algorithm = said("ALGORITHM", "RS256")
    if algorithm not in ALGORITHMS:
        raise _wrong(key, "ALGORITHM", f"must be one of {', '.join(ALGORITHMS)}")
    by_key = auth == ClientAuth.PRIVATE_KEY_JWT
    return Provider(
        key=key,
        name=said("NAME", key),
        issuer=_address(key, said("ISSUER", None)),
        client_id=said("CLIENT_ID", None),
        client_auth=ClientAuth(auth),
        client_secret="" if by_key else said("CLIENT_SECRET", None),
        private_key=_private_key(key, said("PRIVATE_KEY_FILE", None)) if by_key else b"",
        key_id=said("KEY_ID"),
        algorithm=algorithm,
        scopes=tuple(said("SCOPES", "openid email").split()),
        domains=frozenset(part.lower() for part in _parts(said("DOMAINS"))),
        levels_of_trust=tuple(_parts(said("VTR"))),
        second_factor=frozenset(_claim(key, part) for part in _parts(said("SECOND_FACTOR"))),
    )


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _claim(key: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise _wrong(key, "SECOND_FACTOR", "must be written as amr=mfa")
    return name, value


def _address(key: str, issuer: str) -> str:
    if not issuer.startswith("https://") and not on_loopback(issuer):
        raise _wrong(key, "ISSUER", "must begin with https://")
    return issuer


def _private_key(key: str, path: str) -> bytes:
    try:
        written = Path(path).read_bytes()
        load_pem_private_key(written, password=None)
    except (OSError, ValueError, TypeError) as fault:
        raise _wrong(key, "PRIVATE_KEY_FILE", f"names no private key as PEM ({fault})") from None
    return written


def _wrong(key: str, what: str, why: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"SENDPATH_OIDC_{key.upper()}_{what} {why}.")
