"""An assessment begun in the community and not finished at detention: the weeks run on.

SEND (Detained Persons) Regulations 2015 (SI 2015/62), regulation 15(4) and (5). The 6, 16 and 20
weeks are still counted from the day the council became responsible for the child, or received the
request. The clocks of an assessment keep them: detention ends none.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock
from sendpath.core.law.detention import HOME_COUNCIL, detained, detained_grounds, weeks
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import (
    AGREED,
    APPEALED,
    CASE_CLOSED,
    FINALISED,
    ISSUE,
    MOVED_AWAY,
    NO_PLAN,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    WITHDRAWN,
    when,
)

CLOCK = Clock(
    key="detained_unfinished_on_detention",
    duty="Finish during detention the assessment begun before it",
    kind=RuleKind.DUTY,
    otherwise="issue_final_plan",
    owed_by=HOME_COUNCIL,
    owed_to="detained person",
    starts=REQUEST_OR_RESPONSIBILITY,
    only_if=(when(Kind.DETAINED, "The young person was detained"),),
    done_by=(FINALISED,),
    ended_by=(WITHDRAWN, *MOVED_AWAY, REFUSED, NO_PLAN),
    reopened_by=(AGREED, ISSUE),
    settled_by=(APPEALED, WITHDRAWN, *MOVED_AWAY),
    closes_case=CASE_CLOSED,
    repeats=Repeats.FIRST_COUNTS,
    limits=(weeks(20, "15(4) to (5)"),),
    also=(detained("13(2)"),),
    grounds=detained_grounds("10(4)"),
    confidence=Confidence.READ,
    follows="Detention starts no limit again.",
)
