"""Where somebody lives, and addresses that nobody may be told."""

from __future__ import annotations

from sendpath.core.casefile.details import Detail
from sendpath.core.people.part import Answers, Part, choice, line, words

NO = "no"


def needs(answers: Answers) -> Detail | None:
    """Keep a safe address from all who may not see one."""
    return Detail.SAFE_ADDRESS if answers.get("disclose") == NO else None


def banner(answers: Answers) -> str:
    """Warn whoever comes to the page, without a word of where it is."""
    if answers.get("disclose") != NO:
        return ""
    return "Safe address: do not tell anyone where they live, and send nothing to another address."


PART = Part(
    key="addresses",
    title="Addresses",
    one="address",
    about="Where they live, from when to when. A safe address is never found by a search, never "
    "goes into a letter, a list or a file, and is seen only by those whose work needs it.",
    questions=(
        choice(
            "kind",
            "Whose address is it?",
            "whose address it is",
            ("home", "Home"),
            ("second", "Second home, with another parent or carer"),
            ("term", "During term, as at a residential school"),
            ("letters", "For letters"),
            short="Whose",
        ),
        words("address", "Address", "the address"),
        line("postcode", "Postcode", "the postcode", longest=8, required=False),
        choice(
            "disclose",
            "May it be told to the other parent, and stand in letters?",
            "whether it may be told",
            ("yes", "Yes"),
            (NO, "No: it is a safe address"),
            short="May be told",
        ),
    ),
    needs=needs,
    withheld="A safe address is on record. Those whose work needs it can see it.",
    banner=banner,
    order=70,
)
