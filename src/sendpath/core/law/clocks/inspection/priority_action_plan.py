"""A priority action plan for Ofsted and the CQC, within 35 working days of the final report.

Guidance, not law: the Area SEND framework and handbook. It is asked of the whole area's
partnership, and of no child, where the report finds widespread or systemic failings (the fact
outcome=systemic_failings). The number has to be checked in the handbook before anyone relies on it
(mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import AREA_SEND_HANDBOOK
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import one_of, when

CLOCK = Clock(
    key="priority_action_plan",
    duty="Send Ofsted and the CQC the priority action plan",
    kind=RuleKind.GUIDANCE,
    owed_by="local area partnership",
    owed_to="Ofsted and the CQC",
    starts=(
        when(
            Kind.INSPECTION_REPORT_FINAL,
            "The final report was received",
            outcome=one_of("systemic_failings", None),
        ),
    ),
    done_by=(when(Kind.ACTION_PLAN_SUBMITTED, "The priority action plan was sent"),),
    limits=(Limit(count=WorkingDays(35), law=AREA_SEND_HANDBOOK, since=date(2023, 1, 1)),),
    confidence=Confidence.UNREAD,
    follows="Check the 35 working days in the handbook in force. Monitoring follows the plan.",
)
