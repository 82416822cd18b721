"""The places of the service, and which of them a person may use."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page the service is entered by.

    Whoever may do one of the acts may use it. Acts are those of `accounts.roles.May`, by
    value: this part lies below accounts. Without any, everyone may use it. `short` is its name
    in the menu, where that has to be shorter; what is seldom needed is not in the menu.
    """

    url_name: str
    title: str
    description: str
    acts: frozenset[str] = frozenset()
    short: str = ""
    in_menu: bool = True
    """Whether it is in the menu of every page, or on the first page alone."""


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
        "people:matches",
        "Records that may be of one person",
        "Pairs of records that look like the same child or young person, for you to decide about.",
        frozenset({"merge_people"}),
        short="Same person?",
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
        "casework:caseload",
        "Caseloads",
        "How many cases each officer holds. Move cases, and arrange cover.",
        frozenset({"allocate"}),
    ),
    Place(
        "casework:openings",
        "Records opened in an emergency",
        "Who opened a record they do not otherwise see, why, and whether that was justified.",
        frozenset({"review_access", "allocate"}),
        in_menu=False,
    ),
    Place(
        "oversight:findings",
        "Who looks at records",
        "Looks at records that are out of the ordinary, and who has looked at a child’s record.",
        frozenset({"oversee_access"}),
    ),
    Place(
        "accounts:people",
        "Accounts",
        "Who belongs where, as what and until when. Invite people, and help who cannot sign in.",
        frozenset({"grant_roles"}),
        in_menu=False,
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
    Place(
        "accounts:roles",
        "What each role sees and may do",
        "Who can see a child’s record here, which parts of it, and by whose leave.",
        in_menu=False,
    ),
)
"""Places for everyone, with no account."""


def places_for(acts: AbstractSet[str]) -> list[Place]:
    """Return the places open to someone who may do these acts, in the order of the menu."""
    return [place for place in (*PLACES, *PUBLIC) if not place.acts or place.acts & acts]
