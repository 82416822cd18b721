"""What is recorded of suspensions and permanent exclusions.

SI 2012/1033 and SI 2007/1870. Each step names the exclusion it is about by its type, so that what
a board decides of one is not taken for another. Days are school days, counted by the school's
own calendar, which is why its URN is asked.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    count,
    school,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

PERMANENT, SUSPENSION = "permanent", "suspension"
TYPES = {PERMANENT: "A permanent exclusion", SUSPENSION: "A suspension"}
IN_A_TERM, IN_A_YEAR = range(1, 101), range(1, 196)
"""How many school days something may be said to have lasted: no school is open for more."""

WHICH = "Choose whether it is a suspension or a permanent exclusion"
TYPE = choose(
    "exclusion_type", "Is it a suspension or a permanent exclusion?", TYPES, missing=WHICH
)
ABOUT = choose(
    "exclusion_type", "Is it about a suspension or a permanent exclusion?", TYPES, missing=WHICH
)
COUNTED_BY = school(
    "URN of the school that excluded",
    hint="6 numbers. The last days are counted by its own term dates; without it there are none.",
)
HALVES = "Two half days make one; count half a day left over as a whole one."


def _step(
    kind: Kind,
    happened: str,
    asks: str,
    called: str,
    *questions: Question,
    exclusion_type: str = "",
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.EXCLUSION,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        fixed={"exclusion_type": exclusion_type} if exclusion_type else {},
        recorded_by="School, or SEND officer",
        known_as="exclude excluded suspend suspended",
    )


ENTRIES = (
    _step(
        Kind.EXCLUSION_RISK_FLAGGED,
        "Child found to be at risk of exclusion",
        "When was it found?",
        "the date it was found",
    ),
    _step(
        Kind.EXCLUSION_DECIDED,
        "Head teacher decided to exclude or suspend",
        "When did the head teacher decide?",
        "the date of the decision",
        TYPE,
    ),
    _step(
        Kind.EXCLUSION_FIRST_DAY,
        "Permanent exclusion began",
        "What was the first day of the exclusion?",
        "the first day of the exclusion",
        COUNTED_BY,
        exclusion_type=PERMANENT,
    ),
    _step(
        Kind.EXCLUSION_FIRST_DAY,
        "Suspension began",
        "What was the first day of the suspension?",
        "the first day of the suspension",
        count(
            "length",
            "How many school days does it last?",
            called="the number of school days it lasts",
            within=IN_A_YEAR,
            needed=True,
            hint=f"Count suspensions that follow each other without a break as one. {HALVES}",
        ),
        COUNTED_BY,
        exclusion_type=SUSPENSION,
    ),
    _step(
        Kind.EXCLUSION_CANCELLED,
        "Exclusion or suspension cancelled",
        "When was it cancelled?",
        "the date it was cancelled",
        ABOUT,
    ),
    _step(
        Kind.BOARD_INFORMED,
        "Governing board told of a permanent exclusion",
        "When was the board told?",
        "the date the board was told",
        COUNTED_BY,
        exclusion_type=PERMANENT,
    ),
    _step(
        Kind.BOARD_INFORMED,
        "Governing board told of a suspension",
        "When was the board told?",
        "the date the board was told",
        count(
            "term_total",
            "How many school days has the pupil been suspended this term?",
            called="the number of school days suspended this term",
            within=IN_A_TERM,
            needed=True,
            hint=f"This suspension included. {HALVES}",
        ),
        yes_or_no(
            "representations",
            "Has the parent made representations to the board?",
            hint="After 6 to 15 days in a term the board need meet only if the parent has.",
        ),
        yes_or_no(
            "exam", "Would the pupil miss a public examination or a national curriculum test?"
        ),
        COUNTED_BY,
        exclusion_type=SUSPENSION,
    ),
    _step(
        Kind.BOARD_MET,
        "Governing board met to consider an exclusion or suspension",
        "When did the board meet?",
        "the date the board met",
        ABOUT,
    ),
    _step(
        Kind.BOARD_DECISION_GIVEN,
        "Family told what the governing board decided",
        "When was the family told?",
        "the date the family was told",
        ABOUT,
        choose(
            "outcome",
            "What did the board decide?",
            {"upheld": "Not to take the pupil back", "reinstated": "To take the pupil back"},
            missing="Choose what the board decided",
        ),
        COUNTED_BY,
    ),
    _step(
        Kind.IRP_APPLIED,
        "Family asked for an independent review of a permanent exclusion",
        "When did the family ask?",
        "the date the family asked",
        COUNTED_BY,
    ),
    _step(
        Kind.IRP_MET,
        "Independent panel began its review",
        "When did the panel begin its review?",
        "the date the panel began its review",
    ),
    _step(
        Kind.IRP_DECISION_GIVEN,
        "Governing board told what the independent panel decided",
        "When was the board told?",
        "the date the board was told",
        choose(
            "outcome",
            "What did the panel decide?",
            {
                "upheld": "To uphold the exclusion",
                "recommend": "To ask the board to think again",
                "quash": "To quash the decision",
            },
            missing="Choose what the panel decided",
        ),
        COUNTED_BY,
    ),
    _step(
        Kind.SUSPENSION_TOTAL,
        "Days suspended this school year counted",
        "On what day were they counted?",
        "the date they were counted",
        count(
            "days",
            "How many school days has the pupil been suspended this school year?",
            called="the number of school days suspended this school year",
            within=IN_A_YEAR,
            needed=True,
            hint=f"In all schools together. {HALVES}",
        ),
    ),
    _step(
        Kind.EXCLUSION_EDUCATION_STARTED,
        "Education during an exclusion or suspension began",
        "When did full-time education begin?",
        "the date it began",
        ABOUT,
    ),
)
