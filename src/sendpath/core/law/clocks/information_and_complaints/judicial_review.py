"""Three months at the very most to ask for judicial review, and promptly within them.

Civil Procedure Rules 1998, rule 54.5(1). The claim must be made promptly and in any event within 3
months of when the grounds first arose, so a claim on the last day can still be too late, and the
parties cannot agree to lengthen it. A letter before claim usually gives 14 days to answer, inside
the 3 months. A deadline that is still being missed goes on giving grounds. Mark K.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, Law
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="judicial_review",
    duty="Ask for judicial review: promptly, and in any event by this day",
    kind=RuleKind.RIGHT,
    owed_by="claimant",
    owed_to="Administrative Court",
    starts=(when(Kind.DECISION_MADE, "The grounds first arose"),),
    limits=(
        Limit(
            count=Months(3),
            law=Law(
                "Civil Procedure Rules 1998 (SI 1998/3132)",
                "rule 54.5(1)",
                "https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part54",
            ),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="Get legal advice early: a claim within the 3 months can still be too late.",
)
