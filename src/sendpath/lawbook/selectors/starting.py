"""What may have happened, as links to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sendpath.core.casefile.events import Kind
from sendpath.core.law.starting import BEGINNINGS, Beginnings, StartingPoint

FACT = "f_"
"""Before the name of a fact in an address, so that none is mistaken for anything else."""

NAMED = 2
OFTEN: Mapping[Kind, str] = {
    Kind.REQUEST_RECEIVED: "The council received a request for an EHC needs assessment",
    Kind.DRAFT_SERVED: "A draft plan arrived",
    Kind.FINALISED_SENT: "The council sent a final plan",
    Kind.NOTICE_SENT: "The council sent a letter with a decision that can be appealed",
    Kind.REVIEW_MEETING_HELD: "An annual review meeting was held",
    Kind.EXCLUSION_FIRST_DAY: "A suspension or permanent exclusion began",
}
"""What parents ask about most, in their words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may have happened, with the query that chooses it."""

    words: str
    query: str
    starts: tuple[str, ...] = ()
    more: int = 0
    """How many more things it starts than are named."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What may have happened in one part of the law."""

    title: str
    choices: list[Choice]


def choices(words: str = "", beginnings: Beginnings = BEGINNINGS) -> list[Choices]:
    """Return what may have happened, by part of the law; only what holds the words, if any."""
    return [
        Choices(section.title, [_choice(point) for point in points])
        for section, points in beginnings.by_section(words)
    ]


def often_asked(beginnings: Beginnings = BEGINNINGS) -> list[Choice]:
    """Return the few that most people look for, each only if some rule knows it."""
    known = (kind for kind in OFTEN if kind in beginnings.bears)
    return [Choice(OFTEN[kind], urlencode({"what": kind.value})) for kind in known]


def _choice(point: StartingPoint) -> Choice:
    query = urlencode({"what": point.kind.value})
    more = max(0, len(point.starts) - NAMED)
    return Choice(point.words, query, point.starts[:NAMED], more)
