"""Recording what is known about somebody. Rows are added, and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.people.part import Part
from sendpath.core.people.parts.family import CARER, PARENT, YES
from sendpath.people.models import FamilyMember, FamilyRelation, Person, PersonFact
from sendpath.people.reactions import changed
from sendpath.people.selectors.facts import DEATH
from sendpath.people.selectors.records import valid
from sendpath.people.services.particulars import remember_numbers
from sendpath.web import clock

MEMBER = "member"
"""Where the answers about somebody in the family keep which `FamilyMember` they are."""

RELATIONS = {PARENT: FamilyRelation.PARENT, CARER: FamilyRelation.CARER}
CALLED = {"upn": "UPN", "uln": "ULN", "nhs_number": "NHS number"}


@transaction.atomic
def record_fact(
    *,
    person: Person,
    part: Part,
    answers: Mapping[str, str],
    from_on: date | None,
    to_on: date | None,
    by: User,
    replaces: PersonFact | None = None,
) -> PersonFact:
    """Add what is known, or put it in place of what was known before."""
    if from_on and to_on and to_on < from_on:
        raise ValidationError({"to_on": "The last day must not be before the first"})
    if part.key == DEATH and from_on and from_on > clock.today():
        raise ValidationError({"from_on": "The day they died must be today or in the past"})
    kept = {name: answer for name, answer in answers.items() if answer}
    if part.key == "family":
        kept |= _keep_family(person, kept, from_on, to_on, replaces)
    return _add(
        PersonFact(
            person=person, part=part.key, answers=kept, from_on=from_on, to_on=to_on,
            replaces=replaces, recorded_by=by, recorded_at=clock.now(),
        ),
        act="person_fact_recorded",
    )  # fmt: skip


@transaction.atomic
def mark_as_mistake(*, fact: PersonFact, by: User) -> PersonFact:
    """Say that something was never so. What was recorded can still be read in the history."""
    if member := fact.answers.get(MEMBER):
        _end_family(int(member), clock.today() - timedelta(days=1))
    return _add(
        PersonFact(
            person=fact.person, part=fact.part, answers=fact.answers, from_on=fact.from_on,
            to_on=fact.to_on, replaces=fact, mistake=True, recorded_by=by,
            recorded_at=clock.now(),
        ),
        act="person_fact_withdrawn",
    )  # fmt: skip


@transaction.atomic
def change_numbers(*, person: Person, numbers: Mapping[str, str], by: User) -> Person:
    """Give somebody these numbers, by kind. The ones before are remembered as former ones."""
    if wrong := {
        kind: f"Check the {CALLED[kind]}: it has a mistake in it"
        for kind, number in numbers.items()
        if number and not valid(kind, number)
    }:
        raise ValidationError(wrong)
    person = Person.objects.select_for_update().get(pk=person.pk)
    for kind, number in numbers.items():
        before = getattr(person, kind)
        if before != number:
            remember_numbers([(person.pk, kind, before, number)])
            _give_number(person, kind, number)
            audit.record(
                by=by.username,
                act="person_number_changed",
                subject=f"person:{person.pk}",
                details={"kind": kind, "given": bool(number), "had": bool(before)},
            )
    return person


def _give_number(person: Person, kind: str, number: str) -> None:
    setattr(person, kind, number)
    try:
        with transaction.atomic():
            person.save(update_fields=[kind])
    except IntegrityError as taken:
        raise ValidationError({kind: f"Somebody else has this {CALLED[kind]}"}) from taken


def _add(fact: PersonFact, *, act: str) -> PersonFact:
    try:
        with transaction.atomic():
            fact.save(force_insert=True)
    except IntegrityError as overtaken:
        raise ValidationError("Somebody changed this after you looked. Look at it again.") from (
            overtaken
        )
    audit.record(
        by=fact.recorded_by.username,
        act=act,
        subject=f"person:{fact.person_id}",
        details={"part": fact.part, "fact": fact.pk, "replaces": fact.replaces_id},
    )
    if fact.part == DEATH:
        changed([fact.person_id])
    return fact


def _keep_family(
    person: Person,
    answers: Mapping[str, str],
    from_on: date | None,
    to_on: date | None,
    replaces: PersonFact | None,
) -> dict[str, str]:
    """Make what access hangs on say the same: who a parent or carer is, and with what right."""
    known = (replaces.answers if replaces else {}).get(MEMBER)
    relation = RELATIONS.get(answers["relation"])
    if relation is None:
        if known:
            _end_family(int(known), clock.today() - timedelta(days=1))
        return {}
    begun = from_on or min(person.birth_date, clock.today())
    told = {
        "relation": relation,
        "has_parental_responsibility": answers["responsibility"] == YES,
        "starts_on": begun,
        "ends_on": to_on,
    }
    if known:
        FamilyMember.objects.filter(pk=known).update(**told)
        return {MEMBER: known}
    return {MEMBER: str(FamilyMember.objects.create(person=person, **told).pk)}


def _end_family(pk: int, on: date) -> None:
    member = FamilyMember.objects.select_for_update().get(pk=pk)
    member.ends_on = max(on, member.starts_on)
    member.save(update_fields=["ends_on"])
