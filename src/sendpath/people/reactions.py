"""Who is told when it changes whose a case is, or whether somebody is alive.

What lies above this room cannot be called from it, so it asks to be told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

Reaction = Callable[[Collection[int]], None]

_REACTIONS: list[Reaction] = []


def react_to_people(reaction: Reaction) -> None:
    """Have a function called, in the same transaction, with the ids of such people."""
    if reaction not in _REACTIONS:
        _REACTIONS.append(reaction)


def changed(person_ids: Collection[int]) -> None:
    """Tell whoever asked to be told."""
    for reaction in _REACTIONS:
        reaction(person_ids)
