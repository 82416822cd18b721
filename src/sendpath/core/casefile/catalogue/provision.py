"""What is recorded of the provision in a plan, and of direct payments for it.

Children and Families Act 2014, sections 42 and 49; SI 2014/1652 for direct payments. A line of
provision is named by a reference of the council's own, never by what it provides.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    reference,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

LINE = reference(
    "line",
    "Reference of the line of provision",
    hint="Such as F3. Leave empty if it is about all of them.",
)
IN_WRITING = yes_or_no("in_writing", "Was it in writing?")
REASONS = yes_or_no("reasons", "Did it give the reasons?")


def _provision(kind: Kind, happened: str, asks: str, called: str) -> Entry:
    return Entry(
        kind=kind,
        group=Group.PROVISION,
        happened=happened,
        asks=asks,
        called=called,
        questions=(LINE,),
        known_as="section F missing gap",
    )


def _payments(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.DIRECT_PAYMENTS,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        known_as="personal budget",
    )


PROVISION = (
    _provision(
        Kind.PROVISION_STARTED,
        "Provision in the plan began",
        "When did the provision begin?",
        "the date the provision began",
    ),
    _provision(
        Kind.PROVISION_GAP,
        "Provision in the plan stopped, or did not begin",
        "From what day was it missing?",
        "the first day without it",
    ),
    _provision(
        Kind.PROVISION_RESTORED,
        "Missing provision began again",
        "When did it begin again?",
        "the date it began again",
    ),
)
DIRECT_PAYMENTS = (
    _payments(
        Kind.BUDGET_REQUESTED,
        "Personal budget or direct payments asked for",
        "When did the family ask?",
        "the date the family asked",
    ),
    _payments(
        Kind.BUDGET_REFUSED,
        "Council decided not to make direct payments",
        "When was the family told?",
        "the date the family was told",
        IN_WRITING,
        REASONS,
        yes_or_no("review_right", "Did it tell the family that they may ask for a review?"),
    ),
    _payments(
        Kind.BUDGET_FIRST_PAYMENT,
        "First direct payment made",
        "When was the first payment made?",
        "the date of the first payment",
    ),
    _payments(
        Kind.BUDGET_REVIEWED,
        "Direct payments reviewed",
        "When were the payments reviewed?",
        "the date the payments were reviewed",
    ),
    _payments(
        Kind.BUDGET_STOP_NOTICE,
        "Notice given to reduce or stop direct payments",
        "When was the notice given?",
        "the date the notice was given",
        IN_WRITING,
        REASONS,
        yes_or_no("reasonable_notice", "Did it leave reasonable time before the payments change?"),
    ),
)
ENTRIES = (*PROVISION, *DIRECT_PAYMENTS)
