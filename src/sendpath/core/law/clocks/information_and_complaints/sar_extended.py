"""An answer to a subject access request, within 3 months where more time was needed.

UK GDPR, article 12(3): two months more, 3 in all, for a request that is complex or one of many. The
person must be told within the first month, with the reason. The 3 months run from the day the
request arrived and not from the day they were told.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Moves
from sendpath.core.law.counting import Months
from sendpath.core.law.instruments import data_protection
from sendpath.core.law.rule import Repeats, RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="sar_extended",
    duty="Answer the request to see personal data, in the longer time",
    kind=RuleKind.DUTY,
    owed_by="holder of the data",
    owed_to="person whom the data is about",
    starts=(when(Kind.SAR_EXTENDED, "The person was told that more time was needed"),),
    counted_from=(when(Kind.SAR_RECEIVED, "The request that needed more time was received"),),
    done_by=(when(Kind.SAR_CLOSED, "The request was answered"),),
    repeats=Repeats.BY_KEY,
    run_named_by=("request",),
    limits=(
        Limit(
            count=Months(3),
            moves=Moves.NEXT_WORKING_DAY,
            law=data_protection("12(3)"),
            since=date(2018, 5, 25),
        ),
    ),
    confidence=Confidence.READ,
    follows="No further time may be taken.",
)
