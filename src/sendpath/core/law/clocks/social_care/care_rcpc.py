"""Conferences that review a child protection plan: within 3 months, then every 6 months.

Guidance, not law: Working Together to Safeguard Children. The record has no event for a review
conference, so it is recorded as done (`duty.done` for care_rcpc), which starts the next 6 months.
With the fact outcome=no_plan, a conference ended the plan, or never made one, and nothing more is
owed. The numbers were not checked (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.instruments import WORKING_TOGETHER
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import one_of, when

KEY = "care_rcpc"
PLAN = one_of("plan", None)
SINCE = date(2013, 4, 15)

CLOCK = Clock(
    key=KEY,
    duty="Hold the conference that reviews the child protection plan",
    kind=RuleKind.GUIDANCE,
    owed_by="council's social care",
    owed_to="child",
    starts=(
        when(Kind.ICPC_HELD, "The first conference was held", outcome=PLAN),
        when(Kind.DUTY_DONE, "The plan was reviewed and goes on", clock=one_of(KEY), outcome=PLAN),
    ),
    limits=(
        Limit(
            count=Months(3),
            law=WORKING_TOGETHER,
            since=SINCE,
            kinds=frozenset({Kind.ICPC_HELD}),
        ),
        Limit(
            count=Months(6),
            law=WORKING_TOGETHER,
            since=SINCE,
            kinds=frozenset({Kind.DUTY_DONE}),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="Each conference decides whether the child still needs the plan.",
)
