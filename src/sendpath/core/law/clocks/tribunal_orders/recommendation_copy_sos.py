"""A copy of each answer to a recommendation goes to the Secretary of State within a week.

SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation 7 (K). Counted from
the answer, whichever body gave it.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import RECOMMENDATIONS, Confidence, instrument
from sendpath.core.law.wording import COUNCIL, when

CLOCK = Clock(
    key="recommendation_copy_sos",
    duty="Send the Secretary of State a copy of the answer",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="Secretary of State for Education",
    starts=(when(Kind.RECOMMENDATION_RESPONDED, "The recommendation was answered"),),
    repeats=Repeats.BY_KEY,
    run_named_by=("body",),
    limits=(
        Limit(
            count=Weeks(1),
            law=instrument(*RECOMMENDATIONS, "7"),
            ruleset="ENG-2018-04",
            since=date(2018, 4, 3),
        ),
    ),
    confidence=Confidence.UNREAD,
)
