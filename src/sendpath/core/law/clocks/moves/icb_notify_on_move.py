"""The old health commissioner tells the new one of a move, on the day of the move.

SEND Regulations 2014, regulations 15 and 16, where the move brings a change of commissioner. The
days are those for the transfer of the plan, counted from when the old commissioner became aware of
the move; the council's own awareness serves where it is the later or the only one on record. An
awareness with no reason on record is taken to be of the move.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import OnTheDay, WorkingDaysBeginning
from sendpath.core.law.not_owed import nothing_to_tell
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.told import awareness
from sendpath.core.law.wording import CEASED, one_of, when

CLOCK = Clock(
    key="icb_notify_on_move",
    duty="Tell the new health commissioner that it is now responsible",
    kind=RuleKind.DUTY,
    owed_by="old health commissioner",
    owed_to="new health commissioner",
    starts=(
        when(
            Kind.MOVE_OCCURRED,
            "The child moved, with a change of health commissioner",
            icb_changed=one_of(True, None),
        ),
    ),
    done_by=(when(Kind.ICB_NOTIFIED, "The new commissioner was told"),),
    ended_by=(CEASED,),
    extends=(
        when(Kind.MOVE_KNOWN, "The council became aware of the move"),
        when(
            Kind.ICB_CHANGE_KNOWN,
            "The old commissioner became aware of the move",
            reason=one_of("move", None),
        ),
    ),
    extends_from_before=True,
    repeats=Repeats.SUPERSEDES,
    unless=nothing_to_tell,
    limits=(Limit(count=OnTheDay(), or_later=WorkingDaysBeginning(15), law=regulation("15")),),
    tells=awareness,
    also=(regulation("16"),),
    code="9.163",
    confidence=Confidence.SECONDARY,
    follows="If it cannot arrange the health provision in the plan, it asks for a review.",
)
