"""An interpreter that somebody needs."""

from __future__ import annotations

from sendpath.core.people.part import Part, line, words

PART = Part(
    key="interpreter",
    title="Interpreter",
    one="need for an interpreter",
    about="Book one for every meeting and call that this covers. A child is never their own "
    "family’s interpreter.",
    questions=(
        line("language", "Into which language?", "the language", longest=60, short="Into"),
        line(
            "whom",
            "For whom?",
            "for whom it is",
            hint="Such as the mother",
            longest=100,
            short="For",
        ),
        words("when", "When is one needed?", "when one is needed", required=False, short="When"),
    ),
    order=40,
)
