"""Adding to the log: what was changed, and who was looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from django.db import connection, transaction

from sendpath.audit.acting import Acting, who_acts
from sendpath.audit.hashing import FORM, Content, hash_of
from sendpath.audit.models import LONGEST_ORGANISATION, LONGEST_ROLE, AuditEntry, Chain, ChainHead
from sendpath.database.chained import add_to_chain, end_of_chain
from sendpath.web import clock

COLUMNS = (*Content._fields, "form", "hash")
Detail = str | int | bool | None


@transaction.atomic
def record(
    *,
    by: str,
    act: str,
    subject: str,
    details: Mapping[str, Detail],
    child: int | None = None,
    case: int | None = None,
) -> AuditEntry:
    """Add one act to the log, inside the caller's transaction.

    Details are ids, codes, counts and dates: never a name. If the caller's change is
    undone, so is its entry; if the entry cannot be written, neither is the change. As what
    somebody acts is added from the request; a subject such as `case:5` names the case.
    """
    now = who_acts()
    known = now if now and now.by == by else None
    return _add(
        chain=Chain.CHANGES,
        by=by,
        acting=known,
        act=act,
        subject=subject,
        child=child or _id_in(subject, "person") or (_only(now.children) if now else None),
        case=case or _id_in(subject, "case"),
        listed="",
        details=details,
    )


@transaction.atomic
def record_look(*, acting: Acting) -> AuditEntry:
    """Add to the log whom one page showed to somebody: one entry, however many are on it.

    It has a chain of its own, so that it waits for no change and no kept answer is lost.
    """
    child, case = _only(acting.children), _only(acting.cases)
    alone = len(acting.children) <= 1 and len(acting.cases) <= 1 and not acting.unknown
    listed = "" if alone else _listed(acting)
    named = f"case:{case}" if case else f"person:{child}"
    return _add(
        chain=Chain.LOOKS,
        by=acting.by,
        acting=acting,
        act=acting.page,
        subject=acting.about or (named if alone else "list"),
        child=child if alone else None,
        case=case if alone else None,
        listed=listed,
        details={} if alone else {"shown": _count(acting)},
    )


def _add(
    *,
    chain: Chain,
    by: str,
    acting: Acting | None,
    act: str,
    subject: str,
    child: int | None,
    case: int | None,
    listed: str,
    details: Mapping[str, Detail],
) -> AuditEntry:
    number, previous_hash = _end_of(chain)
    content = Content(
        chain=chain.value,
        number=number + 1,
        at=clock.now(),
        by=by,
        user=acting.user if acting else None,
        # a name too long is cut, for no page must fail by it
        role=acting.role[:LONGEST_ROLE] if acting else "",
        organisation=acting.organisation[:LONGEST_ORGANISATION] if acting else "",
        purpose=acting.purpose if acting else "",
        act=act,
        subject=subject,
        child=child,
        case=case,
        listed=listed,
        details=dict(details),
        request=acting.request if acting else "",
        previous_hash=previous_hash,
    )
    hash_ = hash_of(content, FORM)
    stored = content._asdict() | {
        "at": connection.ops.adapt_datetimefield_value(content.at),
        "details": json.dumps(content.details),
    }
    add_to_chain(
        AuditEntry, COLUMNS, (*stored.values(), FORM, hash_),
        heads=ChainHead, end=(chain.value, content.number, hash_),
    )  # fmt: skip
    return AuditEntry(**content._asdict(), form=FORM, hash=hash_)


def _end_of(chain: Chain) -> tuple[int, str]:
    """Return a chain's last number and hash, and hold its end until the transaction does."""
    end = end_of_chain(ChainHead, chain.value)
    if end is None:
        ChainHead.objects.get_or_create(pk=chain.value)
        return _end_of(chain)
    return end


def _only(ids: Iterable[int]) -> int | None:
    found = list(ids)
    return found[0] if len(found) == 1 else None


def _id_in(subject: str, kind: str) -> int | None:
    named, _, number = subject.partition(":")
    return int(number) if named == kind and number.isdecimal() else None


def _listed(acting: Acting) -> str:
    people = [f"p{pk}" for pk in sorted(acting.children)]
    cases = [f"c{pk}" for pk in sorted(acting.cases)]
    named = " ".join([*people, *cases])
    return f" {named} " if named else ""


def _count(acting: Acting) -> int:
    return max(len(acting.children), len(acting.cases)) + acting.unknown
