"""The one child every demonstration can rely on, whatever the size and seed.

Elowen Wychcombe is first in `hartwell-sen2-2026.xml`. The request came on Monday 24 November
2025 and assessment was agreed on 2 January 2026; nothing is decided since. So the plan, if
there is to be one, must be sent by Monday 13 April 2026. Her officer is priya, in North.
"""

from __future__ import annotations

from datetime import date

from sendpath.returns.hartwell import numbers
from sendpath.returns.hartwell.homes import Home
from sendpath.returns.hartwell.identity import Identity
from sendpath.returns.hartwell.journey import Journey

PLACE = 0


def showcase_journey() -> Journey:
    """Return what has happened so far: a new one each time, as journeys change."""
    return Journey(
        decision="Y",
        issue="A",
        received_on=date(2025, 11, 24),
        decided_on=date(2026, 1, 2),
        born_on=date(2018, 3, 9),
        need="SLCN",
        setting="MAIN",
        officer="priya",
    )


def showcase_identity() -> Identity:
    """Return who she is."""
    return Identity(
        surname="Wychcombe",
        forename="Elowen",
        sex="F",
        ethnicity="WBRI",
        home=Home("SG1 3FP", "North"),
        upn=numbers.upn(PLACE, 2022),
        uln="",
        upn_unknown="",
        nhs_number=numbers.nhs_number(PLACE),
    )
