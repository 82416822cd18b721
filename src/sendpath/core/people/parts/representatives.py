"""Who acts or speaks for a young person, and by what authority.

Representatives and alternative persons: SEND Regulations 2014, regulations 63 to 65 (K).
"""

from __future__ import annotations

from sendpath.core.people.part import Part, choice, line, words

PART = Part(
    key="representatives",
    title="Representatives",
    one="representative",
    about="Who acts for a young person who cannot decide something, or speaks for them when asked.",
    questions=(
        line("name", "Name", "the name", longest=150),
        choice(
            "authority",
            "By what authority?",
            "by what authority",
            ("deputy", "Deputy of the Court of Protection"),
            ("attorney", "Attorney under a lasting or enduring power"),
            ("parent", "Parent, where nobody else represents them (regulation 64)"),
            ("asked", "The young person asked them to"),
            ("advocate", "Advocate"),
            short="Authority",
        ),
        words("for_what", "For what?", "what it is for", required=False, short="For"),
        line("telephone", "Telephone", "the telephone number", longest=30, required=False),
        line("email", "Email", "the email address", longest=150, required=False),
        line(
            "document",
            "Where is the authority kept?",
            "where the authority is kept",
            longest=80,
            short="Kept as",
        ),
    ),
    order=110,
)
