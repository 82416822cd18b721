"""What is recorded of attendance and the school roll.

School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208). Absence is counted
in school days, by the school's own calendar, which is why its URN is asked.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    count,
    school,
    yes_or_no,
)
from sendpath.core.casefile.catalogue.plan import SETTING
from sendpath.core.casefile.events import Kind

COUNTED_BY = school(
    "URN of the school",
    hint="6 numbers. The last day is counted by its own term dates; without it there is none.",
)


def _attendance(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.ATTENDANCE,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        recorded_by="School, or attendance officer",
    )


ENTRIES = (
    _attendance(
        Kind.ABSENCE_BEGAN,
        "Absence from school began",
        "What was the first day of absence?",
        "the first day of absence",
        yes_or_no(
            "authorised",
            "Did the school give leave for it?",
            missing="Choose whether the school gave leave for it",
            hint="Illness is recorded by itself, as absence for health reasons.",
        ),
        COUNTED_BY,
    ),
    _attendance(
        Kind.HEALTH_ABSENCE_BEGAN,
        "Absence for health reasons began",
        "What was the first day of absence?",
        "the first day of absence",
        COUNTED_BY,
    ),
    _attendance(
        Kind.ABSENCE_ENDED,
        "Child came back to school after an absence",
        "When did the child come back?",
        "the date the child came back",
    ),
    _attendance(
        Kind.ILLNESS_DAYS,
        "Days absent through illness this school year counted",
        "On what day was the total reached?",
        "the date the total was reached",
        count(
            "days",
            "How many school days has the child been ill this school year?",
            called="the number of school days absent through illness",
            within=range(1, 196),
            needed=True,
            hint="All of them since the school year began, on end or not. Two half days make one; "
            "leave out half a day left over. At 15 the council must be told.",
        ),
    ),
    _attendance(
        Kind.ROLL_ADDED,
        "Child’s name added to a school’s roll",
        "When was the name added?",
        "the date the name was added",
        SETTING,
        yes_or_no(
            "standard_transition",
            "Did the child join the lowest class on the first day of the school year?",
            hint="The council need not be told of those who did, unless it asks.",
        ),
        school(
            "URN of the school, to count 5 school days too",
            hint="The law does not say which days it means. Leave it empty to count every day.",
        ),
    ),
    _attendance(
        Kind.ROLL_DELETED,
        "Child’s name deleted from a school’s roll",
        "When was the name deleted?",
        "the date the name was deleted",
        SETTING,
        yes_or_no(
            "standard_transition",
            "Did the child leave at the end of the school’s last year?",
            hint="The council need not be told of those who did, unless it asks.",
        ),
    ),
)
