"""A school's SEN information report, published again within a year.

Children and Families Act 2014, section 69; SEND Regulations 2014, regulations 51 and 52; the
Code of Practice, 6.79, asks for it every year and for changes as soon as possible. It is a
school's duty and no child's: it stands in the record of whoever keeps watch over the school.
Publishing meets the year that is running and starts the next.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Months
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import when

PUBLISHED = (when(Kind.SEN_INFO_PUBLISHED, "The SEN information report was published"),)

CLOCK = Clock(
    key="sen_info_report",
    duty="Publish the SEN information report again",
    kind=RuleKind.DUTY,
    owed_by="setting",
    owed_to="public",
    starts=PUBLISHED,
    done_by=PUBLISHED,
    repeats=Repeats.BY_KEY,
    run_named_by=("setting",),
    limits=(Limit(count=Months(12), law=regulation("51")),),
    also=(regulation("52"), section("69")),
    code="6.79",
    confidence=Confidence.UNREAD,
    follows="What changes during the year is to be put right as soon as possible.",
)
