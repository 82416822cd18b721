"""What a SEN2 return says of a case: which items are facts of the record, and which stay as told.

`PIECES` is the one table. Each piece takes the facts it knows out of a Requests record,
and leaves there what the record would say without them; and it puts such facts back. What
cannot be read as a fact, such as a date that is no date, is left where it is. So for every
record `written(left, facts) == record`, where `left, facts = divided(record)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sendpath.core.sen2.records import Record
from sendpath.returns.mapping import assessment, plan, request, review
from sendpath.returns.mapping.facts import CaseFact, Standing


@dataclass(frozen=True, slots=True)
class Piece:
    """Some items of a Requests record, and how they become facts and items again."""

    items: tuple[str, ...]
    take: Callable[[Record, date], list[CaseFact]]
    put: Callable[[Record, Standing], None]


PIECES = (
    Piece(("ReceivedDate", "RequestSource"), request.take_receipt, request.put_receipt),
    Piece(("AssessmentOutcome", "StartDate"), assessment.take_outcome, assessment.put_outcome),
    Piece(("RequestOutcome", "RequestOutcomeDate"), request.take_outcome, request.put_outcome),
    Piece(("StartDate", "TransferLA"), plan.take_start, plan.put_start),
    Piece(("CeaseDate", "CeaseReason"), plan.take_end, plan.put_end),
    Piece(("ReviewMeeting", "ReviewOutcome"), review.take_review, review.put_review),
    Piece(("PhaseTransferDueDate",), review.take_transfer, review.put_transfer),
)


def divided(record: Record, *, as_at: date) -> tuple[Record, list[CaseFact]]:
    """Return what of a Requests record stays as told, and the facts taken out of it.

    `as_at` is the survey day: what is dated later stays, for no fact lies in the future.
    The record given is not changed.
    """
    left = copied(record)
    facts = [fact for piece in PIECES for fact in piece.take(left, as_at)]
    return left, facts


def written(left: Record, facts: Iterable[CaseFact], *, as_at: date) -> Record:
    """Return the Requests record that says what stays as told and the facts that stand."""
    record = copied(left)
    standing = Standing(facts, as_at=as_at)
    for piece in PIECES:
        piece.put(record, standing)
    return record


def copied(record: Record) -> Record:
    """Return a copy that can be changed without changing the record."""
    return Record(record.module, dict(record.values), [copied(c) for c in record.children])
