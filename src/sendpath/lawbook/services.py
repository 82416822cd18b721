"""Recording that a rule was checked, and which reading of the law the area adopts."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.law.ambiguities import AMBIGUITIES
from sendpath.core.law.clocks import RULES
from sendpath.core.law.fingerprint import fingerprint
from sendpath.lawbook.models import AdoptedReading, RuleCheck
from sendpath.web import clock


@transaction.atomic
def record_check(
    *, rule: str, verified_on: date, name: str, role: str, note: str, by: User
) -> RuleCheck:
    """Record that a rule, as it is written now, was read against the law itself on a day.

    It takes the place of an earlier check, which is kept.
    """
    if rule not in RULES:
        raise ValidationError(f"There is no rule “{rule}”. Check the spelling.")
    if verified_on > clock.today():
        raise ValidationError("The date it was checked must be today or in the past.")
    check = RuleCheck.objects.create(
        rule=rule,
        wording=fingerprint(RULES[rule]),
        verified_on=verified_on,
        verified_by=by,
        name=name,
        role=role,
        note=note,
        recorded_at=clock.now(),
    )
    audit.record(
        by=by.username,
        act="rule_checked",
        subject=f"rule:{rule}",
        details={"verified_on": verified_on.isoformat(), "wording": check.wording},
    )
    return check


@transaction.atomic
def adopt_reading(
    *, ambiguity: str, reading: str, since: date, reason: str, by: User
) -> AdoptedReading:
    """Record the reading the area goes by from a day on. It moves no date that is shown."""
    known = AMBIGUITIES.get(ambiguity)
    if known is None or reading not in known.readings:
        raise ValidationError(f"“{reading}” is not a reading of {ambiguity}. Choose one of them.")
    adopted = AdoptedReading.objects.create(
        ambiguity=ambiguity,
        reading=reading,
        since=since,
        reason=reason,
        adopted_by=by,
        recorded_at=clock.now(),
    )
    audit.record(
        by=by.username,
        act="reading_adopted",
        subject=f"reading:{ambiguity}",
        details={"reading": reading, "since": since.isoformat()},
    )
    return adopted
