"""Finding people: those whom somebody may see, and those who are meant."""

from sendpath.people.selectors.find import find, in_bulk, plain, visible_to

__all__ = ["find", "in_bulk", "plain", "visible_to"]
