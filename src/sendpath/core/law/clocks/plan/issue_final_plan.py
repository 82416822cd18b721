"""The 20-week limit: send the finalised EHC plan.

SEND Regulations 2014, regulation 13(2) and (3). The 20 weeks run from the day the request
arrives, or the day the council becomes responsible for the child, not from the decision to
assess. Nothing pauses them: late advice, a consultation or a new draft leaves the day as it is.
Once a refusal is overturned by an order, a concession or an agreement, they are spent and the
weeks of regulation 44 or 45 run.
"""

from sendpath.core.law.clock import Appeal, Clock, Limit, Milestone, Reading
from sendpath.core.law.counting import Weeks
from sendpath.core.law.not_owed import barred_and_not_assessed
from sendpath.core.law.orders import OVERTURNED, PERHAPS_OVERTURNED
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    CASE_CLOSED,
    COUNCIL,
    COVID,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NO_PLAN,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    WITHDRAWN,
    assessment_grounds,
)

CLOCK = Clock(
    key="issue_final_plan",
    duty="Send the final EHC plan",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="parent or young person, the setting named, health commissioner",
    starts=REQUEST_OR_RESPONSIBILITY,
    done_by=(FINALISED,),
    ended_by=(WITHDRAWN, *MOVED_AWAY, REFUSED, NO_PLAN, *OVERTURNED),
    reopened_by=(AGREED, ISSUE),
    settled_by=(APPEALED, *PERHAPS_OVERTURNED, WITHDRAWN, *MOVED_AWAY),
    closes_case=CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    unless=barred_and_not_assessed,
    limits=(Limit(count=Weeks(20), law=regulation("13(2)")),),
    also=(regulation("13(3)"), section("39(8)"), section("40(5)")),
    grounds=assessment_grounds("10(4)"),
    other_period=Reading(
        words="“that time period” means the 16 weeks of regulation 10(1)",
        count=Weeks(16),
        ambiguity="A5",
    ),
    relaxations=(COVID,),
    milestones=(
        Milestone(
            key="draft_practical_latest",
            words="Last day a draft can be served and still leave the family 15 days",
            days=-14,
        ),
    ),
    appeals=(Appeal(when=FINALISED, law=section("51(2)(c)")),),
    code="9.39 to 9.44, 9.125 to 9.131",
    confidence=Confidence.READ,
    follows="The provision in the plan must be secured, and the first review comes within a year.",
)
