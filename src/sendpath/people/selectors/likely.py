"""Who in the record may be somebody that is being added, before they are added twice."""

from __future__ import annotations

from dataclasses import dataclass

from sendpath.accounts.models import User
from sendpath.core.people.assumptions import assumptions
from sendpath.core.people.blocks import who_may_be
from sendpath.core.people.frequencies import frequencies
from sendpath.core.people.score import ORDER, Judge, Score
from sendpath.core.people.traits import Traits
from sendpath.core.people.wording import BANDS, CALLED, CAUTIONS, says
from sendpath.people.models import MatchRun, Person
from sendpath.people.selectors.facts import sees_home
from sendpath.people.selectors.find import in_bulk, visible_to
from sendpath.people.selectors.records import every_record_for_matching, spelt_alike

MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Somebody in the record who may be meant, and why."""

    person: Person
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyKnown:
    """Those who may be meant, the surest first; and how many more the reader may not see."""

    seen: list[Likely]
    unseen: int


def already_known(who: Traits, *, user: User) -> AlreadyKnown:
    """Return whom in the record these particulars may be of.

    People whom the reader may not see are compared too, or they would be added twice; of them
    only the number is told. What strangers have in common is as of the last search of the whole
    record, so that nobody waits for it to be counted.
    """
    people = [one for one in every_record_for_matching() if one.person_id != who.person_id]
    latest = MatchRun.objects.filter(ended_at__isnull=False).order_by("-pk").first()
    common = frequencies(people, assumptions(), spelt_alike, rates=latest.rates if latest else None)
    judge = Judge(assumptions(), common, spelt_alike)
    near = who_may_be(who, people)
    scored = {one.person_id: score for one in near if (score := judge.score(who, one))}
    best = sorted(scored, key=lambda pk: (ORDER.index(scored[pk].band), -scored[pk].weight))
    seen = set(visible_to(user).filter(pk__in=best).values_list("pk", flat=True))
    found = in_bulk(pks=[pk for pk in best if pk in seen][:MOST])
    return AlreadyKnown(
        seen=[Likely(person=found[pk], score=scored[pk]) for pk in best if pk in found],
        unseen=len(best) - len(seen),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyLine:
    """Somebody who may be meant, as a page shows them."""

    person: Person
    words: str
    colour: str
    reasons: list[str]
    cautions: list[str]


def in_words(likely: Likely, user: User) -> LikelyLine:
    """Return somebody who may be meant, with what is alike and what is not.
    saw(children=[likely.person.pk])

    Of a safe address nothing is said, or it could be found by guessing.
    """
    left_out = frozenset() if sees_home(user, likely.person) else frozenset({"postcode"})
    words, colour = BANDS[likely.score.band]
    return LikelyLine(
        person=likely.person,
        words=words,
        colour=colour,
        reasons=[
            f"{CALLED[each.field]}: {says(each)[0].lower()}{says(each)[1:]}"
            for each in likely.score.evidence
            if abs(each.weight) > 1 and each.field not in left_out
        ],
        cautions=[CAUTIONS[caution] for caution in likely.score.cautions],
    )
