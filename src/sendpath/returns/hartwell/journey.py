"""One person's way from a request to a plan, or to wherever it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendpath.returns.hartwell.totals import TODAY

FIRST_RETURN = 2023
"""Survey year of the first return that held a record for each person."""


@dataclass(slots=True, kw_only=True)
class Journey:
    """The dates and outcomes of one request, in the codes of SEN2, and whose it is.

    `decision` is the request outcome and `issue` the assessment outcome. `decided_on` and
    `outcome_on` are their dates; for a plan issued `outcome_on` is also its start.
    `born_on`, `need` and `setting` are filled in once the journey is known.
    """

    decision: str
    issue: str = ""
    received_on: date | None = None
    decided_on: date | None = None
    outcome_on: date | None = None
    exception: bool = False
    started_on: date | None = None
    ceased_on: date | None = None
    cease_reason: str = ""
    moved_in: bool = False
    born_on: date = TODAY
    need: str = ""
    setting: str = ""
    officer: str = ""

    @property
    def open_plan(self) -> bool:
        """Whether there is a plan on survey day 2026."""
        return self.started_on is not None and self.ceased_on is None

    @property
    def undecided(self) -> bool:
        """Whether the request or the assessment still waits for its decision."""
        return "A" in (self.decision, self.issue) or (self.issue == "Y" and not self.started_on)

    @property
    def survey_year(self) -> int | None:
        """The last return this person belongs in; None where it came before 2023.

        Only a plan can be too old for a return. A decision can be told late.
        """
        if self.open_plan or self.undecided:
            return TODAY.year
        if self.ceased_on:
            year = self.ceased_on.year + 1
            return year if year >= FIRST_RETURN else None
        last = max(day for day in (self.received_on, self.decided_on, self.outcome_on) if day)
        return min(max(last.year + 1, FIRST_RETURN), TODAY.year)
