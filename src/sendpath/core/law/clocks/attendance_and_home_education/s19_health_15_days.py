"""Education for a child too ill for school, by the fifteenth school day of absence.

Guidance, not law: the Department's on children with health needs (December 2023). The law itself
(Education Act 1996, section 19(1)) has no number of days. The fifteen may be on end, or add up
over the school year: a total that reaches fifteen makes it due at once, though this absence began
later. As soon as it is clear that there will be so many the council should act, so this day is
the last and not the first. A child who is back at school no longer needs it.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay, SchoolDaysBeginning
from sendpath.core.law.instruments import EDUCATION_ACT
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, act, guidance
from sendpath.core.law.wording import COUNCIL, MOVED_AWAY, one_of, when

SINCE = date(1996, 11, 1)
HEALTH_NEEDS = guidance(
    "Arranging education for children who cannot attend school because of health needs",
    "statutory guidance of the Department for Education (December 2023)",
    "https://www.gov.uk/government/publications/"
    "education-for-children-with-health-needs-who-cannot-attend-school",
)
BACK = when(Kind.ABSENCE_ENDED, "The child came back to school")

CLOCK = Clock(
    key="s19_health_15_days",
    duty="Arrange education for the child who is too ill for school",
    kind=RuleKind.GUIDANCE,
    owed_by=COUNCIL,
    owed_to="child of compulsory school age",
    starts=(
        When(
            kind=Kind.HEALTH_ABSENCE_BEGAN,
            words="Absence for health reasons began",
            provisional=True,
        ),
        when(
            Kind.ILLNESS_DAYS,
            "Days absent through illness this school year reached 15",
            days=one_of(15),
        ),
        When(
            kind=Kind.ILLNESS_DAYS,
            words="More than 15 days' absence through illness were on record",
            facts={"days": frozenset(range(16, 1000))},
            provisional=True,
        ),
    ),
    done_by=(when(Kind.AP_STARTED, "Education was arranged and began"),),
    ended_by=(BACK, *MOVED_AWAY),
    closes_case=(BACK, *MOVED_AWAY),
    repeats=Repeats.FIRST_COUNTS,
    limits=(
        Limit(
            count=SchoolDaysBeginning(15),
            law=HEALTH_NEEDS,
            since=SINCE,
            kinds=frozenset({Kind.HEALTH_ABSENCE_BEGAN}),
        ),
        Limit(
            count=OnTheDay(),
            law=HEALTH_NEEDS,
            since=SINCE,
            kinds=frozenset({Kind.ILLNESS_DAYS}),
        ),
    ),
    also=(act(*EDUCATION_ACT, "19(1)"),),
    confidence=Confidence.READ,
    follows="The duty is the council's, whatever the school has set for the child to do.",
)
