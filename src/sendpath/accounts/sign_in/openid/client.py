"""Asking an OpenID provider who somebody is: authorization code, PKCE, state, nonce.

Everything that comes back is checked: the state against this browser's session, the token's
signature against the provider's published keys, its issuer, audience, times and nonce, and
the level of trust. What fails raises `Refused` with a short code, for the log and the audit.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from json import dumps
from time import time
from typing import Any
from urllib.parse import urlencode

import jwt
import requests

from sendpath.accounts.sign_in.openid.provider import ALGORITHMS, ClientAuth, Provider, on_loopback

PATIENCE = 10
"""Seconds to wait for each answer."""

CLOCKS_APART = 60
"""Seconds by which a provider's clock may differ from ours."""

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LASTS = 60


class Refused(Exception):
    """What the provider sent cannot be relied on. `code` says what was wrong with it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Errand:
    """What is remembered of somebody while they are away at the provider."""

    state: str
    nonce: str
    verifier: str


def new_errand() -> Errand:
    """Return three secrets for one journey to a provider and back."""
    return Errand(*(secrets.token_urlsafe(32) for _ in range(3)))


def where_to_ask(provider: Provider, errand: Errand, come_back_to: str) -> str:
    """Return the address at the provider to which somebody is sent."""
    challenge = urlsafe_b64encode(sha256(errand.verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": come_back_to,
        "scope": " ".join(provider.scopes),
        "state": errand.state,
        "nonce": errand.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    if provider.levels_of_trust:
        asked["vtr"] = dumps(list(provider.levels_of_trust))
    return f"{_about(provider)['authorization_endpoint']}?{urlencode(asked)}"


def who_came_back(
    provider: Provider, errand: Errand, came_with: Mapping[str, str], came_to: str
) -> dict[str, Any]:
    """Return what the provider says of whoever came back from it, all of it checked."""
    if not secrets.compare_digest(came_with.get("state", ""), errand.state):
        raise Refused("state")
    if came_with.get("iss", provider.issuer) != provider.issuer:
        raise Refused("issuer")
    if "error" in came_with or not came_with.get("code"):
        raise Refused("turned_away")
    about = _about(provider)
    given = _exchange(provider, about, errand, came_with["code"], came_to)
    claims = _claims_of(provider, about, errand, str(given.get("id_token", "")))
    if "email" not in claims and "email" in provider.scopes and "userinfo_endpoint" in about:
        claims = {**_userinfo(about, claims, str(given.get("access_token", ""))), **claims}
    return claims


def _about(provider: Provider) -> dict[str, Any]:
    found = _get(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != provider.issuer:
        raise Refused("issuer")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        address = str(found.get(name, ""))
        if not address.startswith("https://") and not on_loopback(address):
            raise Refused("discovery")
    return found


def _exchange(
    provider: Provider, about: Mapping[str, Any], errand: Errand, code: str, came_to: str
) -> dict[str, Any]:
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": came_to,
        "client_id": provider.client_id,
        "code_verifier": errand.verifier,
    }
    basic = None
    if provider.client_auth is ClientAuth.PRIVATE_KEY_JWT:
        sent["client_assertion_type"] = ASSERTION
        sent["client_assertion"] = _assertion(provider, about["token_endpoint"])
    elif provider.client_auth is ClientAuth.BASIC:
        basic = (provider.client_id, provider.client_secret)
    else:
        sent["client_secret"] = provider.client_secret
    return _answer(
        lambda: requests.post(
            about["token_endpoint"], data=sent, auth=basic, timeout=PATIENCE, allow_redirects=False
        )
    )


def _assertion(provider: Provider, audience: str) -> str:
    now = int(time())
    said = {
        "iss": provider.client_id,
        "sub": provider.client_id,
        "aud": audience,
        "jti": secrets.token_urlsafe(16),
        "iat": now,
        "exp": now + LASTS,
    }
    headers = {"kid": provider.key_id} if provider.key_id else None
    return jwt.encode(said, provider.private_key, algorithm=provider.algorithm, headers=headers)


def _claims_of(
    provider: Provider, about: Mapping[str, Any], errand: Errand, token: str
) -> dict[str, Any]:
    try:
        header = jwt.get_unverified_header(token)
        keys = jwt.PyJWKSet.from_dict(_get(about["jwks_uri"]))
        claims: dict[str, Any] = jwt.decode(
            token,
            _key_for(header, keys),
            algorithms=[name for name in ALGORITHMS if name == header.get("alg")],
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=CLOCKS_APART,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
    except jwt.PyJWTError as fault:
        raise Refused("token") from fault
    if not secrets.compare_digest(str(claims["nonce"]), errand.nonce):
        raise Refused("nonce")
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise Refused("audience")
    if provider.levels_of_trust and claims.get("vot") not in provider.levels_of_trust:
        raise Refused("level_of_trust")
    return claims


def _key_for(header: Mapping[str, Any], keys: jwt.PyJWKSet) -> jwt.PyJWK:
    """Return the published key that a token names; the only one, if it names none."""
    named = [key for key in keys.keys if key.key_id == header.get("kid")]
    fitting = named or (keys.keys if "kid" not in header else [])
    if len(fitting) != 1:
        raise Refused("key")
    return fitting[0]


def _userinfo(
    about: Mapping[str, Any], claims: Mapping[str, Any], access_token: str
) -> dict[str, Any]:
    found = _get(about["userinfo_endpoint"], {"Authorization": f"Bearer {access_token}"})
    if found.get("sub") != claims["sub"]:
        raise Refused("userinfo")
    return found


def _get(address: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    return _answer(
        lambda: requests.get(address, headers=headers, timeout=PATIENCE, allow_redirects=False)
    )


def _answer(ask: Any) -> dict[str, Any]:
    try:
        answer = ask()
        if answer.status_code != requests.codes.ok:
            raise Refused("unreachable")
        found = answer.json()
    except (requests.RequestException, ValueError) as fault:
        raise Refused("unreachable") from fault
    if not isinstance(found, dict):
        raise Refused("unreachable")
    return found
