"""A breach of personal data reported to the Information Commissioner within 72 hours.

UK GDPR, article 33. From the hour of becoming aware of it (the fact `time`), through nights and
weekends. A report on the third day is late once that hour has passed; without an hour on record
the whole day counts. A breach unlikely to put anyone at risk need not be reported. Mark K.
"""

from datetime import date

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import Hours
from sendpath.core.law.instruments import data_protection
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="data_breach_ico",
    duty="Report the breach of personal data to the Information Commissioner",
    kind=RuleKind.DUTY,
    owed_by="holder of the data",
    owed_to="Information Commissioner",
    starts=(when(Kind.BREACH_AWARE, "The breach became known"),),
    limits=(Limit(count=Hours(72), law=data_protection("33"), since=date(2018, 5, 25)),),
    confidence=Confidence.UNREAD,
    follows="A later report must give the reasons for the delay. Those at high risk are told too.",
)
