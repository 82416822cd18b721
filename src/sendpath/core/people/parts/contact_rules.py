"""How, when and whom not to contact."""

from __future__ import annotations

from sendpath.core.people.part import Answers, Part, choice, line, words

NEVER = "never"


def banner(answers: Answers) -> str:
    """Show whom not to contact before anybody writes or rings."""
    if answers.get("kind") != NEVER:
        return ""
    return f"Do not contact {answers['whom']}: {answers['rule']}"


PART = Part(
    key="contact_rules",
    title="How to be in touch",
    one="rule",
    about="What the family or the young person has asked for, or what keeps somebody safe.",
    questions=(
        choice(
            "kind",
            "What sort of rule is it?",
            "what sort of rule it is",
            ("how", "How to be in touch"),
            ("when", "When to be in touch"),
            (NEVER, "Whom not to contact"),
            short="Sort",
        ),
        line(
            "whom",
            "Whom is it about?",
            "whom it is about",
            hint="Such as the mother",
            longest=100,
            short="About",
        ),
        words(
            "rule",
            "What is the rule?",
            "the rule",
            hint="Such as text first, never by post",
            short="Rule",
        ),
    ),
    banner=banner,
    order=60,
)
