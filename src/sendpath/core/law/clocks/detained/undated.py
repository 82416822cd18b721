"""Rules for detained persons that set no day of their own, or whose day another clock works out."""

from datetime import date

from sendpath.core.law.detention import HOME_COUNCIL, RELEASED_HERE, detained
from sendpath.core.law.not_owed import no_plan_then
from sendpath.core.law.rule import Delegated, Repeats, RuleKind, Undated
from sendpath.core.law.source import Confidence, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_DONE

UNDATED = (
    Delegated(
        key="detained_draft_representations",
        duty="Leave the detained person's family 15 days to answer the draft plan",
        kind=RuleKind.DUTY,
        owed_by=HOME_COUNCIL,
        owed_to="parent or young person",
        counted_by=("draft_representations",),
        law=detained("13(1)"),
        confidence=Confidence.READ,
        follows="The day the draft is served is the first of the 15.",
    ),
    Undated(
        key="detained_review_on_release",
        duty="Maintain the plan again on release, and review it",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="child or young person",
        starts=(RELEASED_HERE,),
        done_by=REVIEW_DONE,
        ended_by=PLAN_OVER,
        repeats=Repeats.SUPERSEDES,
        unless=no_plan_then,
        how_soon="as soon as reasonably practicable after release",
        since=date(2015, 4, 1),
        law=section("48"),
        also=(section("74"),),
        confidence=Confidence.UNREAD,
        follows="What the plan provides must be secured again from the day of release.",
    ),
)
