"""The school or college that a plan names must admit the child.

Children and Families Act 2014, section 43(2). At once, from the day the plan names it: there is
no number of days, a full school is no answer, and ordinary admissions have no say. Not read in
the Act (K).
"""

from __future__ import annotations

from collections.abc import Sequence

from sendpath.core.casefile.events import Event
from sendpath.core.dates import Calendars, in_words
from sendpath.core.law.in_force import plans
from sendpath.core.law.rule import Held, RuleKind, Span
from sendpath.core.law.source import Confidence, section

MUST_ADMIT = "must_admit"


def admissions(history: Sequence[Event], calendars: Calendars) -> tuple[Held, ...]:
    """Return each time in which the school or college named in a plan had to admit."""
    return tuple(
        Held(
            status=MUST_ADMIT,
            says=(
                f"Since {in_words(plan.since)} the school or college that the plan names must "
                f"admit the child or young person."
            ),
            since=plan.since,
            until=plan.until,
            because=plan.because,
        )
        for plan in plans(history)
    )


SPAN = Span(
    key="admit_named_child",
    duty="Admit the child or young person whose plan names it",
    kind=RuleKind.STATE,
    owed_by="school or college named",
    owed_to="child or young person",
    statuses={MUST_ADMIT: "the school or college named must admit the child or young person"},
    reads=admissions,
    law=section("43(2)"),
    code="9.83",
    confidence=Confidence.UNREAD,
    follows="It holds for whichever school or college the plan names as it is amended.",
)
