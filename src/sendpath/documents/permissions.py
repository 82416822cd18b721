"""Which documents of a child somebody may see, beyond seeing the child at all."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from sendpath.accounts.models import User
from sendpath.accounts.roles import May
from sendpath.core.casefile.details import Detail
from sendpath.documents.words import Sensitivity, Visibility

OF_DETAIL = {
    Detail.HEALTH: Sensitivity.HEALTH,
    Detail.SOCIAL_CARE: Sensitivity.SOCIAL_CARE,
    Detail.FINANCE: Sensitivity.FINANCE,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads documents: the details they may know, and how far documents must go."""

    user: User
    details: frozenset[Detail]
    reached_by: frozenset[Visibility]

    @property
    def may_change(self) -> bool:
        return self.user.may(May.RECORD_EVENTS)


def reader_of(user: User) -> Reader:
    """Return what somebody may read. Everyone with an account now is an officer of the council."""
    sees = user.may(May.SEE_CASES)
    return Reader(
        user=user,
        details=frozenset(Detail) if sees else frozenset(),
        reached_by=frozenset(Visibility) if sees else frozenset(),
    )


def in_view(reader: Reader) -> Q:
    """Return the condition that a document, of a child whom the reader may see, is for them too."""
    kinds = [Sensitivity.ORDINARY, *(s for d, s in OF_DETAIL.items() if d in reader.details)]
    return Q(sensitivity__in=kinds, visibility__in=list(reader.reached_by), voided_at=None)
