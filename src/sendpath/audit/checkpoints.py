"""Signed notes of how far each chain has come, to be kept where nobody here can change them.

Whoever holds the database's keys could write a whole chain anew. They cannot make it end as a
checkpoint says that is kept elsewhere. docs/audit.md says what is in the file.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from sendpath.audit.models import Chain, ChainHead
from sendpath.audit.verifying import Mark
from sendpath.web import clock

VERSION = 1
KEY, FOLDER = "audit-signing-key.pem", "checkpoints"


class NotGenuine(Exception):
    """A file is no checkpoint of this service. The text says why."""


def signing_key() -> Ed25519PrivateKey:
    """Return this installation's key, made at its first use for its own user to read only."""
    path = settings.DATA / KEY
    if not path.exists():
        _make_key(path)
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise NotGenuine(f"{path} holds a key of another kind than Ed25519.")
    return key


def _make_key(path: Path) -> None:
    """Make a key under another name first: of two processes at once, one's key is both's."""
    new = Ed25519PrivateKey.generate()
    part, name = tempfile.mkstemp(dir=path.parent)  # for its own user to read only
    with os.fdopen(part, "wb") as file:
        file.write(new.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with suppress(FileExistsError):
        os.link(name, path)
    os.unlink(name)


def public_key() -> str:
    """Return the public key as 64 hexadecimal digits, to be kept elsewhere."""
    return signing_key().public_key().public_bytes_raw().hex()


def write(*, to: Path | None = None) -> Path:
    """Write today's checkpoint, and return where it is. Written again, it says the latest."""
    folder = to or settings.DATA / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path: Path = folder / f"{settings.LA}-{clock.today()}.json"
    part = path.with_suffix(".part")
    part.write_text(json.dumps(_signed(_told()), indent=1) + "\n")
    part.replace(path)
    return path


def read(path: Path, *, key: str) -> list[Mark]:
    """Return what a checkpoint says of each chain, if it is signed with that key."""
    try:
        told = json.loads(path.read_text())
        signature = bytes.fromhex(told.pop("signature"))
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, _bytes(told))
        return [
            Mark(
                chain=chain,
                number=told["chains"][chain.label]["number"],
                hash=told["chains"][chain.label]["hash"],
                kept=f"the checkpoint {path.name}",
            )
            for chain in Chain
        ]
    except InvalidSignature:
        raise NotGenuine(f"{path.name} was altered, or is signed with another key.") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise NotGenuine(f"{path.name} is no checkpoint: {type(fault).__name__}.") from None


def kept_here() -> list[Path]:
    """Return the checkpoints that this installation still has, oldest first."""
    return sorted((settings.DATA / FOLDER).glob("*.json"))


def marks(paths: Iterable[Path], *, key: str = "") -> list[Mark]:
    """Return what these checkpoints say. Without a key, they must be signed with our own."""
    return [mark for path in paths for mark in read(path, key=key or public_key())]


def _told() -> dict[str, Any]:
    heads = {head.pk: head for head in ChainHead.objects.all()}
    ends = {
        chain.label: {
            "number": heads[chain.value].number if chain.value in heads else 0,
            "hash": heads[chain.value].hash if chain.value in heads else "",
        }
        for chain in Chain
    }
    return {
        "sendpath_checkpoint": VERSION,
        "area": settings.AREA,
        "la": settings.LA,
        "made_at": clock.now().isoformat(timespec="seconds"),
        "chains": ends,
        "public_key": public_key(),
    }


def _signed(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**told, "signature": signing_key().sign(_bytes(told)).hex()}


def _bytes(told: Mapping[str, Any]) -> bytes:
    written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode()
