"""An autism assessment started within 3 months of referral.

NICE guideline CG128 and quality standard QS51, statement 1. A standard and not law. It is often
measured as 13 weeks, which ends up to two days before or after the same date three months on: both
are shown. Starting the assessment meets it, not finishing it.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Months, Weeks
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import one_of, when

AUTISM = one_of("autism", None)

CLOCK = Clock(
    key="nice_autism_3m",
    duty="Start the autism assessment",
    kind=RuleKind.STANDARD,
    owed_by="autism team",
    owed_to="child or young person",
    starts=(when(Kind.REFERRAL_RECEIVED, "The autism team received the referral", pathway=AUTISM),),
    done_by=(
        when(Kind.HEALTH_ASSESSMENT_STARTED, "The assessment started", pathway=AUTISM),
        When(
            kind=Kind.HEALTH_OUTCOME_GIVEN,
            words="By then the assessment must have started",
            facts={"pathway": AUTISM},
            implied=True,
        ),
    ),
    ended_by=(when(Kind.WAIT_STOPPED, "The wait ended without an assessment", pathway=AUTISM),),
    repeats=Repeats.BY_KEY,
    run_named_by=("pathway",),
    limits=(
        Limit(
            count=Months(3),
            law=guidance(
                "NICE quality standard QS51, Autism",
                "statement 1",
                "https://www.nice.org.uk/guidance/qs51",
            ),
            since=date(2011, 9, 28),
            readings=(Reading(words="13 weeks", count=Weeks(13), ambiguity="A15"),),
        ),
    ),
    also=(
        guidance(
            "NICE guideline CG128, Autism spectrum disorder in under 19s",
            "recommendations on referral",
            "https://www.nice.org.uk/guidance/cg128",
        ),
    ),
    confidence=Confidence.SECONDARY,
    follows="The council's 6 weeks for advice do not wait for a diagnosis.",
)
