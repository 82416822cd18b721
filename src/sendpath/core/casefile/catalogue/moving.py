"""What is recorded when a child moves, the health commissioner changes, or there is custody.

SEND Regulations 2014, regulations 15 and 16; Children and Families Act 2014, sections 70 to 75,
and SI 2015/62 for children and young people who are detained.
"""

from sendpath.core.casefile.catalogue.entry import Entry, Group, Question, choose, yes_or_no
from sendpath.core.casefile.events import Kind


def _moving(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.MOVING,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
    )


def _commissioner(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.HEALTH_COMMISSIONER,
        happened=happened,
        asks=asks,
        called=called,
        questions=more,
    )


def _custody(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.CUSTODY,
        happened=happened,
        asks=asks,
        called=called,
        questions=more,
    )


MOVING = (
    _moving(
        Kind.MOVE_KNOWN,
        "Council learnt that the child is moving, or has moved",
        "When did the council learn of it?",
        "the date the council learnt of the move",
    ),
    _moving(
        Kind.MOVE_OCCURRED,
        "Child moved to another area",
        "When did the child move?",
        "the date of the move",
        yes_or_no(
            "icb_changed",
            "Is another integrated care board now responsible for the child’s health care?",
            hint="If so, the old one must tell the new one of the plan.",
        ),
    ),
    _moving(
        Kind.PLAN_TRANSFERRED_OUT,
        "Plan transferred to another council",
        "When was the plan transferred?",
        "the date the plan was transferred",
    ),
    _moving(
        Kind.PLAN_TRANSFERRED_IN,
        "Plan transferred from another council",
        "When was the plan transferred?",
        "the date the plan was transferred",
        yes_or_no(
            "attendance_practicable",
            "Can the child go on attending the school that the plan names?",
            hint="If it is now too far away, a place for the time being must be arranged.",
        ),
    ),
    _moving(
        Kind.MOVE_FAMILY_INFORMED,
        "Family told what the new council will do with the plan",
        "When was the family told?",
        "the date the family was told",
    ),
)
COMMISSIONER = (
    _commissioner(
        Kind.ICB_CHANGE_KNOWN,
        "Integrated care board learnt that another one is now responsible",
        "When did it learn of the change?",
        "the date it learnt of the change",
        choose(
            "reason",
            "Why did it change?",
            {"move": "The child moved", "other": "Another reason, such as a new GP"},
            missing="Choose why it changed",
        ),
        yes_or_no(
            "practicable",
            "Can the new board arrange the health provision in the plan?",
            hint="If it cannot, it must ask the council for an assessment or a review.",
        ),
    ),
    _commissioner(
        Kind.ICB_NOTIFIED,
        "New integrated care board told of the plan",
        "When was the new integrated care board told?",
        "the date the new integrated care board was told",
    ),
    _commissioner(
        Kind.ICB_REVIEW_REQUESTED,
        "New integrated care board asked for an assessment or a review",
        "When did it ask?",
        "the date it asked",
    ),
)
CUSTODY = (
    _custody(
        Kind.DETAINED_REQUEST_RECEIVED,
        "Request received to assess somebody who is detained",
        "When did the council receive the request?",
        "the date the council received the request",
    ),
    _custody(
        Kind.DETAINED_CAME_TO_ATTENTION,
        "Somebody who is detained came to the council’s attention",
        "When did the council learn of them?",
        "the date the council learnt of them",
    ),
    _custody(
        Kind.DETAINED,
        "Detained in youth custody",
        "When did the detention begin?",
        "the date the detention began",
    ),
    _custody(
        Kind.RELEASED,
        "Released from youth custody",
        "When was the release?",
        "the date of the release",
        yes_or_no(
            "same_la",
            "Is the same council responsible after the release?",
            missing="Choose whether the same council is responsible",
        ),
    ),
)
ENTRIES = (*MOVING, *COMMISSIONER, *CUSTODY)
