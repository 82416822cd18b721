"""What an extract says of an establishment, against what is held of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sendpath.core.gias.columns import CLOSED, NAMES
from sendpath.core.gias.read import Row, Value
from sendpath.establishments.models import Establishment, EstablishmentDetails, RegisterChange

Verdict = RegisterChange.Verdict


@dataclass(frozen=True, slots=True)
class Held:
    """What tells whether an establishment's newest details say anything else."""

    fingerprint: str
    status_code: str


def held_now() -> dict[str, Held]:
    """Return the newest details of every establishment by its URN: what is enough to compare."""
    rows = Establishment.objects.filter(details__isnull=False).values_list(
        "urn", "details__fingerprint", "details__status_code"
    )
    return {urn: Held(fingerprint, status) for urn, fingerprint, status in rows.iterator()}


def fingerprint_of(values: Mapping[str, Value]) -> str:
    """Return a hash of all that is kept of an establishment."""
    said = [values[name] for name in NAMES]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def verdict_on(row: Row, held: Held | None) -> Verdict | None:
    """Say what a row would do; None if nothing."""
    if held is None:
        return Verdict.NEW
    if fingerprint_of(row.values) == held.fingerprint:
        return None
    now_closed, was_closed = row.values["status_code"] == CLOSED, held.status_code == CLOSED
    if now_closed and not was_closed:
        return Verdict.CLOSED
    if was_closed and not now_closed:
        return Verdict.REOPENED
    return Verdict.CHANGED


def differing(before: EstablishmentDetails, after: Mapping[str, Value]) -> list[str]:
    """Return the names of what differs."""
    return [name for name in NAMES if getattr(before, name) != after[name]]


def newest_details(urns: Iterable[str]) -> dict[str, EstablishmentDetails]:
    """Return the newest details of some establishments, by URN."""
    found = Establishment.objects.filter(urn__in=list(urns)).select_related("details")
    return {row.urn: row.details for row in found if row.details}
