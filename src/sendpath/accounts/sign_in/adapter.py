"""What allauth asks of us where it makes and checks second factors."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.account.utils import user_pk_to_url_str
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from sendpath.accounts.models import User


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Keeps secrets unreadable in the database, and names this service on people's devices."""

    def get_totp_issuer(self) -> str:
        return f"SEND Path {settings.AREA}"

    def get_totp_label(self, user: User) -> str:
        return user.username

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host = context.request.get_host()
        return {"id": host.partition(":")[0], "name": self.get_totp_issuer()}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, str | bytes]:
        return {
            "id": user_pk_to_url_str(user).encode(),  # as what reads it back takes it
            "display_name": user.display_name,
            "name": user.username,
        }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key_from(secret)) for secret in keys])


def _key_from(secret: str) -> bytes:
    return urlsafe_b64encode(sha256(b"sendpath second factors:" + secret.encode()).digest())
