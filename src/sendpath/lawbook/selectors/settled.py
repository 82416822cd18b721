"""What the legal lead has settled: checks by rule, and readings adopted by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sendpath.core.law.ambiguities import AMBIGUITIES
from sendpath.core.law.clocks import RULES
from sendpath.core.law.fingerprint import fingerprint
from sendpath.lawbook.models import AdoptedReading, RuleCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Who read a rule against the law itself, and when.

    `current` is False if the rule has been written differently since.
    """

    rule: str
    verified_on: date
    name: str
    role: str
    note: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """The reading of an open question that the area goes by from a day on, in words too."""

    ambiguity: str
    reading: str
    words: str
    since: date
    reason: str
    by: str


def checks() -> Mapping[str, Check]:
    """Return the latest check of each rule that has one, by the rule's key."""
    return {check.rule: check for check in map(_check, RuleCheck.objects.order_by("pk"))}


def checks_of(rule: str) -> list[Check]:
    """Return every check of one rule, the latest first."""
    return [_check(row) for row in RuleCheck.objects.filter(rule=rule).order_by("-pk")]


def adopted_on(day: date) -> Mapping[str, Adopted]:
    """Return the readings in force on a day, by the key of the question.

    Of two adopted from the same day the one recorded later counts.
    """
    rows = _adopted_rows().filter(since__lte=day)
    return {row.ambiguity: _adopted(row) for row in rows.order_by("since", "pk")}


def adoptions() -> Mapping[str, list[Adopted]]:
    """Return every reading ever adopted, by the key of the question, the newest first."""
    found: dict[str, list[Adopted]] = {}
    for row in _adopted_rows().order_by("-since", "-pk"):
        found.setdefault(row.ambiguity, []).append(_adopted(row))
    return found


def _check(row: RuleCheck) -> Check:
    rule = RULES.get(row.rule)
    return Check(
        rule=row.rule,
        verified_on=row.verified_on,
        name=row.name,
        role=row.role,
        note=row.note,
        current=rule is not None and fingerprint(rule) == row.wording,
    )


def _adopted_rows() -> QuerySet[AdoptedReading]:
    return AdoptedReading.objects.select_related("adopted_by").prefetch_related(
        "adopted_by__memberships"
    )


def _adopted(row: AdoptedReading) -> Adopted:
    known = AMBIGUITIES.get(row.ambiguity)
    return Adopted(
        ambiguity=row.ambiguity,
        reading=row.reading,
        words=known.readings.get(row.reading, row.reading) if known else row.reading,
        since=row.since,
        reason=row.reason,
        by=f"{row.adopted_by.display_name}, {row.adopted_by.title_on(row.recorded_at.date())}",
    )
