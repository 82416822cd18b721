"""Rules of mediation and appeal that set no day of their own."""

from sendpath.core.law.rule import Delegated, RuleKind
from sendpath.core.law.source import Confidence, regulation
from sendpath.core.law.wording import COUNCIL

UNDATED = (
    Delegated(
        key="mediation_agreement_appealable",
        duty="Do what was agreed in mediation as if the Tribunal had ordered it",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=(
            "order_assess_notify",
            "order_assess_no_plan",
            "order_assess_final",
            "order_make_draft",
            "order_make_final",
            "order_amend_contents",
            "order_amend_school",
            "order_continue",
            "order_continue_amend",
        ),
        law=regulation("42(2)"),
        also=(regulation("42(5)"), regulation("44(3)")),
        code="11.35",
        confidence=Confidence.READ,
        follows="A date that the parties wrote down prevails over these weeks.",
    ),
)
