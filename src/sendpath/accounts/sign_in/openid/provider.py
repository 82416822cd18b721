"""An OpenID provider as this installation knows it. Knows no Django: settings are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Signatures made with a private key. None and those of a shared secret are never accepted."""


class ClientAuth(StrEnum):
    """How this service shows a provider who it is."""

    PRIVATE_KEY_JWT = "private_key_jwt"
    BASIC = "client_secret_basic"
    POST = "client_secret_post"


@dataclass(frozen=True, kw_only=True)
class Provider:
    """One provider. `config.environment` says what each of these is for."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_auth: ClientAuth = ClientAuth.PRIVATE_KEY_JWT
    client_secret: str = ""
    private_key: bytes = b""
    key_id: str = ""
    algorithm: str = "RS256"
    scopes: tuple[str, ...] = ("openid", "email")
    domains: frozenset[str] = frozenset()
    levels_of_trust: tuple[str, ...] = ()
    second_factor: frozenset[tuple[str, str]] = frozenset()

    def trusts(self, email: str) -> bool:
        """Return whether the area takes this provider's word for an address of that domain."""
        return email.rpartition("@")[2].lower() in self.domains

    def saw_second_factor(self, claims: Mapping[str, object]) -> bool:
        """Return whether what the provider says shows that it asked for a second factor."""
        for name, wanted in self.second_factor:
            held = claims.get(name)
            if wanted == held or (isinstance(held, list) and wanted in held):
                return True
        return False


def on_loopback(address: str) -> bool:
    """Return whether an address is on this machine, where there is no network to listen on."""
    host = urlsplit(address).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
