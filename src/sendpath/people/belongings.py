"""What belongs to a person in every room's tables, and what becomes of it when two are merged.

Each foreign key to `Person` has a rule, given by the room that has it. The keys themselves are
found in Django's registry of models, so one without a rule is noticed: merging refuses, and a
test fails.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel

from sendpath.people.models import Person

Describe = Callable[[Collection[int]], Mapping[int, str]]
"""Says what some rows of a table are, by id, in words for the page."""


class NoRule(LookupError):
    """A table names a person, and nobody has said what a merge does to its rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a merge does to the rows of one foreign key.

    Rows that do not move stay with the record they were written for, as its history.
    """

    moves: bool
    noun: str
    describe: Describe | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """One foreign key whose rows move with the person."""

    name: str
    model: type[models.Model]
    field: str
    rule: Rule

    def of(self, person_id: int) -> list[int]:
        """Return the ids of the rows that are this person's."""
        rows = self.model._base_manager.filter(**{self.field: person_id})
        return list(rows.order_by("pk").values_list("pk", flat=True))

    def words(self, ids: Collection[int]) -> dict[int, str]:
        """Return what these rows are, in words."""
        told = self.rule.describe(ids) if self.rule.describe else {}
        one = self.rule.noun.partition(",")[0]
        return {pk: told.get(pk, f"{one} {pk}") for pk in ids}


_RULES: dict[str, Rule] = {}


def belongs(name: str, *, moves: bool, noun: str = "", describe: Describe | None = None) -> None:
    """Say what a merge does to a foreign key, named as in `casework.Case.person`.

    `noun` counts its rows, as in "case" or "child,children".
    """
    _RULES[name] = Rule(moves=moves, noun=noun, describe=describe)


def keys_to_people() -> dict[str, ForeignObjectRel]:
    """Return every foreign key to a person that any table has, by its name."""
    related = Person._meta.get_fields(include_hidden=True)
    return {
        f"{key.related_model._meta.label}.{key.field.name}": key
        for key in related
        if isinstance(key, ForeignObjectRel) and not isinstance(key, models.ManyToManyRel)
    }


def without_a_rule() -> list[str]:
    """Name the foreign keys of which nobody has said what a merge does to them."""
    return sorted(keys_to_people().keys() - _RULES.keys())


def moving() -> Iterator[Belonging]:
    """Yield what moves with a person. Raises NoRule while any foreign key has no rule."""
    if missing := without_a_rule():
        raise NoRule(
            f"Nobody has said what a merge does to {', '.join(missing)}. Call "
            f"people.belongings.belongs for it in the apps.py of its room."
        )
    for name, key in sorted(keys_to_people().items()):
        if _RULES[name].moves:
            model: Any = key.related_model
            yield Belonging(name=name, model=model, field=key.field.name, rule=_RULES[name])
