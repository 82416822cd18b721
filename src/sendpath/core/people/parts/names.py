"""Names somebody goes by or went by. One sealed by an adoption is shown to very few.

A name before adoption is for those alone who need it for the child's social care: the Adoption
and Children Act 2002, sections 56 to 65, protects what would tell of the birth family (K).
"""

from __future__ import annotations

from sendpath.core.casefile.details import Detail
from sendpath.core.people.part import Answers, Part, choice, line

SEALED = "sealed"


def needs(answers: Answers) -> Detail | None:
    """Keep a name sealed by adoption from all who do not see social care's detail."""
    return Detail.SOCIAL_CARE if answers.get("kind") == SEALED else None


PART = Part(
    key="names",
    title="Names used",
    one="name",
    about="The name in law is at the head of the page. These are the others.",
    questions=(
        choice(
            "kind",
            "What sort of name is it?",
            "what sort of name it is",
            ("known_as", "Known as: use it in letters and when you talk"),
            ("former", "A former name"),
            (SEALED, "A name before adoption: sealed"),
            short="Sort",
        ),
        line("forename", "First name", "the first name", longest=100),
        line("surname", "Surname", "the surname", longest=100, required=False),
    ),
    needs=needs,
    order=10,
)
