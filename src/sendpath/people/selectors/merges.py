"""Merges: who was joined to whom, by whom and why, and what undoing one would do."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from sendpath.accounts.models import User
from sendpath.audit.acting import saw
from sendpath.people.belongings import Belonging, moving
from sendpath.people.models import Merge, Person
from sendpath.people.selectors.find import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Something added to the kept record since the merge, which undoing must send somewhere."""

    code: str
    words: str


def merges_in_view(user: User) -> QuerySet[Merge]:
    """Return the merges into records that somebody may see, the latest first."""
    return (
        Merge.objects.filter(kept__in=visible_to(user))
        .select_related("kept", "other", "merged_by", "undone_by")
        .order_by("-pk")
    )


def merge_for(user: User, pk: int) -> Merge:
    """Return a merge into a record this person may see; any other is not found."""
    merge = get_object_or_404(merges_in_view(user), pk=pk)
    saw(children=[merge.kept_id, merge.other_id])
    return merge


def moved_in_words(merge: Merge) -> list[str]:
    """Say what was moved."""
    return [
        words
        for belonging in moving()
        for words in belonging.words(merge.moved.get(belonging.name, [])).values()
    ]


def added_since(row: Merge, belonging: Belonging) -> list[int]:
    """Return the ids of the kept record's rows that neither record had when they were merged."""
    if belonging.model is Person:
        return []  # a record merged since has a merge of its own to undo
    known = {*row.moved.get(belonging.name, []), *row.kept_had.get(belonging.name, [])}
    return [pk for pk in belonging.of(row.kept_id) if pk not in known]


def added_to_kept(merge: Merge) -> list[Added]:
    """Return what was added to the kept record since."""
    return [
        Added(code=f"{belonging.name}:{pk}", words=words)
        for belonging in moving()
        for pk, words in belonging.words(added_since(merge, belonging)).items()
    ]


def stands_for(person: Person) -> Person:
    """Return the record that stands for a person: their own, unless it was merged into another."""
    return person.merged_into or person
