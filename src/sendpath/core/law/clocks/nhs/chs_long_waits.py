"""How long a child has waited for a community health service, in the bands that are reported.

No law or guidance sets a limit for services that no consultant leads, such as speech and language
or occupational therapy. NHS planning guidance asks for nobody to wait more than 52 weeks, and the
situation report counts those past 18, 52, 65, 78 and 104. The wait ends when the child is seen.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import one_of, when

BANDS = (18, 52, 65, 78, 104)

CLOCK = Clock(
    key="chs_long_waits",
    duty="See the child referred to a community service",
    kind=RuleKind.STANDARD,
    owed_by="NHS provider",
    owed_to="child or young person",
    starts=(
        when(
            Kind.REFERRAL_RECEIVED,
            "The community service received the referral",
            consultant_led=one_of(False, None),
        ),
    ),
    done_by=(
        when(Kind.FIRST_CONTACT, "The child was first seen"),
        when(Kind.WAIT_STOPPED, "The wait ended"),
        When(
            kind=Kind.HEALTH_ASSESSMENT_STARTED,
            words="By then the child must have been seen",
            implied=True,
        ),
    ),
    repeats=Repeats.BY_KEY,
    run_named_by=("pathway",),
    limits=(
        Limit(
            count=Weeks(52),
            law=guidance(
                "NHS England planning guidance",
                "community health services waiting lists",
                "https://www.england.nhs.uk/operational-planning-and-contracting/",
            ),
        ),
    ),
    milestones=tuple(
        Milestone(key=f"weeks_{band}", words=f"{band} weeks of waiting end", count=Weeks(band))
        for band in BANDS
    ),
    confidence=Confidence.SECONDARY,
    follows="It is reported. The council's 6 weeks for advice do not wait for it.",
)
