"""How somebody wants to be spoken of."""

from __future__ import annotations

from sendpath.core.people.part import Part, line

PART = Part(
    key="pronouns",
    title="Pronouns",
    one="pronouns",
    about="How they want to be spoken of. Ask them; do not guess.",
    questions=(
        line("pronouns", "Pronouns", "the pronouns", hint="Such as she and her", longest=40),
    ),
    several=False,
    order=20,
)
