"""The places of the service, and which of them a person may use."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page the service is entered by.

    Whoever may do one of the acts may use it. Acts are those of `accounts.roles.May`, by
    value: this part lies below accounts. Without any, everyone may use it. `short` is its name
    in the menu, where that has to be shorter.
    """

    url_name: str
    title: str
    description: str
    acts: frozenset[str] = frozenset()
    short: str = ""


PLACES = (
    Place(
        "casework:worklist",
        "Worklist",
        "Duties still to be done, the longest overdue first.",
        frozenset({"see_cases"}),
    ),
    Place(
        "casework:find",
        "Find a child",
        "Look for a child or young person by name, date of birth or number.",
        frozenset({"see_cases"}),
    ),
    Place(
        "establishments:calendars",
        "Term dates",
        "The days on which each school teaches, by which the law counts school days.",
        frozenset({"see_cases"}),
    ),
    Place(
        "register:find",
        "Schools and other settings",
        "What the national register says of each: where it is, whom to ask, what it provides.",
        frozenset({"see_cases"}),
        short="Schools",
    ),
    Place(
        "returns:start",
        "SEN2 return",
        "Load last year’s return, mend what it shows to be wrong, and write the next one.",
        frozenset({"import_returns", "export_returns"}),
    ),
    Place(
        "jobs:operations",
        "Operations",
        "What the service is doing, what failed, and whether it is well.",
        frozenset({"operate"}),
    ),
)

PUBLIC = (
    Place(
        "lawbook:dates",
        "Which dates run from here?",
        "Say what happened and when. You get each date that follows, and why it is that date.",
        short="Work out dates",
    ),
    Place(
        "lawbook:time_limits",
        "Time limits",
        "Every time limit in the SEND system: who must do what, by when, and the law that says so.",
    ),
)
"""Places for everyone, with no account."""


def places_for(acts: AbstractSet[str]) -> list[Place]:
    """Return the places open to someone who may do these acts, in the order of the menu."""
    return [place for place in (*PLACES, *PUBLIC) if not place.acts or place.acts & acts]
