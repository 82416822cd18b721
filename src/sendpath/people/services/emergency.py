"""Opening a record in an emergency, and saying afterwards whether that was justified."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.audit import services as audit
from sendpath.people.models import EmergencyAccess, EmergencyReason, Person
from sendpath.web import clock

LASTS = timedelta(hours=24)


@transaction.atomic
def open_record(
    *, person: Person, reason: EmergencyReason, words: str, by: User
) -> EmergencyAccess:
    """Let somebody see a record for 24 hours. Whoever looks into it sees this at once."""
    if not by.may(May.BREAK_GLASS):
        raise PermissionDenied
    now = clock.now()
    opened = EmergencyAccess.objects.create(
        person=person,
        user=by,
        reason=reason.value,
        words=words,
        opened_at=now,
        ends_at=now + LASTS,
    )
    audit.record(
        by=by.username,
        act="record_opened_in_emergency",
        subject=f"person:{person.pk}",
        details={"opening": opened.pk, "reason": reason.value},
    )
    return opened


def note_nobody_found(*, reason: EmergencyReason, by: User) -> None:
    """Log that somebody asked to open a record, and that what they gave was nobody's."""
    audit.record(
        by=by.username,
        act="emergency_found_nobody",
        subject=f"user:{by.pk}",
        details={"reason": reason.value},
    )


@transaction.atomic
def review(*, opening: EmergencyAccess, justified: bool, finding: str, by: User) -> None:
    """Say whether an opening was justified. Nobody reviews their own, and nobody twice."""
    opening = EmergencyAccess.objects.select_for_update().get(pk=opening.pk)
    if opening.user_id == by.pk:
        raise PermissionDenied
    if opening.reviewed_at:
        raise ValidationError("Somebody has already said whether this was justified.")
    opening.justified, opening.finding = justified, finding
    opening.reviewed_by, opening.reviewed_at = by, clock.now()
    if not justified:
        opening.ends_at = min(opening.ends_at, clock.now())
    opening.save()
    audit.record(
        by=by.username,
        act="emergency_reviewed",
        subject=f"person:{opening.person_id}",
        details={"opening": opening.pk, "justified": justified},
    )
