"""Parents, carers and others: how to reach them, and parental responsibility with its limits.

Parental responsibility: Children Act 1989, sections 2 to 4A and 12; a court limits it by an order
under section 8 or 91(14), never by a note here, so the order is named where there is one (K).
"""

from __future__ import annotations

from sendpath.core.people.part import Part, choice, line, words

PARENT, CARER, OTHER = "parent", "carer", "other"
YES = "yes"

PART = Part(
    key="family",
    title="Family and carers",
    one="person in the family",
    about="Who is who, how to reach them, and who has parental responsibility. Where a court has "
    "limited it, say how, and record the order.",
    questions=(
        line("name", "Name", "the name", longest=150),
        choice(
            "relation",
            "What are they in law?",
            "what they are",
            (PARENT, "Parent"),
            (CARER, "Cares for the child, and is no parent"),
            (OTHER, "Somebody else"),
            short="In law",
        ),
        line(
            "what",
            "What are they to the child or young person?",
            "what they are to the child",
            hint="Such as father, foster carer, sister",
            longest=60,
            short="To the child",
        ),
        choice(
            "responsibility",
            "Have they parental responsibility?",
            "whether they have parental responsibility",
            (YES, "Yes"),
            ("no", "No"),
            ("unknown", "Not known: find out"),
            short="Parental responsibility",
        ),
        words(
            "limits",
            "How is it limited?",
            "how it is limited",
            hint="By which order, and what may not be done or told. Leave it empty if it is not.",
            required=False,
            short="Limits",
        ),
        line("telephone", "Telephone", "the telephone number", longest=30, required=False),
        line("email", "Email", "the email address", longest=150, required=False),
    ),
    order=80,
)
