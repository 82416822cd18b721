"""Why somebody acts or looks: the purposes that the log knows, and the usual one of each part."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """Why a page is asked for. `words` end the sentence “They looked …”."""

    CASEWORK = "casework"
    RETURN = "return"
    OVERSIGHT = "oversight"
    RIGHTS = "rights"
    FAMILY = "family"
    BREAK_GLASS = "break_glass"
    SERVICE = "service"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Purpose.CASEWORK: "to work on the case",
    Purpose.RETURN: "to make the yearly return to the Department for Education",
    Purpose.OVERSIGHT: "to check who uses records, and how",
    Purpose.RIGHTS: "to answer a request about the record",
    Purpose.FAMILY: "as the family, at their own record",
    Purpose.BREAK_GLASS: "in an emergency, with a reason given at the time",
    Purpose.SERVICE: "to run the service",
}

OF_PART = {
    "casework": Purpose.CASEWORK,
    "people": Purpose.CASEWORK,
    "documents": Purpose.CASEWORK,
    "establishments": Purpose.CASEWORK,
    "returns": Purpose.RETURN,
    "oversight": Purpose.OVERSIGHT,
    "information_rights": Purpose.RIGHTS,
    "portal": Purpose.FAMILY,
}
"""By the name space of a page's address. Any other page serves the service itself."""


def usual_purpose(name_space: str) -> Purpose:
    """Return what the pages of a part are usually asked for."""
    return OF_PART.get(name_space, Purpose.SERVICE)
