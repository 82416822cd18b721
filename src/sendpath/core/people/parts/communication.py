"""What somebody needs so that they can understand, be understood and take part.

Held once and shown to all who write or meet: Equality Act 2010, section 20 (adjustments) and, for
the NHS and social care, the Accessible Information Standard DCB1605 (K).
"""

from __future__ import annotations

from sendpath.core.people.part import Part, choice, words

PART = Part(
    key="communication",
    title="Communication and adjustments",
    one="need or adjustment",
    about="Held here once, for everybody who writes to them or meets them.",
    questions=(
        choice(
            "whose",
            "Who needs it?",
            "who needs it",
            ("child", "The child or young person"),
            ("family", "Somebody in the family"),
            short="Who",
        ),
        words(
            "need",
            "What is needed?",
            "what is needed",
            hint="Such as large print, or time to answer",
            short="Need",
        ),
    ),
    order=50,
)
