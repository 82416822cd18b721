"""Who is told when two records of a person become one, or are parted again.

What lies above this room cannot be called from it, so it asks to be told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from sendpath.accounts.models import User

Reaction = Callable[[Collection[int], User], None]

_REACTIONS: list[Reaction] = []


def react_to_joining(reaction: Reaction) -> None:
    """Have a function called, in the same transaction, with the people whose rows moved."""
    if reaction not in _REACTIONS:
        _REACTIONS.append(reaction)


def joined(person_ids: Collection[int], by: User) -> None:
    """Tell whoever asked that rows of these people have moved between them."""
    for reaction in _REACTIONS:
        reaction(person_ids, by)
