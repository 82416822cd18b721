"""How long ago something was, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sendpath.web.templatetags.govuk import plural

UNITS = ((24 * 60 * 60, "day"), (60 * 60, "hour"), (60, "minute"))


@dataclass(frozen=True, slots=True)
class Age:
    """How long ago, in seconds."""

    seconds: int

    def __str__(self) -> str:
        for length, unit in UNITS:
            if self.seconds >= length:
                return plural(self.seconds // length, unit)
        return plural(self.seconds, "second")


def age(at: datetime, moment: datetime) -> Age:
    """Return how long before a moment something was."""
    return Age(max(0, round((moment - at).total_seconds())))
