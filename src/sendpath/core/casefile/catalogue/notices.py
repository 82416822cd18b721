"""What is recorded of notices and of reasons for lateness.

SEND Regulations 2014, regulations 5(4), 8(2), 10(4) and 13(3). A reason claimed is recorded with
every part of its test; whether it is accepted is worked out, not recorded.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    reference,
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
    hint="Leave unanswered if nobody has looked at that yet. Until it is yes, the reason is "
    "shown but not accepted.",
)
EVIDENCE = reference("evidence", "Reference of the document that shows it")
GROUND_NAMES = {
    "X_SCHOOL": "School or college closed for 4 weeks or more",
    "X_EY": "Early years provider closed for 4 weeks or more",
    "X_EPC": "Exceptional personal circumstances",
    "X_ABS4": "Child or parent away for 4 weeks or more",
    "X_APPT": "Child or young person missed an adviser’s appointment",
}
CLOSURE = (
    day("first_closed", "First day it was closed", missing="the first day it was closed"),
    day("reopens", "Day it opened again, or will open", missing="the day it opens again"),
)


def _claim(ground: str, *questions: Question) -> Entry:
    return Entry(
        kind=Kind.EXCEPTION_CLAIMED,
        group=Group.EXCEPTIONS,
        happened=f"Exception claimed: {GROUND_NAMES[ground]}",
        asks="When was this reason claimed?",
        called="the date the reason was claimed",
        fixed={"ground": ground},
        questions=(*questions, IMPRACTICAL, EVIDENCE),
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
    _claim("X_SCHOOL", *CLOSURE),
    _claim("X_EY", *CLOSURE),
    _claim(
        "X_EPC",
        day("from", "First day of the circumstances", missing="the first day"),
        day("to", "Last day", hint="Leave empty if they go on."),
    ),
    _claim(
        "X_ABS4",
        day("from", "First day away", missing="the first day away"),
        day("to", "Last day away", missing="the last day away"),
    ),
    _claim(
        "X_APPT",
        choose("body", "Whose appointment was it?", ADVISERS, missing="Choose whose appointment"),
        day("date", "Day of the appointment", missing="the day of the appointment"),
    ),
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
