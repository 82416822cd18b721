"""Rules of the draft and the final plan that set no day of their own."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import (
    Contents,
    Continuing,
    Delegated,
    Repeats,
    RuleKind,
    Undated,
)
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    AMENDED,
    COUNCIL,
    FINALISED,
    MOVED_AWAY,
    NO_PLAN,
    NOTICE_PARTS,
    WITHDRAWN,
    notices_of,
    when,
)

UNDATED = (
    Undated(
        key="draft_meeting",
        duty="Meet the family about the draft plan",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        starts=(when(Kind.PLAN_MEETING_REQUESTED, "The family asked for a meeting"),),
        done_by=(when(Kind.PLAN_MEETING_HELD, "The meeting was held"),),
        ended_by=(WITHDRAWN, *MOVED_AWAY, NO_PLAN, FINALISED, AMENDED),
        repeats=Repeats.SUPERSEDES,
        how_soon="in time for what is said to change the final plan",
        law=regulation("13(1)(a)(ii)"),
        code="9.77",
        confidence=Confidence.READ,
        follows="The 20 weeks do not wait for it.",
    ),
    Delegated(
        key="draft_reissue",
        duty="Leave the family a fresh 15 days for a new draft",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=("draft_representations",),
        law=regulation("13(1)"),
        also=(section("38"), section("39")),
        code="9.125",
        confidence=Confidence.SECONDARY,
        follows="The 20 weeks stay as they are.",
    ),
    Undated(
        key="consult_school",
        duty="Consult the school or college",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="governing body, proprietor or principal, and the council that maintains it",
        starts=(when(Kind.PLACEMENT_REQUESTED, "The family asked for it"),),
        done_by=(when(Kind.CONSULTATION_SENT, "The consultation was sent"),),
        ended_by=(WITHDRAWN, *MOVED_AWAY, NO_PLAN, FINALISED, AMENDED),
        repeats=Repeats.BY_KEY,
        run_named_by=("setting",),
        how_soon="before the plan names it",
        law=section("39(2)"),
        also=(section("40(3)"),),
        code="9.79 to 9.86",
        confidence=Confidence.READ,
        follows="Once the time to answer is up, the council may decide without a reply.",
    ),
    Contents(
        key="final_plan_appeal_notice",
        duty="Send with the final plan what the family may do about it",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        acts=(FINALISED, *notices_of("final_plan")),
        parts=NOTICE_PARTS,
        otherwise="A notice that leaves any of it out is a reason for a late appeal to be heard.",
        law=regulation("14(2)"),
        also=(section("51(2)(c)"), section("55")),
        code="9.131",
        confidence=Confidence.SECONDARY,
        follows="The family may appeal about sections B, F and I, after hearing about mediation.",
    ),
    Continuing(
        key="eotas_arrange",
        duty="Arrange provision outside any school or college",
        kind=RuleKind.STATE,
        owed_by=COUNCIL,
        owed_to="child or young person",
        says=(
            "Where the council is satisfied that no school or college would be right for it, it "
            "may arrange special educational provision elsewhere. The plan then describes it in "
            "section F, and names nowhere in section I for it."
        ),
        law=section("61"),
        code="10.31 to 10.40",
        confidence=Confidence.UNREAD,
        follows="What the plan describes must be secured for as long as the plan is in force.",
    ),
)
