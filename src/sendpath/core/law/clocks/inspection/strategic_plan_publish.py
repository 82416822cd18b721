"""The area's strategic plan, brought up to date and published within 30 working days of a report.

Guidance, not law: the Area SEND framework and handbook. It is asked of the whole area's
partnership after every inspection, and of no child. The number has to be checked in the handbook
before anyone relies on it (mark K).
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import AREA_SEND_HANDBOOK
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="strategic_plan_publish",
    duty="Publish the area's strategic plan, brought up to date",
    kind=RuleKind.GUIDANCE,
    owed_by="local area partnership",
    owed_to="public",
    starts=(when(Kind.INSPECTION_REPORT_FINAL, "The final report was received"),),
    limits=(Limit(count=WorkingDays(30), law=AREA_SEND_HANDBOOK, since=date(2023, 1, 1)),),
    confidence=Confidence.UNREAD,
    follows="Check the 30 working days in the handbook in force.",
)
