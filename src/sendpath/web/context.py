"""What the frame of every page says: whose area, what day, where one may go."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from sendpath.web import clock
from sendpath.web.navigation import places_for


@dataclass(frozen=True)
class MenuLink:
    """One link of the menu. The current one is the page, or the part it belongs to."""

    title: str
    href: str
    current: bool


@dataclass(frozen=True)
class Service:
    """The installation, as one person sees it at one moment."""

    area: str
    demo: bool
    today: date
    menu: list[MenuLink]


def service(request: HttpRequest) -> dict[str, Service]:
    """Tell every template about the service it is part of."""
    user = getattr(request, "user", None)  # missing when a fault comes before sign-in is known
    if user is None:
        menu = []
    elif user.is_authenticated:
        menu = menu_for(user.acts, request.path)
    else:
        menu = [*menu_for(frozenset(), request.path), _sign_in(request.path)]
    return {
        "service": Service(area=settings.AREA, demo=settings.DEMO, today=clock.today(), menu=menu)
    }


def menu_for(acts: AbstractSet[str], path: str) -> list[MenuLink]:
    """Return the menu for these acts, with the part the page belongs to marked."""
    home = reverse("home")
    places = [place for place in places_for(acts) if place.in_menu]
    links = [(place.short or place.title, reverse(place.url_name)) for place in places]
    return [
        MenuLink("Home", home, path == home),
        *(MenuLink(title, href, path.startswith(href)) for title, href in links),
    ]


def _sign_in(path: str) -> MenuLink:
    href = reverse("accounts:sign_in")
    return MenuLink("Sign in", href, path == href)
