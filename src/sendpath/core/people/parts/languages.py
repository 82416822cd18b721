"""Languages of the child and the home."""

from __future__ import annotations

from sendpath.core.people.part import Part, choice, line

PART = Part(
    key="languages",
    title="Languages",
    one="language",
    about="Letters and meetings go by these.",
    questions=(
        line(
            "language", "Language", "the language", hint="British Sign Language is one", longest=60
        ),
        choice(
            "whose",
            "Whose is it?",
            "whose it is",
            ("child", "The child’s or young person’s"),
            ("home", "The family’s at home"),
            ("both", "Both"),
            short="Whose",
        ),
    ),
    order=30,
)
