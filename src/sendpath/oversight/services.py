"""Looking days over, dismissing what was found, declaring families, settling the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.oversight.models import AreaSetting, DayLookedOver, Finding, KnownFamily
from sendpath.oversight.rules import NUMBERS
from sendpath.oversight.selectors.day import looks_of_day
from sendpath.oversight.selectors.findings import last_looked_over, numbers
from sendpath.oversight.unusual import hits
from sendpath.web import clock

LOOK_OVER = "oversight.look_over"


def look_over_later(*, by: User) -> Job:
    """Have a worker put the rules to all looks up to now."""
    return jobs.enqueue(kind=LOOK_OVER, arguments={}, by=by)


def look_over_all(*, by: str) -> int:
    """Put the rules to every day since the last one that was; return how many findings stand.

    The last day is done again, because it may not have been over; so is today.
    """
    today, last = clock.today(), last_looked_over()
    day = min(last.day, today) if last else today - timedelta(days=1)
    found = 0
    while day <= today:
        found += look_over(day=day, by=by)
        day += timedelta(days=1)
    return found


def look_over(*, day: date, by: str) -> int:
    """Put the rules to one day's looks. Done again, it says the same findings anew, once each.

    All is read before the transaction begins, so that nobody waits for it.
    """
    found = [
        Finding(
            key=f"{day}:{hit.rule}:{hit.user or ''}:{hit.child or ''}",
            rule=hit.rule,
            day=day,
            user=hit.user,
            child=hit.child,
            facts=dict(hit.facts),
        )
        for hit in hits(looks_of_day(day))
    ]
    _keep(found, day=day, by=by)
    return len(found)


@transaction.atomic
def _keep(found: list[Finding], *, day: date, by: str) -> None:
    Finding.objects.bulk_create(
        found, update_conflicts=True, unique_fields=["key"], update_fields=["facts"],
        batch_size=500,
    )  # fmt: skip
    DayLookedOver.objects.update_or_create(day=day, defaults={"at": clock.now()})
    audit.record(
        by=by, act="looks_looked_over", subject=f"day:{day}", details={"found": len(found)}
    )


@transaction.atomic
def dismiss(*, pk: int, reason: str, by: User) -> Finding:
    """Note that a finding was followed up, and why it is closed."""
    finding = Finding.objects.select_for_update().get(pk=pk)
    if finding.dismissed_at:
        raise ValidationError("Somebody has already closed this one. Their reason is shown below.")
    if finding.user == by.pk:
        raise ValidationError("This is about your own looks. Somebody else must close it.")
    finding.dismissed_at, finding.dismissed_by, finding.reason = clock.now(), by, reason
    finding.save()
    audit.record(
        by=by.username,
        act="finding_dismissed",
        subject=f"finding:{finding.pk}",
        child=finding.child,
        details={"rule": finding.rule, "about": finding.user},
    )
    return finding


@transaction.atomic
def declare_family(*, how: str, surname: str, postcode: str, by: User) -> KnownFamily:
    """Note a family that somebody knows outside work."""
    family = KnownFamily.objects.create(
        user=by, how=how, surname=surname, postcode=postcode, declared_at=clock.now()
    )
    audit.record(
        by=by.username,
        act="family_declared",
        subject=f"family:{family.pk}",
        details={"how": how},
    )
    return family


@transaction.atomic
def end_family(*, family: KnownFamily, by: User) -> None:
    """Note that somebody no longer knows a family. What they declared stays on record."""
    family.ended_at = clock.now()
    family.save()
    audit.record(by=by.username, act="family_ended", subject=f"family:{family.pk}", details={})


@transaction.atomic
def settle(*, values: Mapping[str, int], by: User) -> None:
    """Say which numbers the rules go by from now on."""
    before = numbers()
    changed = {key: value for key, value in values.items() if before[key] != value}
    for key, value in changed.items():
        if value not in NUMBERS[key].within:
            raise ValidationError(f"{NUMBERS[key].label} cannot be {value}.")
        AreaSetting.objects.update_or_create(key=key, defaults={"value": value})
    if changed:
        told = {f"{key}_before": before[key] for key in changed} | changed
        audit.record(by=by.username, act="oversight_settled", subject="oversight", details=told)
