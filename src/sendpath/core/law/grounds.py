"""The reasons for which a limit need not be met, each with every part of its test, in words.

What is tested is in `exceptions`; this is how it is told. A reason never moves a date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason the law accepts: its name, and the parts of its test, all of which are needed."""

    name: str
    parts: tuple[str, ...]


IMPRACTICAL = "That made it impractical to keep the time limit."


def _closed(who: str, head: str) -> tuple[str, ...]:
    return (
        f"The council asked {head} for advice.",
        f"The {who} is closed for 4 weeks or more on end (28 days).",
        "The council asked in the time from one week before it closed to one week before it opens "
        "again.",
        IMPRACTICAL,
    )


def _away(weeks: int) -> tuple[str, ...]:
    return (
        "The child, the parent or the young person is away from the council's area.",
        f"They are away for {weeks} weeks or more on end ({weeks * 7} days), all of it within the "
        f"time limit.",
        IMPRACTICAL,
    )


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "X_SCHOOL": Reason(
            name="A school or college is closed for 4 weeks or more",
            parts=_closed("school or college", "its head or principal"),
        ),
        "X_EY": Reason(
            name="An early years provider is closed for 4 weeks or more",
            parts=_closed("provider", "the provider"),
        ),
        "X_EPC": Reason(
            name="Exceptional personal circumstances",
            parts=(
                "They affect the child, the parent or the young person. The council's own "
                "circumstances do not count.",
                "They fall within the time limit.",
                IMPRACTICAL,
            ),
        ),
        "X_ABS4": Reason(name="The family is away for 4 weeks or more", parts=_away(4)),
        "X_ABS2": Reason(name="The family is away for 2 weeks or more", parts=_away(2)),
        "X_APPT": Reason(
            name="The child or young person missed an appointment",
            parts=(
                "The body that was asked for advice made the appointment, to examine or test the "
                "child or young person.",
                "They did not keep it, and it was within that body's own 6 weeks.",
                IMPRACTICAL,
                "It excuses that body alone, not the council.",
            ),
        ),
        "X_R13": Reason(
            name="One of the reasons for which the 20 weeks need not be kept",
            parts=(
                "A school or provider asked for advice is closed for 4 weeks or more, the family "
                "is away for 4 weeks or more, or there are exceptional personal circumstances.",
                "Every part of that reason's own test is met.",
                IMPRACTICAL,
            ),
        ),
        "R5_EXTENSION": Reason(
            name="The Tribunal allows more time",
            parts=("The Tribunal was asked, and allowed it.",),
        ),
    }
)
"""By the code that an exception is recorded under."""

NEVER_A_REASON = (
    "Waiting for advice that is late, or for a school to answer.",
    "Too few educational psychologists or other staff, or somebody off sick.",
    "The date of a panel, or a form that was not filled in.",
    "Christmas, Easter and other holidays shorter than 4 weeks.",
    "Cost, or how much other work there is.",
)
"""What is often given as a reason for a late assessment, plan or review, and is none in law."""
