"""Whether a young person can make a decision: asked for each decision, by the 2005 Act.

Mental Capacity Act 2005, sections 1 to 3: from 16 capacity is assumed, and is lacked only for a
matter and at a time (K).
"""

from __future__ import annotations

from sendpath.core.people.part import Part, choice, line

PART = Part(
    key="capacity",
    title="Capacity",
    one="assessment of capacity",
    about="From 16 they are taken to be able to decide, unless it was found otherwise for the "
    "decision in hand.",
    questions=(
        line(
            "decision",
            "For which decision?",
            "the decision",
            hint="Such as whether to appeal",
            short="Decision",
        ),
        choice(
            "found",
            "What was found?",
            "what was found",
            ("has", "Can make this decision"),
            ("helped", "Can make it with help"),
            ("lacks", "Cannot make it now"),
            short="Found",
        ),
        line("by", "Who assessed it?", "who assessed it", longest=120, short="Assessed by"),
        line(
            "document",
            "Where is the assessment kept?",
            "where it is kept",
            longest=80,
            short="Kept as",
        ),
    ),
    from_label="When was it assessed?",
    from_needed=True,
    ends=False,
    order=100,
)
