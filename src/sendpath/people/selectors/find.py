"""Finding people, although a name is misspelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz, process

from sendpath.accounts.models import User
from sendpath.people.models import Person
from sendpath.people.permissions import people_in_view

LIKE_ENOUGH = 74
"""Out of 100, over all the words typed: found by trying the spellings in tests/people."""

NEAR_THE_BEST = 12
"""Those further than this behind the likest are left out: they share a first name, no more."""

BEGINS_LIKE = 90
"""What the beginning of a name is worth, as when somebody types “kather”."""

SHORTEST_BEGINNING = 3
MOST = 50


def visible_to(user: User) -> QuerySet[Person]:
    """Return the children and young people whom somebody may see. Every page starts from here."""
    return Person.objects.filter(people_in_view(user))


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
        pk: _words_of(forename, surname)
        for pk, forename, surname in among.values_list("pk", "forename", "surname")
    }
    scores = _likeness(plain(words).split(), names)
    best = max(scores.values(), default=0)
    close = {
        pk: score
        for pk, score in scores.items()
        if score >= LIKE_ENOUGH and score >= best - NEAR_THE_BEST
    }
    likest = sorted(close, key=lambda pk: (-close[pk], names[pk]))[:MOST]
    people = in_bulk(pks=likest)
    return [people[pk] for pk in likest]


def _words_of(forename: str, surname: str) -> tuple[str, ...]:
    """Return the words by which a person may be meant, each part also run together."""
    first, last = plain(forename), plain(surname)
    together = "".join(first.split()), "".join(last.split())
    return (*last.split(), *first.split(), *together, "".join(together), "".join(together[::-1]))


def _likeness(typed: Sequence[str], names: Mapping[int, Sequence[str]]) -> dict[int, float]:
    """Return how like what was typed each name is, out of 100.

    Each typed word is compared with every different word of all the names just once.
    """
    if not typed:
        return {}
    vocabulary = sorted({word for words in names.values() for word in words})
    close = [_close_to(word, vocabulary) for word in typed]
    whole = _close_to("".join(typed), vocabulary)
    return {
        pk: max(
            max(whole.get(word, 0) for word in words),
            sum(max(near.get(word, 0) for word in words) for near in close) / len(close),
        )
        for pk, words in names.items()
    }


def _close_to(typed: str, vocabulary: Sequence[str]) -> dict[str, float]:
    found = process.extract(typed, vocabulary, scorer=fuzz.ratio, score_cutoff=40, limit=None)
    scores = {word: score for word, score, _ in found}
    if len(typed) >= SHORTEST_BEGINNING:
        begun = (word for word in vocabulary if word.startswith(typed))
        scores |= {word: max(scores.get(word, 0), BEGINS_LIKE) for word in begun}
    return scores


def in_bulk(*, pks: Collection[int]) -> dict[int, Person]:
    """Return these people by id."""
    return Person.objects.in_bulk(pks)
