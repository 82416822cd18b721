"""Rules of a re-assessment whose day another clock works out."""

from sendpath.core.law.rule import Delegated, RuleKind
from sendpath.core.law.source import Confidence, regulation

UNDATED = (
    Delegated(
        key="reassess_advice",
        duty="Give the advice asked for in a re-assessment",
        kind=RuleKind.DUTY,
        owed_by="adviser",
        owed_to="council",
        counted_by=("provide_advice",),
        law=regulation("26"),
        also=(regulation("8(1)"),),
        code="9.189",
        confidence=Confidence.UNREAD,
        follows="Each adviser has six weeks, as in a first assessment. The 14 weeks do not wait.",
    ),
)
