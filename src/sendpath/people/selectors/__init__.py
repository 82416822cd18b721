"""Finding people: those whom somebody may see, those who are meant, those who may be one."""

from sendpath.core.people.names import plain
from sendpath.people.selectors.find import find, in_bulk, visible_to

__all__ = ["find", "in_bulk", "plain", "visible_to"]
