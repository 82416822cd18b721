"""The cases of a child, which lie above this part: casework says how to ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sendpath.accounts.models import User


@dataclass(frozen=True, slots=True)
class CaseOf:
    """One of a child's cases that somebody may see, and its page."""

    number: int
    reference: str
    href: str


Ask = Callable[[User, int], list[CaseOf]]

_ASKED: list[Ask] = []


def cases_come_from(ask: Ask) -> None:
    """Have a function asked for the cases of a child, by who asks and the child's id."""
    if ask not in _ASKED:
        _ASKED.append(ask)


def cases_of(user: User, person_id: int) -> list[CaseOf]:
    """Return those of a child's cases that somebody may see."""
    return [case for ask in _ASKED for case in ask(user, person_id)]
