"""A certified OpenID provider, idpyoidc, on this machine: what a council or GOV.UK would run.

It asks who is there on a page with one button a person, and believes it. Everything else it
does as a provider must: PKCE demanded, clients checked by key or secret, tokens signed.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptojwt.jwk.ec import ECKey
from cryptojwt.jwk.rsa import RSAKey
from idpyoidc.server import Server
from idpyoidc.server.configure import OPConfiguration
from idpyoidc.server.exception import ClientAuthenticationError, UnAuthorizedClient

PEOPLE: dict[str, dict[str, Any]] = {
    "priya": {
        "email": "priya@hartwell.example", "email_verified": True,
        "amr": ["pwd", "mfa"], "vot": "Cl.Cm",
    },
    "weak": {
        "email": "priya@hartwell.example", "email_verified": True, "amr": ["pwd"], "vot": "Cl",
    },
    "unverified": {"email": "priya@hartwell.example", "email_verified": False},
    "stranger": {"email": "stranger@elsewhere.example", "email_verified": True},
    "invited": {"email": "own.name@nhs.example", "email_verified": False},
}  # fmt: skip
KEY = "hartwell"
"""What the installation under test calls it."""

SECRET = "a secret for clients that have one, long enough"


@dataclass
class OpenIdProvider:
    """The provider as tests see it: where it is, and what it was asked."""

    issuer: str
    keys: dict[str, bytes]
    asked: list[dict[str, str]] = field(default_factory=list)
    exchanged: list[dict[str, str]] = field(default_factory=list)
    spoil: Any = None
    """What to do to the answer of the token endpoint before it is sent: tests forge with it."""
    described: dict[str, str] = field(default_factory=dict)
    """What its description of itself says in place of the truth."""

    published: Any = None
    """Keys to publish in place of its own, for a test that signs as the provider would."""


def start(folder: Path, come_back_to: list[str]) -> tuple[OpenIdProvider, ThreadingHTTPServer]:
    """Start a provider on a free port, with a client for each way of showing who one is."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    issuer = f"http://127.0.0.1:{http.server_address[1]}"
    keys, public = _keys()
    server = Server(OPConfiguration(_configuration(issuer, folder)), cwd=str(folder))
    for name in ("by-key", "by-ec-key", "by-secret", "by-posted-secret"):
        _add_client(server, name, come_back_to, public.get(name))
    http.provider, http.server_of_tokens = OpenIdProvider(issuer, keys), server  # type: ignore[attr-defined]
    threading.Thread(target=http.serve_forever, daemon=True).start()
    return http.provider, http  # type: ignore[attr-defined]


def _keys():
    made = {
        "by-key": rsa.generate_private_key(public_exponent=65537, key_size=2048),
        "by-ec-key": ec.generate_private_key(ec.SECP256R1()),
        "of-nobody": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    }
    private = {
        name: key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        for name, key in made.items()
    }
    public = {
        "by-key": RSAKey(kid="sendpath-1", use="sig").load_key(made["by-key"].public_key()),
        "by-ec-key": ECKey(kid="sendpath-2", use="sig").load_key(made["by-ec-key"].public_key()),
    }
    return private, public


def _add_client(server, name, come_back_to, key):
    methods = {
        "by-key": "private_key_jwt",
        "by-ec-key": "private_key_jwt",
        "by-secret": "client_secret_basic",
        "by-posted-secret": "client_secret_post",
    }
    server.context.cdb[name] = {
        "client_id": name,
        "client_secret": SECRET,
        "redirect_uris": [(uri, {}) for uri in come_back_to],
        "response_types_supported": ["code"],
        "token_endpoint_auth_method": methods[name],
        "token_endpoint_client_authn_method": [methods[name]],
        "allowed_scopes": ["openid", "email"],
    }
    server.keyjar.add_symmetric(name, SECRET)
    if key is not None:
        server.keyjar.import_jwks({"keys": [key.serialize()]}, name)


