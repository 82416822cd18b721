"""What the parts above this one do when a school's calendar is published.

They are told inside the transaction that publishes it, so that nobody sees the new term dates
with the old deadlines; what takes long they leave to a job.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from sendpath.accounts.models import User

Reaction = Callable[[Collection[str], User], None]

_REACTIONS: list[Reaction] = []


def react_to_publishing(reaction: Reaction) -> None:
    """Have a function called with the URNs of the schools published, and by whom."""
    if reaction not in _REACTIONS:
        _REACTIONS.append(reaction)


def published(urns: Collection[str], by: User) -> None:
    """Tell whoever asked to be told."""
    for reaction in _REACTIONS:
        reaction(urns, by)
