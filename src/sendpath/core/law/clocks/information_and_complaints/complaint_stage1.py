"""The first answer to a complaint to the council, within 10 working days of acknowledging it.

Guidance, not law: the Ombudsman's Complaint Handling Code, 6.2 to 6.4, which a council may adopt.
A complaint is to be acknowledged within 5 working days. Until it is, the 15 of both together are
shown, and once it is, the 10 run from that day. Up to 10 more may be taken if the reasons are
given. Complaints about children's social care and the NHS have rules of their own. Mark K.
"""

from collections.abc import Iterator

from sendpath.core.casefile.events import Kind
from sendpath.core.dates import working_days_after
from sendpath.core.law.clock import Beginning, Clock, Limit, Told
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.instruments import COMPLAINT_CODE
from sendpath.core.law.rule import RuleKind, When
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import COUNCIL, one_of, when

CORPORATE = one_of("corporate", None)
TO_ACKNOWLEDGE, TO_ANSWER = 5, 10


def beside(beginning: Beginning) -> Iterator[Told]:
    """Yield the last day to acknowledge a complaint that has not been, and the longest time."""
    if beginning.trigger.kind is Kind.COMPLAINT_RECEIVED:
        last = working_days_after(beginning.started_on, TO_ACKNOWLEDGE, beginning.calendars)
        yield "acknowledge_by", "Last day to acknowledge the complaint", last
    longest = working_days_after(beginning.due, TO_ANSWER, beginning.calendars)
    yield "latest_if_extended", "Last day if more time is taken, with reasons", longest


CLOCK = Clock(
    key="complaint_stage1",
    duty="Answer the complaint at stage 1",
    kind=RuleKind.GUIDANCE,
    owed_by=COUNCIL,
    owed_to="complainant",
    starts=(
        when(Kind.COMPLAINT_ACKNOWLEDGED, "The complaint was acknowledged", regime=CORPORATE),
        When(
            kind=Kind.COMPLAINT_RECEIVED,
            words="The complaint was received",
            facts={"regime": CORPORATE},
            provisional=True,
        ),
    ),
    done_by=(
        when(Kind.COMPLAINT_STAGE1_REPLIED, "The answer was sent", regime=CORPORATE),
        When(
            kind=Kind.COMPLAINT_STAGE2_ACKNOWLEDGED,
            words="By then stage 1 must have been answered",
            facts={"regime": CORPORATE},
            implied=True,
        ),
    ),
    limits=(
        Limit(
            count=WorkingDays(TO_ANSWER),
            law=COMPLAINT_CODE,
            kinds=frozenset({Kind.COMPLAINT_ACKNOWLEDGED}),
        ),
        Limit(
            count=WorkingDays(TO_ACKNOWLEDGE + TO_ANSWER),
            law=COMPLAINT_CODE,
            kinds=frozenset({Kind.COMPLAINT_RECEIVED}),
        ),
    ),
    tells=beside,
    confidence=Confidence.UNREAD,
    follows="A complainant who is not content may ask for stage 2.",
)
