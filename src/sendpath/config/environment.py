"""What an installation may set, read from the environment and from `.env`.

Every name is listed here. A `SENDPATH_` name that is not listed stops the start, so a
misspelt setting is noticed on the day it is written and not in January.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

PROJECT = Path(__file__).resolve().parents[3]

KNOWN = {
    "SENDPATH_SECRET_KEY": "signs sessions; long, random and secret",
    "SENDPATH_DATABASE_URL": "where the record is kept, e.g. postgres://user:password@host/name",
    "SENDPATH_DATA": "folder for uploaded and written files, and for the SQLite database",
    "SENDPATH_HOSTS": "names this service answers to, separated by commas",
    "SENDPATH_HTTPS": "1 when people reach the service over https: cookies then need it",
    "SENDPATH_DEBUG": "1 shows faults in the browser; never on a machine with real records",
    "SENDPATH_DEMO": "1 lists made-up people to sign in as; never with real records",
    "SENDPATH_TODAY": "the day the demonstration takes to be today, as 2026-01-19",
    "SENDPATH_AREA": "the area's name as families know it",
    "SENDPATH_LA": "the area's three-digit local authority number",
    "SENDPATH_LARGEST_RETURN": "the largest SEN2 file accepted, in bytes",
    "SENDPATH_LARGEST_DOCUMENT": "the largest document accepted, in bytes; 50 MB unless set",
    "SENDPATH_DOCUMENT_KEYS": "keys that seal children's keys, newest first, separated by commas",
    "SENDPATH_SCANNER": "where clamd listens: unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310; "
    "none shows documents unscanned, in a demonstration only",
    "SENDPATH_EVIDENCE_DAYS": "days an infected or wrong document is kept, locked; 30 unless set",
    "SENDPATH_S3_BUCKET": "keep documents in this bucket of an S3 store instead of a folder",
    "SENDPATH_S3_ENDPOINT": "the address of that S3 store, where it is not Amazon's",
    "SENDPATH_S3_REGION": "the region of that S3 store",
}

env = environ.Env()
if (PROJECT / ".env").is_file():
    environ.Env.read_env(PROJECT / ".env")


def refuse_unknown_names() -> None:
    """Stop the start when the environment holds a `SENDPATH_` name nobody reads."""
    unknown = sorted(n for n in os.environ if n.startswith("SENDPATH_") and n not in KNOWN)
    if unknown:
        raise ImproperlyConfigured(
            f"The environment sets {', '.join(unknown)}, which SEND Path does not know. "
            f"Correct the spelling or remove it. Known names: {', '.join(sorted(KNOWN))}."
        )


def pinned_today() -> date | None:
    """Return the day the demonstration takes to be today, or None to use the calendar."""
    value: str = env.str("SENDPATH_TODAY", default="")
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ImproperlyConfigured(
            f"SENDPATH_TODAY is {value!r}. Write a real date as 2026-01-19, or remove it."
        ) from None
