"""What an installation may set, read from the environment and from `.env`.

Every name is listed here. A `SENDPATH_` name that is not listed stops the start, so a
misspelt setting is noticed on the day it is written and not in January.
"""

from __future__ import annotations

import os
import re
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
    "SENDPATH_OLD_SECRET_KEYS": "secret keys used before, separated by commas, so that app keys"
    " kept under them can still be read",
    "SENDPATH_SESSION_HOURS": "hours after which a person signs in again, at most; 8 unless set",
    "SENDPATH_IDLE_MINUTES": "minutes without a page after which a session ends; 30 unless set",
    "SENDPATH_FAILURES": "wrong tries at one name from one network address before both are locked"
    " out; 5 unless set",
    "SENDPATH_FAILURES_ALL_ADDRESSES": "wrong tries at one name from all addresses together;"
    " 50 unless set",
    "SENDPATH_NAMES_TRIED": "names that one address may get wrong before it is locked out;"
    " 20 unless set",
    "SENDPATH_LOCK_OUT_MINUTES": "minutes that a lock-out lasts; 30 unless set",
    "SENDPATH_PROXIES": "servers in front of this one that add to X-Forwarded-For; 0 unless set,"
    " and then that header is not believed",
    "SENDPATH_EMAIL_URL": "the e-mail server, as smtp+tls://user:password@host:587; until it is"
    " set e-mails are written into the folder mail under SENDPATH_DATA",
    "SENDPATH_EMAIL_FROM": "the address that e-mails come from",
    "SENDPATH_OIDC": "short names of the OpenID providers people may sign in at, separated by"
    " commas: letters and digits, as in entra,onelogin",
    "SENDPATH_LARGEST_DOCUMENT": "the largest document accepted, in bytes; 50 MB unless set",
    "SENDPATH_DOCUMENT_KEYS": "keys that seal children's keys, newest first, separated by commas",
    "SENDPATH_SCANNER": "where clamd listens: unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310; "
    "none shows documents unscanned, in a demonstration only",
    "SENDPATH_EVIDENCE_DAYS": "days an infected or wrong document is kept, locked; 30 unless set",
    "SENDPATH_S3_BUCKET": "keep documents in this bucket of an S3 store instead of a folder",
    "SENDPATH_S3_ENDPOINT": "the address of that S3 store, where it is not Amazon's",
    "SENDPATH_S3_REGION": "the region of that S3 store",
}

PROVIDER = re.compile(r"SENDPATH_OIDC_([A-Z0-9]+)_([A-Z_]+)")
KNOWN_OF_PROVIDER = {
    "NAME": "what the button calls it, as in Hartwell Council account",
    "ISSUER": "its issuer exactly as it writes it; https, but on this machine itself",
    "CLIENT_ID": "the name it knows this service by",
    "CLIENT_AUTH": "how this service shows who it is: private_key_jwt (unless set),"
    " client_secret_basic or client_secret_post",
    "CLIENT_SECRET": "the secret, for the two that use one",
    "PRIVATE_KEY_FILE": "file with the private key, as PEM, for private_key_jwt",
    "KEY_ID": "the name of that key at the provider, if it asks for one",
    "ALGORITHM": "what signs with that key: RS256 (unless set), RS512, PS256, ES256",
    "SCOPES": "what to ask for, separated by spaces; openid email unless set",
    "DOMAINS": "e-mail domains for which the area trusts what this provider has verified,"
    " separated by commas; none unless set, so that only invited people come in by it",
    "VTR": "levels of trust to ask for, separated by commas, as in Cl.Cm or P2.Cl.Cm; one of them"
    " must come back",
    "SECOND_FACTOR": "claims that show a second factor, as in amr=mfa,vot=Cl.Cm; without one of"
    " them this service asks for its own",
}
"""What may be set of each provider: `SENDPATH_OIDC_ENTRA_ISSUER` for the one called entra."""

env = environ.Env()
if (PROJECT / ".env").is_file():
    environ.Env.read_env(PROJECT / ".env")
DATA = Path(env.str("SENDPATH_DATA", default=str(PROJECT / ".data")))


def refuse_unknown_names() -> None:
    """Stop the start when the environment holds a `SENDPATH_` name nobody reads."""
    unknown = sorted(n for n in os.environ if n.startswith("SENDPATH_") and not _known(n))
    if unknown:
        raise ImproperlyConfigured(
            f"The environment sets {', '.join(unknown)}, which SEND Path does not know. "
            f"Correct the spelling or remove it. Known names: {', '.join(sorted(KNOWN))}."
        )


def _known(name: str) -> bool:
    of_provider = PROVIDER.fullmatch(name)
    if of_provider:
        key, what = of_provider.groups()
        return key.lower() in provider_keys() and what in KNOWN_OF_PROVIDER
    return name in KNOWN


def provider_keys() -> list[str]:
    """Return the short names of the providers that people may sign in at."""
    keys: list[str] = env.list("SENDPATH_OIDC", default=[])
    wrong = [key for key in keys if not re.fullmatch("[a-z0-9]+", key)]
    if wrong:
        raise ImproperlyConfigured(
            f"SENDPATH_OIDC holds {', '.join(wrong)}. Use small letters and digits, as in entra."
        )
    return keys


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
