"""A list of the reviews due in a term, two weeks before the term starts.

Guidance, not law: the Code of Practice, paragraph 9.172, as IPSEA reports it. The council gives
schools and colleges the list of those whose reviews are due, and tells health and social care.
Each term is told apart by the day it starts, so that the list for one is not taken for that of
another.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import DaysBefore
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, code_of_practice
from sendpath.core.law.wording import COUNCIL, PLAN_OVER

CLOCK = Clock(
    key="review_list_to_schools",
    duty="Send the list of reviews due in the term",
    kind=RuleKind.GUIDANCE,
    owed_by=COUNCIL,
    owed_to="schools, colleges, health commissioner, social care",
    starts=(When(kind=Kind.TERM_START, words="The term is to start", day_from="starts_on"),),
    ended_by=PLAN_OVER,
    repeats=Repeats.BY_KEY,
    run_named_by=("starts_on",),
    limits=(Limit(count=DaysBefore(14), law=code_of_practice("9.172")),),
    code="9.172",
    confidence=Confidence.SECONDARY,
    follows="Each review still has its own date, whether or not it was on the list.",
)
