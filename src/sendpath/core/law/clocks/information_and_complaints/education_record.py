"""A pupil's educational record shown to a parent, within 15 school days of asking.

Education (Pupil Information) (England) Regulations 2005, regulation 5: for maintained schools, on a
written request. It is a right of its own beside a subject access request, and the two run from
the same letter. School days are that school's. The number was not checked (mark K).
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit
from sendpath.core.law.counting import SchoolDays
from sendpath.core.law.rule import RuleKind
from sendpath.core.law.source import Confidence, instrument
from sendpath.core.law.wording import when

CLOCK = Clock(
    key="education_record",
    duty="Let the parent see the pupil's educational record",
    kind=RuleKind.DUTY,
    owed_by="governing body",
    owed_to="parent",
    starts=(when(Kind.EDUCATION_RECORD_REQUESTED, "The parent asked in writing"),),
    limits=(
        Limit(
            count=SchoolDays(15),
            law=instrument(
                "Education (Pupil Information) (England) Regulations 2005", "2005/1437", "5"
            ),
        ),
    ),
    confidence=Confidence.UNREAD,
    follows="If it is refused or late, the parent may complain to the governing body.",
)
