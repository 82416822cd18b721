"""What is recorded of notices and of reasons for lateness.

SEND Regulations 2014, regulations 5(4), 8(2), 10(4), 13(3), 32 to 39 and 44(3). A reason claimed
is recorded with every part of its test, what shows it and who authorised it; whether it is
accepted is worked out, not recorded.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    reference,
    school,
    yes_or_no,
)
from sendpath.core.casefile.catalogue.plan import HOW_SENT
from sendpath.core.casefile.catalogue.request import ADVISERS
from sendpath.core.casefile.events import Kind

NOTICE_TYPES = {
    "assessment": "The council will assess",
    "refusal_to_assess": "The council will not assess",
    "no_plan": "The council will not issue a plan",
    "final_plan": "The final plan, with the right to appeal",
    "amended_plan": "The amended plan, with the right to appeal",
    "no_amendment": "The plan will not be amended",
    "maintain": "The plan stays as it is after a review",
    "cease": "The plan will cease",
    "refusal_to_reassess": "The council will not re-assess",
}
NOTICE_PARTS = (
    yes_or_no(
        "appeal_right",
        "Does it tell of the right to appeal?",
        hint="A notice of a decision that can be appealed must tell this and the next four. Leave "
        "them as not known for any other.",
    ),
    yes_or_no("time_limits", "Does it tell the time limits?"),
    yes_or_no("mediation_info", "Does it tell how to get mediation advice?"),
    yes_or_no("drs", "Does it tell how disagreements can be resolved?"),
    yes_or_no("ias", "Does it tell where to get information, advice and support?"),
)
IMPRACTICAL = yes_or_no(
    "impractical",
    "Did this make it impractical to keep the time limit?",
    missing="Choose whether this made it impractical to keep the time limit",
    hint="A limit is not lifted because the reason was there, but only because of this.",
)
PROOF = (
    IMPRACTICAL,
    reference(
        "evidence",
        "Reference of the document that shows it",
        missing="Enter the reference of the document that shows it",
        hint="Such as the letter’s number in your document store.",
    ),
    reference(
        "authoriser",
        "Who authorised relying on this reason?",
        missing="Enter the initials or staff number of who authorised it",
        hint="Their initials or staff number, such as MB or 10442. Do not write a name.",
    ),
    day(
        "family_told_on",
        "When was the family told?",
        missing="the date the family was told",
        hint="The family must know why the limit is not kept, and that work goes on.",
        past=True,
    ),
)
GROUND_NAMES = {
    "X_SCHOOL": "School or college closed for 4 weeks or more",
    "X_EY": "Early years provider closed for 4 weeks or more",
    "X_EPC": "Exceptional personal circumstances",
    "X_ABS4": "Child or parent away for 4 weeks or more",
    "X_ABS2": "Child or parent away for 2 weeks or more, under a Tribunal order",
    "X_APPT": "Child or young person missed an adviser’s appointment",
    "X_R13": "A reason of regulation 13(3), under a Tribunal order",
}
FAMILY = {"child": "The child", "parent": "A parent", "young_person": "The young person"}
CLOSED, AWAY = ("first_closed", "reopens"), ("from", "to")
SCHOOL_CLOSED = (
    school(
        "URN of the school or college that was asked for advice",
        missing="Enter the URN of the school or college",
        hint="The request to its head or principal for advice must be recorded too.",
    ),
    day(
        "first_closed",
        "First day it was closed",
        hint="Leave both days empty to take them from its term dates.",
    ),
    day(
        "reopens",
        "Day it opened again to pupils, or will open",
        hint="Not an INSET day before that.",
    ),
)
PROVIDER_CLOSED = (
    day(
        "first_closed",
        "First day it was closed",
        missing="the first day it was closed",
        hint="The request to the provider for advice must be recorded too.",
    ),
    day("reopens", "Day it opened again, or will open", missing="the day it opens again"),
)
CIRCUMSTANCES = (
    choose("who", "Whom did they affect?", FAMILY, missing="Choose whom they affected"),
    day("from", "First day of the circumstances", missing="the first day"),
    day("to", "Last day", hint="Leave empty if they go on."),
)
FAMILY_AWAY = (
    choose("who", "Who was away?", FAMILY, missing="Choose who was away"),
    day(
        "from",
        "First day away",
        missing="the first day away",
        hint="Away from the council’s area.",
    ),
    day("to", "Last day away", missing="the last day away"),
)


def _claim(
    ground: str,
    *questions: Question,
    span: tuple[str, str] | None = None,
    circumstance: str = "",
) -> Entry:
    name = GROUND_NAMES[ground]
    if circumstance:
        name = f"{GROUND_NAMES[circumstance]}, under a Tribunal order"
    return Entry(
        kind=Kind.EXCEPTION_CLAIMED,
        group=Group.EXCEPTIONS,
        happened=f"Exception claimed: {name}",
        asks="When was this reason claimed?",
        called="the date the reason was claimed",
        fixed={"ground": ground, **({"circumstance": circumstance} if circumstance else {})},
        questions=(*questions, *PROOF),
        span=span,
        or_term_dates=SCHOOL_CLOSED[0] in questions,
    )


def _about_a_claim(kind: Kind, happened: str, asks: str, called: str) -> Entry:
    which = choose("ground", "Which reason?", GROUND_NAMES, missing="Choose which reason")
    return Entry(
        kind=kind,
        group=Group.EXCEPTIONS,
        happened=happened,
        asks=asks,
        called=called,
        recorded_by="Team manager",
        questions=(which,),
    )


ENTRIES = (
    Entry(
        kind=Kind.NOTICE_SENT,
        group=Group.NOTICES,
        happened="Notice of a decision sent",
        asks="When was the notice sent?",
        called="the date the notice was sent",
        questions=(
            choose(
                "notice_type",
                "What does the notice say?",
                NOTICE_TYPES,
                missing="Choose what the notice says",
            ),
            HOW_SENT,
            *NOTICE_PARTS,
        ),
    ),
    Entry(
        kind=Kind.NOTICE_RETURNED,
        group=Group.NOTICES,
        happened="Notice came back undelivered",
        asks="When did the notice come back?",
        called="the date the notice came back",
    ),
    _claim("X_SCHOOL", *SCHOOL_CLOSED, span=CLOSED),
    _claim("X_EY", *PROVIDER_CLOSED, span=CLOSED),
    _claim("X_EPC", *CIRCUMSTANCES, span=AWAY),
    _claim("X_ABS4", *FAMILY_AWAY, span=AWAY),
    _claim(
        "X_APPT",
        choose("body", "Whose appointment was it?", ADVISERS, missing="Choose whose appointment"),
        choose(
            "purpose",
            "What was it for?",
            {"examination": "To examine the child or young person", "test": "To test them"},
            missing="Choose what the appointment was for",
        ),
        day("date", "Day of the appointment", missing="the day of the appointment"),
    ),
    _claim("X_ABS2", *FAMILY_AWAY, span=AWAY),
    _claim("X_R13", *SCHOOL_CLOSED, span=CLOSED, circumstance="X_SCHOOL"),
    _claim("X_R13", *PROVIDER_CLOSED, span=CLOSED, circumstance="X_EY"),
    _claim("X_R13", *CIRCUMSTANCES, span=AWAY, circumstance="X_EPC"),
    _claim("X_R13", *FAMILY_AWAY, span=AWAY, circumstance="X_ABS4"),
    _about_a_claim(
        Kind.EXCEPTION_ENDED,
        "Reason for lateness ended",
        "When did the reason end?",
        "the date the reason ended",
    ),
    _about_a_claim(
        Kind.EXCEPTION_REJECTED,
        "Reason for lateness not accepted",
        "When was the reason looked at and not accepted?",
        "the date it was looked at",
    ),
)
