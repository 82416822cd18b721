"""An answer to a freedom of information request, by the twentieth working day after it arrived.

Freedom of Information Act 2000, section 10(1) and (6). Its working days leave out bank holidays of
any part of the United Kingdom; ours leave out only those of England and Wales, so the day shown
can be a day or two earlier than the law's and never later. Weighing the public interest can take
longer. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import WorkingDays
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, act
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="foi_respond",
    duty="Answer the freedom of information request",
    kind=RuleKind.DUTY,
    owed_by="public authority",
    owed_to="whoever asked",
    starts=(when(Kind.FOI_RECEIVED, "The request was received"),),
    limits=(
        Limit(
            count=WorkingDays(20),
            law=act("Freedom of Information Act 2000", "2000/36", "10"),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="If it is late, whoever asked may complain to the Information Commissioner.",
)
