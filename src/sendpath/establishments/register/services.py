"""Bringing an extract of the register in: received, read, then accepted or left."""

from __future__ import annotations

import re
from datetime import date
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction

from sendpath.accounts.models import User
from sendpath.audit import services as audit
from sendpath.core.gias.read import Refused, day, header_of
from sendpath.establishments.models import RegisterLoad
from sendpath.establishments.register import files
from sendpath.establishments.register.services_accept import apply
from sendpath.establishments.register.services_read import read
from sendpath.jobs import services as jobs
from sendpath.web import clock

__all__ = [
    "RegisterLoad",
    "accept_later",
    "accept_now",
    "cancel",
    "day_in",
    "doubts",
    "go_on",
    "load_now",
    "receive_and_read_later",
]

READ_JOB, ACCEPT_JOB = "establishments.read_register", "establishments.accept_register"
_JOBS = {RegisterLoad.State.READING.value: READ_JOB, RegisterLoad.State.ACCEPTING.value: ACCEPT_JOB}

IN_NAME = re.compile(r"edubasealldata(\d{4})(\d{2})(\d{2})")


def day_in(name: str) -> date | None:
    """Return the day that the name of an extract ends in, as the Department names them."""
    found = IN_NAME.search(name)
    return day(f"{found[3]}-{found[2]}-{found[1]}") if found else None


@transaction.atomic
def receive(
    *, source: BinaryIO, links: BinaryIO | None, name: str, extract_on: date, by: User
) -> RegisterLoad:
    """Keep an extract, to be read next. Raises Refused for what is none, or comes too late."""
    header = header_of(source)
    newest = RegisterLoad.objects.filter(
        state__in=[RegisterLoad.State.ACCEPTED, RegisterLoad.State.ACCEPTING]
    ).order_by("-extract_on")
    last = newest.first()
    if last and last.extract_on > extract_on:
        raise Refused(
            f"A later extract, of {last.extract_on:%-d %B %Y}, is in the record already. "
            f"Load the newest one."
        )
    if extract_on > clock.today():
        raise Refused("The day of the extract must be today or in the past.")
    load = RegisterLoad.objects.create(
        name=name[:200],
        extract_on=extract_on,
        sha256=files.keep(source),
        links_sha256=files.keep(links) if links else "",
        unknown_columns=[column[:80] for column in header.unknown],
        lacking_columns=list(header.lacking),
        loaded_by=by,
        loaded_at=clock.now(),
    )
    _log(load, "register_received", by, {"sha256": load.sha256, "day": extract_on.isoformat()})
    return load


@transaction.atomic
def receive_and_read_later(
    *, source: BinaryIO, links: BinaryIO | None, name: str, extract_on: date, by: User
) -> RegisterLoad:
    """Keep an extract and have a worker read it: both, or neither."""
    load = receive(source=source, links=links, name=name, extract_on=extract_on, by=by)
    return _work_later(load, READ_JOB, by)


def load_now(
    *, source: BinaryIO, links: BinaryIO | None, name: str, extract_on: date, by: User
) -> RegisterLoad:
    """Keep an extract and compare it with what is held before returning. Raises Refused."""
    load = receive(source=source, links=links, name=name, extract_on=extract_on, by=by)
    return read(load=load)


@transaction.atomic
def begin_accepting(*, load: RegisterLoad, by: User, confirmed: bool) -> RegisterLoad:
    """Accept a load that was read. Raises ValidationError for one that is in doubt or is past."""
    load = RegisterLoad.objects.select_for_update().get(pk=load.pk)
    if load.state != RegisterLoad.State.READY:
        raise ValidationError("This extract can no longer be accepted. Look at it again.")
    if doubts(load) and not confirmed:
        raise ValidationError("Confirm that it is the right file, or cancel it")
    load.state, load.accepted_by, load.accepted_at = load.State.ACCEPTING, by, clock.now()
    load.save()
    _log(load, "register_accepted", by, {"day": load.extract_on.isoformat()})
    return load


def accept_now(*, load: RegisterLoad, by: User, confirmed: bool) -> RegisterLoad:
    """Accept a load and record it before returning."""
    return apply(load=begin_accepting(load=load, by=by, confirmed=confirmed))


@transaction.atomic
def accept_later(*, load: RegisterLoad, by: User, confirmed: bool) -> RegisterLoad:
    """Accept a load, and have a worker record it."""
    return _work_later(begin_accepting(load=load, by=by, confirmed=confirmed), ACCEPT_JOB, by)


def doubts(load: RegisterLoad) -> list[str]:
    """Return why this may not be the whole extract; empty where nothing speaks against it."""
    missing, held = load.counts.get("missing", 0), load.counts.get("held", 0)
    if missing * 20 <= held:
        return []
    return [
        f"{missing:,} of the {held:,} establishments held are not in it. The Department’s own "
        f"extract keeps closed schools, so it may be cut off, or only a part."
    ]


@transaction.atomic
def cancel(*, load: RegisterLoad, by: User) -> None:
    """Leave a load: nothing of it is recorded, and its file is deleted."""
    load = RegisterLoad.objects.select_for_update().get(pk=load.pk)
    if load.state not in {load.State.READING, load.State.READY}:
        raise ValidationError("This extract can no longer be cancelled. Look at it again.")
    load.changes.all().delete()
    load.state = load.State.CANCELLED
    load.save()
    _log(load, "register_cancelled", by, {})
    transaction.on_commit(files.forget_unneeded)


@transaction.atomic
def go_on(*, load: RegisterLoad, by: User) -> None:
    """Have a worker take up a load again whose job failed; any other is left as it is."""
    load = RegisterLoad.objects.select_for_update(of=("self",)).get(pk=load.pk)
    if load.stopped:
        _work_later(load, _JOBS[load.state], by)


def _work_later(load: RegisterLoad, kind: str, by: User) -> RegisterLoad:
    load.job = jobs.enqueue(kind=kind, arguments={"load": load.pk}, by=by)
    load.save()
    return load


def _log(load: RegisterLoad, act: str, by: User, details: dict[str, str]) -> None:
    audit.record(by=by.username, act=act, subject=f"register:{load.pk}", details=details)
