"""An answer to a subject access request, within one month of the day it arrived.

UK GDPR, article 12(3), as the Information Commissioner reads it: to the same date of the next
month, or that month's last day, and if that is a day off to the next working day. The day of
receipt counts whether or not anyone was at work. Telling the person, within the month, that more
time is needed ends this limit and starts that of `sar_extended`; telling them later does not. A
pause, while identity or the request itself is made clear, moves the day on: when it ended is
not on record, so the earlier day stays, and the pause is shown.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Beginning, Clock, Limit, Moves, Told
from sendpath.core.law.counting import Months
from sendpath.core.law.instruments import data_protection
from sendpath.core.law.rule import Repeats, RuleKind, When
from sendpath.core.law.source import Confidence, guidance
from sendpath.core.law.wording import when


def pauses(beginning: Beginning) -> tuple[Told, ...]:
    """Return the first day on which this request was paused, where one is on record."""
    until = beginning.done_on or beginning.due
    days = [
        event.occurred_on
        for event in beginning.history
        if event.kind is Kind.SAR_PAUSED and beginning.started_on <= event.occurred_on <= until
    ]
    words = "Paused, so that the last day may be later than this"
    return (("paused_on", words, days[0]),) if days else ()


CLOCK = Clock(
    key="sar_respond",
    duty="Answer the request to see personal data",
    kind=RuleKind.DUTY,
    owed_by="holder of the data",
    owed_to="person whom the data is about",
    starts=(when(Kind.SAR_RECEIVED, "The request was received"),),
    done_by=(when(Kind.SAR_CLOSED, "The request was answered"),),
    ended_by=(
        When(
            kind=Kind.SAR_EXTENDED,
            words="The person was told that more time was needed",
            while_in_time=True,
        ),
    ),
    repeats=Repeats.BY_KEY,
    run_named_by=("request",),
    limits=(
        Limit(
            count=Months(1),
            moves=Moves.NEXT_WORKING_DAY,
            law=data_protection("12(3)"),
            since=date(2018, 5, 25),
        ),
    ),
    also=(
        guidance(
            "Information Commissioner's Office",
            "how long there is to answer a subject access request",
            "https://ico.org.uk/global/sar-checklist-for-smes/i-need-to-complete-a-sar",
        ),
    ),
    tells=pauses,
    confidence=Confidence.READ,
    follows="If it is not answered in time, the person may complain to the Commissioner.",
)
