"""Searching the record for people who may be in it twice. Nothing here joins anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import islice

from django.db import transaction
from django.db.models import F

from sendpath.core.people.assumptions import assumptions
from sendpath.core.people.blocks import Pairs
from sendpath.core.people.frequencies import frequencies
from sendpath.core.people.score import ORDER, Judge, Score
from sendpath.core.people.traits import Traits, fingerprint
from sendpath.people.models import MatchRun, PossibleMatch
from sendpath.people.selectors.records import every_record_for_matching, spelt_alike
from sendpath.web import clock

LOOK_JOB = "people.look_for_matches"
BATCH = 500
TELL_EVERY = 20_000
"""Pairs compared between two reports of how far the search is."""

State = PossibleMatch.State
Report = Callable[[int], None]
Found = tuple[Traits, Traits, Score]


def look_for_matches(*, found_by: MatchRun.FoundBy, report: Report) -> MatchRun:
    """Compare every record with those it could be, and keep the pairs that are likely one person.

    Pairs nobody has decided about are thrown away once they are no longer likely. One that was
    said to be two people comes back only when something compared has changed since. Safe to run
    again from the start, and beside others who write: each batch is a short transaction.
    """
    run = MatchRun.objects.create(found_by=found_by, started_at=clock.now())
    people = every_record_for_matching()
    common = frequencies(people, assumptions(), spelt_alike)
    pairs = Pairs(people)
    search = _Search(pairs, Judge(assumptions(), common, spelt_alike), report)
    found = iter(search)
    while batch := list(islice(found, BATCH)):
        _keep(run, batch)
        run.found += len(batch)
    _settle(run)
    run.people, run.compared, run.passed_over = len(people), search.compared, pairs.passed_over
    run.rates, run.ended_at = {f: dict(r) for f, r in common.rates.items()}, clock.now()
    run.save()
    return run


class _Search:
    """The pairs that are likely one person, found one after the other."""

    def __init__(self, pairs: Pairs, judge: Judge, report: Report) -> None:
        self._pairs, self._judge, self._report = pairs, judge, report
        self.compared = 0

    def __iter__(self) -> Iterator[Found]:
        for one, other in self._pairs:
            self.compared += 1
            if self.compared % TELL_EVERY == 0:
                self._report(self.compared)
            if score := self._judge.score(one, other):
                yield one, other, score


@transaction.atomic
def _keep(run: MatchRun, batch: Iterable[Found]) -> None:
    PossibleMatch.objects.bulk_create(
        [_as_row(run, one, other, score) for one, other, score in batch],
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=[
            *("weight", "probability", "rank", "band"),
            *("cautions", "evidence", "fingerprint", "run"),
        ],
    )


def _as_row(run: MatchRun, one: Traits, other: Traits, score: Score) -> PossibleMatch:
    first, second = sorted((one.person_id, other.person_id))
    return PossibleMatch(
        first_id=first,
        second_id=second,
        weight=score.weight,
        probability=score.probability,
        rank=ORDER.index(score.band),
        band=score.band,
        cautions=list(score.cautions),
        evidence=[asdict(each) for each in score.evidence],
        fingerprint=fingerprint(one, other),
        run=run,
    )


@transaction.atomic
def _settle(run: MatchRun) -> None:
    """Forget what is no longer likely, and ask again where the facts have changed."""
    not_found = PossibleMatch.objects.filter(state=State.OPEN).exclude(run=run)
    not_found.filter(decisions__isnull=True).delete()
    changed = PossibleMatch.objects.filter(state=State.DIFFERENT, run=run)
    changed.exclude(fingerprint=F("decided_fingerprint")).update(state=State.OPEN)
