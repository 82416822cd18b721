"""Finding people: those whom somebody may see, those who are meant, those who may be one."""

from sendpath.core.people.names import plain
from sendpath.people.selectors.find import (
    anybody_for_oversight,
    find,
    in_bulk,
    person_for_oversight,
    visible_to,
)

__all__ = [
    "anybody_for_oversight",
    "find",
    "in_bulk",
    "person_for_oversight",
    "plain",
    "visible_to",
]
