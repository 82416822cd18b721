"""A look at the plan of a child under 5, every three to six months.

Guidance, not law: the Code of Practice, paragraph 9.178. It asks the council to consider a review
that often, and stands beside the 12 months of section 44, which bind at every age. Six months is
the day shown as due; three is the earliest that the guidance has in mind. It is about children who
are under 5 when the months begin, so it is not shown where no birth is on record.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, code_of_practice
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, REVIEW_DONE, one_of, when

CLOCK = Clock(
    key="early_years_review",
    duty="Consider reviewing the plan of a child under 5",
    kind=RuleKind.GUIDANCE,
    owed_by=COUNCIL,
    owed_to="child",
    starts=(
        when(Kind.FINALISED_SENT, "The first plan was made", first=one_of(True, None)),
        *REVIEW_DONE,
    ),
    done_by=REVIEW_DONE,
    ended_by=PLAN_OVER,
    repeats=Repeats.REVIEWS,
    ages=range(5),
    limits=(Limit(count=Months(6), law=code_of_practice("9.178")),),
    milestones=(
        Milestone(
            key="three",
            words="Three months, from when the guidance asks for a review to be considered",
            count=Months(3),
        ),
        Milestone(key="six", words="Six months, by when it asks for one to be considered"),
    ),
    code="9.178",
    confidence=Confidence.SECONDARY,
    follows="The review that the law requires is still due within 12 months of the last.",
)
