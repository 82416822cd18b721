"""The answer to a recommendation of the Tribunal on health or social care, within 5 weeks.

SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulations 6 and 7 (K). Five
weeks beginning with the date of the recommendation, so that date is day 1 and the last day is a
day earlier than five weeks after. Each body answers for itself, with reasons if it will not
follow. A recommendation does not bind, but the answer is owed.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WeeksBeginning
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import RECOMMENDATIONS, Confidence, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="recommendation_respond",
    duty="Answer the Tribunal's recommendation",
    kind=RuleKind.DUTY,
    owed_by="health commissioner or social care",
    owed_to="parent or young person, and the council",
    starts=(when(Kind.RECOMMENDATION_MADE, "The Tribunal made its recommendation"),),
    done_by=(when(Kind.RECOMMENDATION_RESPONDED, "The body answered"),),
    repeats=Repeats.BY_KEY,
    run_named_by=("body",),
    limits=(
        Limit(
            count=WeeksBeginning(5),
            law=instrument(*RECOMMENDATIONS, "6"),
            ruleset="ENG-2018-04",
            since=date(2018, 4, 3),
        ),
    ),
    also=(instrument(*RECOMMENDATIONS, "7"),),
    confidence=Confidence.UNREAD,
    follows="A refusal can be taken to the Ombudsman or to the High Court.",
)
