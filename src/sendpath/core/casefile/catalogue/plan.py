"""What is recorded from the draft plan to the final one, and of placements.

SEND Regulations 2014, regulations 11 to 14; Children and Families Act 2014, sections 38 to 40.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    reference,
    school,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

METHODS = {
    "email": "Email",
    "portal": "Online, by the council’s own service",
    "by_hand": "By hand",
    "first_class_post": "First class post",
    "second_class_post": "Second class post",
}
SETTING = reference(
    "setting",
    "Number of the school, college or setting",
    missing="Enter the number of the school, college or setting",
    hint="Its URN or UKPRN, such as 100001.",
)
HOW_SENT = choose("method", "How was it sent?", METHODS)
VERSION = reference("version", "Version of the draft", hint="1 for the first draft, then 2.")


INTERIM = yes_or_no("interim", "Is it for the time being, until the plan is amended to name it?")


def _placement(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.PLACEMENT,
        happened=happened,
        asks=asks,
        called=called,
        questions=(SETTING, *more),
    )


ENTRIES = (
    Entry(
        kind=Kind.DRAFT_SENT,
        group=Group.PLAN,
        happened="Draft plan sent",
        asks="When was the draft plan sent?",
        called="the date the draft plan was sent",
        questions=(VERSION, HOW_SENT),
    ),
    Entry(
        kind=Kind.DRAFT_SERVED,
        group=Group.PLAN,
        happened="Draft plan served",
        asks="When did the family receive the draft plan?",
        called="the date the family received the draft plan",
        questions=(VERSION,),
    ),
    Entry(
        kind=Kind.REPRESENTATIONS_RECEIVED,
        group=Group.PLAN,
        happened="Family’s comments received",
        asks="When were the family’s comments received?",
        called="the date the comments were received",
        questions=(
            VERSION,
            yes_or_no(
                "final",
                "Has the family said that it has finished commenting?",
                missing="Choose whether the family has finished commenting",
            ),
        ),
    ),
    Entry(
        kind=Kind.PLAN_MEETING_REQUESTED,
        group=Group.PLAN,
        happened="Family asked for a meeting about the draft",
        asks="When did the family ask for a meeting?",
        called="the date the family asked for a meeting",
    ),
    Entry(
        kind=Kind.PLAN_MEETING_HELD,
        group=Group.PLAN,
        happened="Meeting about the draft held",
        asks="When was the meeting held?",
        called="the date of the meeting",
    ),
    Entry(
        kind=Kind.FINALISED_SENT,
        group=Group.PLAN,
        happened="Final plan sent",
        asks="When was the final plan sent?",
        called="the date the final plan was sent",
        questions=(
            yes_or_no("first", "Is it the first plan for this child or young person?"),
            HOW_SENT,
        ),
    ),
    Entry(
        kind=Kind.PLAN_MADE,
        group=Group.PLAN,
        happened="Plan made by another council",
        asks="From what day is the plan treated as made?",
        called="the date the plan is treated as made",
        questions=(
            reference("from_la", "Number of the council that made it", hint="Such as 919."),
        ),
    ),
    Entry(
        kind=Kind.AMEND_NOTICE_SENT,
        group=Group.PLAN,
        happened="Notice of amendments sent outside a review",
        asks="When was the notice of amendments sent?",
        called="the date the notice was sent",
        questions=(HOW_SENT,),
    ),
    _placement(
        Kind.PLACEMENT_REQUESTED,
        "Family asked for a setting",
        "When did the family ask for it?",
        "the date the family asked",
    ),
    Entry(
        kind=Kind.CONSULTATION_SENT,
        group=Group.PLACEMENT,
        happened="Setting consulted",
        asks="When was the setting consulted?",
        called="the date the setting was consulted",
        questions=(
            SETTING,
            school(
                "URN of the school, to count 15 school days too",
                hint="Some councils ask for an answer in school days. Leave it empty otherwise.",
            ),
        ),
    ),
    Entry(
        kind=Kind.CONSULTATION_RESPONSE,
        group=Group.PLACEMENT,
        happened="Setting answered",
        asks="When did the setting answer?",
        called="the date the setting answered",
        questions=(
            SETTING,
            choose(
                "response",
                "What did it say?",
                {"can_meet_need": "It can meet the need", "cannot": "It says it cannot"},
                missing="Choose what the setting said",
            ),
        ),
    ),
    _placement(
        Kind.PLACEMENT_OFFERED,
        "Place offered",
        "When was the place offered?",
        "the date the place was offered",
    ),
    _placement(
        Kind.PLACEMENT_STARTED,
        "Placement started",
        "When did the placement start?",
        "the date the placement started",
        INTERIM,
    ),
    _placement(
        Kind.PLACEMENT_ENDED,
        "Placement ended",
        "When did the placement end?",
        "the date the placement ended",
    ),
)
