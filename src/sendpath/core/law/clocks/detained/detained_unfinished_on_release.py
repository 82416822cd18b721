"""An assessment begun in detention and not finished at release: the weeks run on.

SEND (Detained Persons) Regulations 2015 (SI 2015/62), regulation 15(1) to (3). If the same council
is responsible after release, the 6, 16 and 20 weeks are still counted from the day the detained
person came to its attention, and what has been done counts. If another is, the regulation does not
apply: that council's own weeks begin when it becomes responsible. The 6 and 16 weeks are kept by
the clocks for detained persons, which release into the same area does not end.
"""

from sendpath.core.law.clock import Clock
from sendpath.core.law.detention import (
    CAME_TO_ATTENTION,
    DETAINED_CASE_CLOSED,
    GIVEN_UP,
    RELEASED_HERE,
    detained,
    detained_grounds,
    weeks,
)
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    COUNCIL,
    FINALISED,
    ISSUE,
    NO_PLAN,
    REFUSED,
)

CLOCK = Clock(
    key="detained_unfinished_on_release",
    duty="Finish after release the assessment begun in detention",
    kind=RuleKind.DUTY,
    otherwise="detained_final_plan",
    owed_by=COUNCIL,
    owed_to="child or young person",
    starts=CAME_TO_ATTENTION,
    only_if=(RELEASED_HERE,),
    done_by=(FINALISED,),
    ended_by=(*GIVEN_UP, REFUSED, NO_PLAN),
    reopened_by=(AGREED, ISSUE),
    settled_by=(APPEALED, *GIVEN_UP),
    closes_case=DETAINED_CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(weeks(20, "15(1) to (3)"),),
    also=(detained("13(2)"),),
    grounds=detained_grounds("10(4)"),
    confidence=Confidence.READ,
    follows="Release starts no limit again.",
)
