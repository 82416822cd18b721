"""Answers about the record, kept in a process's memory until the record changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from sendpath.audit.models import Chain, ChainHead
from sendpath.database.made_ready import Statement, made_ready, read

ANSWERS = 512  # a question each: so many pages may be in use at once in one process

Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")


def until_something_changes(
    work: Callable[[*Asked], Answer],
) -> Callable[[*Asked], Answer]:
    """Keep what `work` answers for as long as nothing is added to the chain of changes.

    Whatever changes the record is logged in the same transaction, so that chain’s last hash names
    the state of the record. It is read before the work is done: an answer may be newer than
    the hash it is kept under, never older. What is asked must be hashable and say as much of
    who asks as the answer depends on; what is answered must be left as it is.
    """

    @lru_cache(maxsize=ANSWERS)
    def kept(last_hash: str, *asked: *Asked) -> Answer:
        return work(*asked)

    @wraps(work)
    def answer(*asked: *Asked) -> Answer:
        last_hash = _last_hash()
        return kept(last_hash, *asked) if last_hash else work(*asked)

    return answer


def _last_hash() -> str:
    return next((last_hash for (last_hash,) in read(_end_of_the_log())), "")


@cache
def _end_of_the_log() -> Statement:
    return made_ready(ChainHead.objects.filter(pk=Chain.CHANGES).values_list("hash"))
