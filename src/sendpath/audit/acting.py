"""Who acts, as what, for what: told once a request, and read wherever something is logged.

Selectors say whom a page shows by `saw`; whoever handles the request logs it before the page is
given. Outside a request, as in a job or on the command line, `saw` says it to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Acting:
    """Somebody's one request: who they are as at that moment, and whom it has shown so far."""

    user: int | None
    by: str
    role: str
    organisation: str
    request: str
    page: str = ""
    purpose: str = ""
    children: set[int] = field(default_factory=set)
    cases: set[int] = field(default_factory=set)
    unknown: int = 0
    about: str = ""

    @property
    def saw_somebody(self) -> bool:
        return bool(self.children or self.cases or self.unknown)


_now: ContextVar[Acting | None] = ContextVar("acting", default=None)


@contextmanager
def acting_as(acting: Acting) -> Iterator[Acting]:
    """Let all that is logged inside the block say who acts."""
    before = _now.set(acting)
    try:
        yield acting
    finally:
        _now.reset(before)


def who_acts() -> Acting | None:
    """Return who acts in this request, or None outside one."""
    return _now.get()


def saw(
    *,
    children: Iterable[int] = (),
    cases: Iterable[int] = (),
    unknown: int = 0,
    about: str = "",
) -> None:
    """Say whom the answer to this request shows; it is logged before the answer is given.

    `unknown` counts people who are in no record yet, as in a return that is only loaded, and
    `about` names what shows them, as `upload:5`.
    """
    acting = _now.get()
    if acting:
        acting.children |= set(children)
        acting.cases |= set(cases)
        acting.unknown += unknown
        acting.about = about or acting.about


def because(purpose: str) -> None:
    """Say that this request is for another purpose than its page's usual one."""
    acting = _now.get()
    if acting:
        acting.purpose = purpose
