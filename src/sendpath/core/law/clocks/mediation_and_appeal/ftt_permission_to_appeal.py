"""The time to ask the Tribunal for permission to appeal against its decision.

HESC Rules 2008 (SI 2008/2699), rule 46 (K): 28 days after written reasons were sent. These are
calendar days, so August counts; but the rules set this time, so a last day that is not a working
day runs to the next one (rule 12(2)), until 5 pm.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import TRIBUNAL_CLOSES, Clock, Limit, Moves
from sendpath.core.law.counting import Days
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, tribunal_rule
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="ftt_permission_to_appeal",
    duty="Ask for permission to appeal against the Tribunal's decision",
    kind=RuleKind.RIGHT,
    owed_by="family or council",
    owed_to="First-tier Tribunal (Special Educational Needs and Disability)",
    starts=(when(Kind.APPEAL_REASONS_SENT, "The Tribunal sent its reasons"),),
    limits=(
        Limit(
            count=Days(28),
            law=tribunal_rule("46"),
            moves=Moves.NEXT_WORKING_DAY,
            closes_at=TRIBUNAL_CLOSES,
        ),
    ),
    also=(tribunal_rule("12(2)"),),
    confidence=Confidence.UNREAD,
    follows="Later than that, the Tribunal must first be asked for more time.",
)