def _configuration(issuer, folder):
    claims = {name: None for name in ("vot", "amr")}
    return {
        "issuer": issuer,
        "key_conf": {
            "uri_path": "jwks.json",
            "key_defs": [
                {"type": "RSA", "key": "", "use": ["sig"]},
                {"type": "EC", "crv": "P-256", "use": ["sig"]},
            ],
        },
        "token_handler_args": {
            "jwks_def": {
                "private_path": str(folder / "tokens.json"),
                "read_only": False,
                "key_defs": [{"type": "oct", "bytes": 24, "use": ["enc"], "kid": "code"}],
            },
            "code": {"lifetime": 600, "kwargs": {"crypt_conf": _crypt()}},
            "token": {
                "class": "idpyoidc.server.token.jwt_token.JWTToken",
                "kwargs": {"lifetime": 3600},
            },
            "id_token": {
                "class": "idpyoidc.server.token.id_token.IDToken",
                "kwargs": {"base_claims": claims},
            },
        },
        "endpoint": {
            "provider_config": {
                "path": ".well-known/openid-configuration",
                "class": "idpyoidc.server.oidc.provider_config.ProviderConfiguration",
                "kwargs": {"client_authn_method": None},
            },
            "authorization": {
                "path": "authorization",
                "class": "idpyoidc.server.oidc.authorization.Authorization",
                "kwargs": {"client_authn_method": None, "response_types_supported": ["code"]},
            },
            "token": {
                "path": "token",
                "class": "idpyoidc.server.oidc.token.Token",
                "kwargs": {
                    "client_authn_method": [
                        "private_key_jwt", "client_secret_basic", "client_secret_post",
                    ]
                },
            },
            "userinfo": {
                "path": "userinfo",
                "class": "idpyoidc.server.oidc.userinfo.UserInfo",
                "kwargs": {"client_authn_method": ["bearer_header"]},
            },
        },
        "userinfo": {
            "class": "idpyoidc.server.user_info.UserInfo",
            "kwargs": {"db": PEOPLE},
        },
        "authentication": {
            "believed": {
                "acr": "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
                "class": "idpyoidc.server.user_authn.user.NoAuthn",
                "kwargs": {"user": "nobody"},
            }
        },
        "add_ons": {
            "pkce": {
                "function": "idpyoidc.server.oauth2.add_on.pkce.add_support",
                "kwargs": {"essential": True, "code_challenge_methods": {"S256": None}},
            }
        },
        "session_params": {"encrypter": _crypt()},
        "cookie_handler": {
            "class": "idpyoidc.server.cookie_handler.CookieHandler",
            "kwargs": {"keys": {"key_defs": [{"type": "OCT", "kid": "sig", "use": ["sig"]},
                                             {"type": "OCT", "kid": "enc", "use": ["enc"]}]}},
        },
    }  # fmt: skip


def _crypt():
    return {
        "kwargs": {
            "keys": {
                "key_defs": [
                    {"type": "OCT", "use": ["enc"], "kid": "password"},
                    {"type": "OCT", "use": ["enc"], "kid": "salt"},
                ]
            },
            "iterations": 1,
        }
    }


class _Pages(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query))
        if address.path == "/.well-known/openid-configuration":
            self._json({**self.op.context.provider_info, **self.provider.described})
        elif address.path == "/jwks.json":
            self._json(self.provider.published or self.op.keyjar.export_jwks())
        elif address.path == "/authorization":
            self.provider.asked.append(query)
            self._ask_who(query)
        elif address.path == "/as":
            self._authorise(query)
        elif address.path == "/userinfo":
            self._endpoint("userinfo", {})
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        self.provider.exchanged.append(dict(sent))
        self._endpoint("token", sent)

    @property
    def op(self) -> Server:
        return self.server.server_of_tokens  # type: ignore[attr-defined]

    @property
    def provider(self) -> OpenIdProvider:
        return self.server.provider  # type: ignore[attr-defined]

    def _ask_who(self, query: dict[str, str]) -> None:
        kept = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in query.items()
        )
        buttons = "".join(f'<button name="user" value="{who}">{who}</button>' for who in PEOPLE)
        page = f"<title>The provider</title><form action='/as'>{kept}{buttons}</form>"
        self._send(200, "text/html", page.encode())

    def _authorise(self, query: dict[str, str]) -> None:
        user = query.pop("user")
        endpoint = self.op.get_endpoint("authorization")
        self.op.context.authn_broker.db["believed"]["method"].user = user
        asked = endpoint.parse_request(query)
        self._respond(endpoint, asked, endpoint.process_request(asked))

    def _endpoint(self, name: str, sent: dict[str, str]) -> None:
        endpoint = self.op.get_endpoint(name)
        headers = {key.lower(): value for key, value in self.headers.items()}
        http_info = {"headers": headers, "method": self.command, "url": self.path}
        try:
            asked = endpoint.parse_request(sent, http_info=http_info)
        except (UnAuthorizedClient, ClientAuthenticationError):
            self._json({"error": "invalid_client"}, status=401)
            return
        answer = asked if "error" in asked else endpoint.process_request(asked)
        self._respond(endpoint, asked, answer)

    def _respond(self, endpoint: Any, asked: Any, answer: Any) -> None:
        if "error" in answer:
            self._json({"error": answer["error"]}, status=400)
            return
        said = endpoint.do_response(request=asked, **answer)
        if said.get("response_placement") == "url" or str(said["response"]).startswith("http"):
            self.send_response(303)
            self.send_header("Location", said["response"])
            self.end_headers()
            return
        body = said["response"]
        if endpoint.name == "token" and self.provider.spoil:
            body = json.dumps(self.provider.spoil(json.loads(body)))
        self._send(200, "application/json", body.encode())

    def _json(self, value: Any, status: int = 200) -> None:
        written = value if isinstance(value, str) else json.dumps(value)
        self._send(status, "application/json", written.encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def go(client, **more):
    """Leave for the provider, and return the address it is asked at."""
    return client.get(f"/sign-in/with/{KEY}", more).url


def answered(address, who):
    """Press somebody's button at the provider, and return where one is sent back to."""
    where = urlsplit(address)
    assert requests.get(address, timeout=10).status_code == 200
    answer = requests.get(
        f"{where.scheme}://{where.netloc}/as",
        params={**dict(parse_qsl(where.query)), "user": who},
        allow_redirects=False,
        timeout=10,
    )
    return answer.headers["Location"]


def come_back(client, address):
    back = urlsplit(address)
    return client.get(f"{back.path}?{back.query}")
