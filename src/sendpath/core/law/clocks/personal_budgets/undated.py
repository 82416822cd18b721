"""Rules of personal budgets that set no day of their own, or whose day another clock works out."""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import Contents, Continuing, Delegated, RuleKind
from sendpath.core.law.source import PERSONAL_BUDGETS, Confidence, instrument, section
from sendpath.core.law.wording import COUNCIL, FAMILY, when

UNDATED = (
    Continuing(
        key="personal_budget_request_window",
        duty="Ask for a personal budget",
        kind=RuleKind.RIGHT,
        owed_by=FAMILY,
        owed_to=COUNCIL,
        says=(
            "A parent or young person may ask for a personal budget at any time while a draft "
            "plan is being prepared, and while a plan is being reviewed or re-assessed. The "
            "council must then prepare one."
        ),
        law=section("49"),
        also=(instrument(*PERSONAL_BUDGETS, "4"),),
        code="9.95 to 9.99",
        confidence=Confidence.SECONDARY,
        follows="It is set out in section J of the plan.",
    ),
    Contents(
        key="direct_payment_refusal",
        duty="Say why there will be no direct payments, and that the decision can be reviewed",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        acts=(when(Kind.BUDGET_REFUSED, "The council decided not to make direct payments"),),
        parts=(
            ("in_writing", "the decision in writing"),
            ("reasons", "the reasons for it"),
            ("review_right", "the right to ask for a review of it"),
        ),
        otherwise="Ask the council for it. A complaint can be made; there is no appeal.",
        law=instrument(*PERSONAL_BUDGETS, "7"),
        code="9.107",
        confidence=Confidence.SECONDARY,
        follows="If the family asks, the council must review the decision; no time is set for it.",
    ),
    Delegated(
        key="direct_payment_ongoing_review",
        duty="Review the direct payments whenever the plan is reviewed",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="whoever receives the payments",
        counted_by=("subsequent_annual_review", "first_annual_review"),
        law=instrument(*PERSONAL_BUDGETS, "11"),
        code="9.118",
        confidence=Confidence.SECONDARY,
        follows="That is at least once in every 12 months.",
    ),
    Contents(
        key="direct_payment_reduce_stop",
        duty="Give reasonable notice, with reasons, before direct payments are reduced or stopped",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="whoever receives the payments",
        acts=(when(Kind.BUDGET_STOP_NOTICE, "Notice to reduce or stop the payments was given"),),
        parts=(
            ("in_writing", "the notice in writing"),
            ("reasons", "the reasons for it"),
            ("reasonable_notice", "reasonable time before it takes effect"),
        ),
        otherwise="The payments should not change until proper notice has been given.",
        law=instrument(*PERSONAL_BUDGETS, "12"),
        also=(instrument(*PERSONAL_BUDGETS, "14"),),
        code="9.117",
        confidence=Confidence.SECONDARY,
        follows="Whoever receives them may ask once for the decision to be reconsidered.",
    ),
)
