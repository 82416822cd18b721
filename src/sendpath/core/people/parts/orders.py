"""Orders of a court that bear on what may be done or told."""

from __future__ import annotations

from sendpath.core.people.part import Answers, Part, choice, line, words

KINDS = (
    ("child_arrangements", "Child arrangements order"),
    ("prohibited_steps", "Prohibited steps order"),
    ("specific_issue", "Specific issue order"),
    ("special_guardianship", "Special guardianship order"),
    ("care", "Care order or interim care order"),
    ("supervision", "Supervision order"),
    ("placement", "Placement order"),
    ("non_molestation", "Non-molestation or occupation order"),
    ("protection", "Court of Protection order"),
    ("other", "Another order"),
)


def banner(answers: Answers) -> str:
    """Show what an order forbids before anything is done."""
    kind = dict(KINDS).get(answers.get("kind", ""), "Order")
    return f"{kind}: {answers['forbids']}" if answers.get("forbids") else ""


PART = Part(
    key="orders",
    title="Court orders",
    one="order",
    about="What an order forbids or requires is shown at the head of this page and of each case, "
    "for as long as the order holds.",
    questions=(
        choice("kind", "Which order is it?", "which order it is", *KINDS, short="Order"),
        line(
            "court", "Which court made it?", "the court", longest=120, required=False, short="Court"
        ),
        words(
            "forbids",
            "What does it forbid or require of us?",
            "what it forbids or requires",
            hint="In plain words, such as “do not tell the father which school she goes to”",
            short="Forbids or requires",
        ),
        line(
            "document",
            "Where is the order kept?",
            "where the order is kept",
            hint="The reference of the document, or the case number",
            longest=80,
            short="Kept as",
        ),
    ),
    from_label="When was it made?",
    from_needed=True,
    banner=banner,
    order=90,
)
