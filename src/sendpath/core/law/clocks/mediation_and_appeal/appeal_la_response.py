"""The council's answer to an appeal, within 30 working days.

HESC Rules 2008 (SI 2008/2699), rules 21 and 12. Counted from the day the council received the
appeal. No day of August or from 25 December to 1 January is counted (rule 12(3)(b)), which is
not so for lodging an appeal. The day ends at 5 pm. A council that does not oppose the appeal says
so before it answers, and then owes what regulation 45 asks for instead.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import TRIBUNAL_CLOSES, Clock, Limit
from sendpath.core.law.counting import TribunalDays
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, tribunal_rule
from sendpath.core.law.wording import ANSWERED, APPEAL_OVER, COUNCIL, UNOPPOSED, when

CLOCK = Clock(
    key="appeal_la_response",
    duty="Answer the appeal",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="First-tier Tribunal, and parent or young person",
    starts=(when(Kind.APPEAL_LA_RECEIVED, "The council received the appeal"),),
    done_by=(ANSWERED,),
    ended_by=(UNOPPOSED, *APPEAL_OVER),
    limits=(Limit(count=TribunalDays(30), law=tribunal_rule("21"), closes_at=TRIBUNAL_CLOSES),),
    also=(tribunal_rule("12(3)(b)"), tribunal_rule("12(1)")),
    code="11.44",
    confidence=Confidence.SECONDARY,
    follows="If the Tribunal directs another day, that day prevails.",
)
