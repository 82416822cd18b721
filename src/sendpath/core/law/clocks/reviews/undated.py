"""Rules of reviews that set no day of their own, or whose day another clock works out."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import Contents, Delegated, Repeats, RuleKind, Undated
from sendpath.core.law.source import DEVON, Confidence, regulation, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_HELD, when

REVIEWED = (
    when(Kind.REVIEW_DECISION_NOTIFIED, "The young person was told the decision after a review"),
    when(Kind.REVIEW_COMPLETED, "A review was completed"),
    when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),
)

UNDATED = (
    Delegated(
        key="review_12_week_backstop",
        duty="Send the amended plan within 12 weeks of the meeting at the very latest",
        kind=RuleKind.DERIVED,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=("review_amendment_notice",),
        milestone="backstop_12w",
        law=DEVON,
        also=(regulation("20(10)"), regulation("22(3)")),
        confidence=Confidence.READ,
        follows=(
            "It is 4 weeks to the notice and 8 from there. A notice sent early brings the plan "
            "forward, so the earlier of the two days governs."
        ),
    ),
    Delegated(
        key="amend_without_review",
        duty="Follow the steps after a review when amending the plan without one",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=("review_final_amended_plan", "review_amendment_representations"),
        law=regulation("28"),
        also=(section("44(7)"), regulation("22")),
        code="9.193 to 9.198",
        confidence=Confidence.UNREAD,
        follows="The family has 15 days to answer, and the amended plan is due within 8 weeks.",
    ),
    Contents(
        key="year9_pfa_review",
        duty="Look at preparing for adulthood at every review from Year 9",
        kind=RuleKind.DUTY,
        owed_by="setting or council",
        owed_to="young person",
        acts=(
            REVIEW_HELD,
            when(Kind.REVIEW_REPORT_SENT, "The report of the meeting was sent"),
        ),
        parts=(("pfa_covered", "what helps the young person prepare for adulthood"),),
        otherwise="From Year 9 a review without it is not the review that the law requires.",
        law=regulation("20(6)"),
        also=(regulation("21(6)"),),
        code="8.9, 9.184",
        confidence=Confidence.READ,
        follows="It covers work, where to live, friends and community, and health.",
    ),
    Undated(
        key="under18_neet_review",
        duty="Review the plan of somebody under 18 who is not in education or training",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="child or young person under 18",
        starts=(when(Kind.NEET, "The young person was found not to be in education or training"),),
        done_by=REVIEWED,
        ended_by=PLAN_OVER,
        closes_case=(*REVIEWED, *PLAN_OVER),
        repeats=Repeats.FIRST_COUNTS,
        ages=frozenset({None, *range(18)}),
        how_soon="so that education or training goes on, and no number of days is given for it",
        law=regulation("29(2)"),
        also=(regulation("29(1)"),),
        code="9.203",
        confidence=Confidence.READ,
        follows="The plan is amended where that is needed. It may not end for this reason alone.",
    ),
    Undated(
        key="over18_leaver_review",
        duty="Review the plan of somebody of 18 or over who has left, before it may end",
        kind=RuleKind.STATE,
        owed_by=COUNCIL,
        owed_to="young person of 18 or over",
        starts=(when(Kind.LEFT_SETTING, "The young person left the setting that the plan names"),),
        done_by=REVIEWED,
        ended_by=(
            when(Kind.PLACEMENT_STARTED, "The young person started in another setting"),
            *PLAN_OVER,
        ),
        closes_case=(*REVIEWED, when(Kind.PLACEMENT_STARTED, "A placement started"), *PLAN_OVER),
        repeats=Repeats.FIRST_COUNTS,
        ages=frozenset({None, *range(18, 26)}),
        how_soon="before the plan may end",
        law=regulation("30"),
        code="9.202 to 9.204",
        confidence=Confidence.READ,
        follows=(
            "The plan may end only if the young person does not wish to return to education or "
            "training, or returning would not be right for them."
        ),
    ),
)
