"""What is recorded of a child's schooling beside the plan: who decides, where the child is.

Support in school (Children and Families Act 2014, section 68), home education (Education Act
1996, section 437) and alternative provision (section 19 of that Act).
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    reference,
)
from sendpath.core.casefile.catalogue.plan import SETTING
from sendpath.core.casefile.events import Kind

DECIDES = {
    "parent": "A parent",
    "young_person": "The young person",
    "representative": "Somebody who represents the young person",
}
FROM_SCHOOL = reference(
    "setting", "Number of the school, college or setting", hint="Its URN or UKPRN, such as 100001."
)


def _change(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.CHILD,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
    )


def _support(kind: Kind, happened: str, asks: str, called: str) -> Entry:
    return Entry(
        kind=kind,
        group=Group.SUPPORT,
        happened=happened,
        asks=asks,
        called=called,
        questions=(FROM_SCHOOL,),
        recorded_by="SENCO",
        known_as="SENCO special educational provision",
    )


def _elsewhere(
    kind: Kind, happened: str, asks: str, called: str, *questions: Question, known_as: str
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.OUT_OF_SCHOOL,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        known_as=known_as,
    )


CHANGES = (
    _change(
        Kind.REPRESENTATION_CHANGED,
        "Somebody else now decides, or may appeal",
        "From what day do they decide?",
        "the date from which they decide",
        choose("decision_maker", "Who decides now?", DECIDES, missing="Choose who decides now"),
    ),
    _change(
        Kind.SETTING_CHANGED,
        "Child moved to another setting",
        "When did the child move?",
        "the date the child moved",
        SETTING,
    ),
    _change(
        Kind.LEFT_SETTING,
        "Young person left the setting that the plan names",
        "When did the young person leave?",
        "the date the young person left",
        FROM_SCHOOL,
    ),
    _change(
        Kind.NEET,
        "Young person found not to be in education or training",
        "When was it found?",
        "the date it was found",
    ),
)
SUPPORT = (
    _support(
        Kind.SEP_STARTED,
        "School began to make special educational provision",
        "When did the school begin?",
        "the date the school began",
    ),
    _support(
        Kind.SEN_CYCLE_REVIEWED,
        "School met the parents about SEN support",
        "When did the school meet the parents?",
        "the date of the meeting",
    ),
)
HOME = "EHE home educated elective"
ELSEWHERE = (
    _elsewhere(
        Kind.EHE_WITHDRAWAL_REQUESTED,
        "Parent said that the child would leave school to be educated at home",
        "When did the parent say so?",
        "the date the parent said so",
        FROM_SCHOOL,
        known_as=HOME,
    ),
    _elsewhere(
        Kind.EHE_CONSENT_REQUESTED,
        "Council asked to agree that a child may leave a special school’s roll",
        "When was the council asked?",
        "the date the council was asked",
        known_as=f"{HOME} consent",
    ),
    _elsewhere(
        Kind.EHE_CONSENT_DECIDED,
        "Council decided whether a child may leave a special school’s roll",
        "When did the council give its decision?",
        "the date the council gave its decision",
        choose(
            "outcome",
            "What was decided?",
            {"agree": "To agree", "refuse": "To refuse"},
            missing="Choose what was decided",
        ),
        known_as=f"{HOME} consent",
    ),
    _elsewhere(
        Kind.EHE_STARTED,
        "Home education began",
        "When did home education begin?",
        "the date it began",
        known_as=HOME,
    ),
    _elsewhere(
        Kind.EHE_NOTICE_SERVED,
        "Notice served to show that the child is suitably educated",
        "When was the notice served?",
        "the date the notice was served",
        day(
            "reply_by",
            "By what day does the notice ask for an answer?",
            hint="The law allows 15 days at least, the day of the notice counted.",
        ),
        known_as=f"{HOME} section 437",
    ),
    _elsewhere(
        Kind.EHE_ORDER_MADE,
        "School attendance order made",
        "When was the order made?",
        "the date of the order",
        known_as=f"{HOME} SAO",
    ),
    _elsewhere(
        Kind.EHE_ENDED,
        "Home education ended",
        "When did home education end?",
        "the date it ended",
        known_as=HOME,
    ),
    _elsewhere(
        Kind.CNIS_REGISTERED,
        "Child put on a register of children not in school",
        "When was the child put on the register?",
        "the date the child was put on the register",
        known_as="CNIS CME missing education",
    ),
    _elsewhere(
        Kind.AP_STARTED,
        "Alternative provision began",
        "When did the education begin?",
        "the date it began",
        FROM_SCHOOL,
        known_as="AP PRU tuition hospital section 19",
    ),
    _elsewhere(
        Kind.AP_ENDED,
        "Alternative provision ended",
        "When did the education end?",
        "the date it ended",
        FROM_SCHOOL,
        known_as="AP PRU tuition hospital section 19",
    ),
)
ENTRIES = (*CHANGES, *SUPPORT, *ELSEWHERE)
