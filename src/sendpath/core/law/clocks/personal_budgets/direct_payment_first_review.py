"""The first review of direct payments, within their first three months.

Special Educational Needs (Personal Budgets) Regulations 2014 (SI 2014/1652), regulation 11.
Counted from the first payment, not from the decision to make them. It looks at how the payments
are used and whether they are enough, and is not the annual review of the plan.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import PERSONAL_BUDGETS, Confidence, instrument, section
from sendpath.core.law.wording import COUNCIL, PLAN_OVER, when

CLOCK = Clock(
    key="direct_payment_first_review",
    duty="Review the direct payments for the first time",
    kind=RuleKind.DUTY,
    owed_by=COUNCIL,
    owed_to="whoever receives the payments",
    starts=(when(Kind.BUDGET_FIRST_PAYMENT, "The first direct payment was made"),),
    done_by=(when(Kind.BUDGET_REVIEWED, "The direct payments were reviewed"),),
    ended_by=PLAN_OVER,
    limits=(Limit(count=Months(3), law=instrument(*PERSONAL_BUDGETS, "11")),),
    also=(section("49"),),
    code="9.118",
    confidence=Confidence.SECONDARY,
    follows="After that they are reviewed with the plan, at least once a year.",
)
