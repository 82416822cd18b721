"""The plan goes to the new council, on the day of the move.

SEND Regulations 2014, regulation 15(1) to (3). If the old council did not know of the move 15
working days before it, within 15 working days beginning with the day it became aware: that day is
day 1. Whether the day of awareness also counts among the 15 before the move is not settled
(register of ambiguities, A20); it is counted here, and then the later of the two ends is the last
day, however early or late the council knew. Nothing is owed where there is no plan yet.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay, WorkingDaysBeginning
from sendpath.core.law.not_owed import nothing_to_transfer
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.told import awareness
from sendpath.core.law.wording import CEASED, when

CLOCK = Clock(
    key="transfer_plan_to_new_la",
    duty="Transfer the plan to the new council",
    kind=RuleKind.DUTY,
    owed_by="old council",
    owed_to="new council",
    starts=(when(Kind.MOVE_OCCURRED, "The child moved"),),
    done_by=(when(Kind.PLAN_TRANSFERRED_OUT, "The plan was transferred"),),
    ended_by=(CEASED,),
    extends=(when(Kind.MOVE_KNOWN, "The council became aware of the move"),),
    extends_from_before=True,
    repeats=Repeats.SUPERSEDES,
    unless=nothing_to_transfer,
    limits=(Limit(count=OnTheDay(), or_later=WorkingDaysBeginning(15), law=regulation("15(2)")),),
    tells=awareness,
    also=(
        regulation("15(1)"),
        regulation("15(3)"),
    ),
    code="9.157 to 9.158",
    confidence=Confidence.READ,
    follows="The new council has the plan as if it had made it on the day it was made.",
)
