"""Where a request comes from, and what it comes from, in words."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

BROWSERS = (  # the first that fits: nearly all say that they are Safari too
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android device"),
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


def address_of(request: HttpRequest) -> str | None:
    """Return the network address that a request comes from.

    With `PROXIES` servers in front, each adds the address it was called from at the end of
    X-Forwarded-For; what stands before those was written by whoever asks, and is not believed.
    """
    found = request.META.get("REMOTE_ADDR")
    if settings.PROXIES:
        passed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(passed) >= settings.PROXIES:
            found = passed[-settings.PROXIES].strip()
    try:
        return str(ip_address(found)) if found else None
    except ValueError:
        return None


def device_of(request: HttpRequest) -> str:
    """Return what somebody uses, as in Firefox on Windows."""
    said = request.META.get("HTTP_USER_AGENT", "")
    browser = next((name for sign, name in BROWSERS if sign in said), "")
    system = next((name for sign, name in SYSTEMS if sign in said), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or "A device we do not know"


def absolute(request: HttpRequest, path: str) -> str:
    """Return a path as the address that people reach it by, from outside."""
    scheme = "https" if settings.HTTPS else request.scheme
    return f"{scheme}://{request.get_host()}{path}"
