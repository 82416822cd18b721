"""Saying what a pair of records is. Only `merging` joins two, and only when asked to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.people.models import MatchDecision, PossibleMatch
from sendpath.web import clock

State = PossibleMatch.State


@transaction.atomic
def decide(
    *, match: PossibleMatch, verdict: PossibleMatch.State, note: str, owner: User | None, by: User
) -> MatchDecision:
    """Say that a pair are different people, or that somebody is to find out.

    Different people are not proposed again unless something they are compared by changes. A pair
    that nobody is sure of needs a note and an owner, and stays on the list.
    """
    match = PossibleMatch.objects.select_for_update().get(pk=match.pk)
    if match.state == State.MERGED:
        raise ValidationError("These records have been merged. Undo the merge first.")
    if verdict is State.UNSURE and not (note and owner):
        raise ValidationError("Say what is not known, and who finds it out.")
    return note_decision(match=match, verdict=verdict, note=note, owner=owner, by=by)


def note_decision(
    *, match: PossibleMatch, verdict: PossibleMatch.State, note: str, owner: User | None, by: User
) -> MatchDecision:
    """Write a decision down, inside the caller's transaction."""
    match.state, match.owner = verdict, owner
    match.decided_fingerprint = match.fingerprint
    match.save(update_fields=["state", "owner", "decided_fingerprint"])
    decision = MatchDecision.objects.create(
        match=match,
        verdict=verdict,
        note=note,
        owner=owner,
        decided_by=by,
        decided_at=clock.now(),
    )
    audit.record(
        by=by.username,
        act="match_decided",
        subject=f"match:{match.pk}",
        details={
            "verdict": verdict.value,
            "first": match.first_id,
            "second": match.second_id,
            "owner": owner.pk if owner else None,
        },
    )
    return decision
