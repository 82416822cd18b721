"""Finding people, although a name is misspelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz, process

from sendpath.people.models import Person

LIKE_ENOUGH = 74
"""Out of 100: found by trying the spellings in tests/people; lower lets strangers in."""

MOST = 50


def find(*, words: str, born_on: date | None, among: QuerySet[Person]) -> list[Person]:
    """Return the people meant by these words and date of birth, best first, 50 at most.

    Words may be a name in any order and roughly spelt, a UPN, a ULN or an NHS number.
    """
    if born_on:
        among = among.filter(birth_date=born_on)
    number = re.sub(r"[\s-]", "", words).upper()
    if any(character.isdigit() for character in number):
        return list(among.filter(Q(upn=number) | Q(uln=number) | Q(nhs_number=number))[:MOST])
    if not words.strip():
        return list(among.order_by("surname", "forename")[:MOST]) if born_on else []
    return _by_name(words, among)


def plain(name: str) -> str:
    """Return a name as it sounds on paper: no case, accents, hyphens or apostrophes."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z ]", "", letters.replace("-", " "))


def _by_name(words: str, among: QuerySet[Person]) -> list[Person]:
    names = {
        pk: plain(f"{forename} {surname}")
        for pk, forename, surname in among.values_list("pk", "forename", "surname")
    }
    found = process.extract(
        plain(words), names, scorer=fuzz.token_set_ratio, score_cutoff=LIKE_ENOUGH, limit=MOST
    )
    close = {pk: (score, fuzz.ratio(plain(words), names[pk])) for _, score, pk in found}
    people = in_bulk(pks=close)
    return sorted(people.values(), key=lambda person: close[person.pk], reverse=True)


def in_bulk(*, pks: Collection[int]) -> dict[int, Person]:
    """Return these people by id."""
    return Person.objects.in_bulk(pks)
