"""Treatment for an eating disorder: within 1 week if urgent, otherwise within 4.

The NHS access and waiting time standard for children and young people with an eating disorder. A
standard and not law; its numbers were not checked (mark K). Treatment that has begun meets it, not
a first appointment. Where urgency is not on record, both are shown.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Reading
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import one_of, when

PATHWAY = one_of("eating_disorder", None)
ACCESS = guidance(
    "Access and waiting time standard for children and young people with an eating disorder",
    "NHS England",
    "https://www.england.nhs.uk/mental-health/cyp/eating-disorders/",
)
URGENT = Weeks(1)

CLOCK = Clock(
    key="cyp_eating_disorder",
    duty="Start treatment for the eating disorder",
    kind=RuleKind.STANDARD,
    owed_by="NHS provider",
    owed_to="child or young person",
    starts=(when(Kind.REFERRAL_RECEIVED, "The service received the referral", pathway=PATHWAY),),
    done_by=(when(Kind.WAIT_STOPPED, "Treatment began, or the wait ended", pathway=PATHWAY),),
    repeats=Repeats.BY_KEY,
    run_named_by=("pathway",),
    limits=(
        Limit(count=Weeks(4), law=ACCESS, facts={"urgent": one_of(False)}),
        Limit(count=URGENT, law=ACCESS, facts={"urgent": one_of(True)}),
        Limit(
            count=Weeks(4),
            law=ACCESS,
            facts={"urgent": one_of(None)},
            readings=(Reading(words="an urgent referral", count=URGENT, strict=True),),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="The wait is reported nationally.",
)
