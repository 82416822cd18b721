"""Which faults keep a person out of the record, and which can be mended once they are in."""

from __future__ import annotations

from sendpath.core.sen2.issues import Issue

BLOCKING = frozenset(
    {
        # who it is: without these the person could be taken for somebody else
        "S2-101", "S2-102", "S2-103", "S2-115", "S2-116", "S2-117", "S2-118", "S2-119",
        "S2-120", "S2-121",
        # a broken chain: there is no telling which request a later record belongs to
        "S2-124", "S2-203", "S2-215", "S2-216", "S2-301", "S2-313", "S2-314", "S2-513", "S2-F06",
        # days that are missing, are no real days, or contradict each other: clocks run from them
        "S2-201", "S2-202", "S2-204", "S2-205", "S2-206", "S2-207", "S2-302", "S2-304", "S2-305",
        "S2-306", "S2-401", "S2-402", "S2-404", "S2-405", "S2-406", "S2-503", "S2-504",
    }
)  # fmt: skip

EVENT_ITEMS = frozenset(
    {
        "ReceivedDate", "RequestSource", "RequestOutcome", "RequestOutcomeDate",
        "AssessmentOutcome", "AssessmentOutcomeDate", "Week20", "StartDate", "CeaseDate",
        "CeaseReason", "ReviewMeeting", "ReviewOutcome", "ReviewDraft", "LastReview",
        "PhaseTransferDueDate", "PhaseTransferFinalDate",
    }
)  # fmt: skip
"""Items that the record holds as events, which a caseworker can correct."""

IDENTITY = "identity"
"""Stands for a rule where the person may be one we know, and somebody must decide."""

TOO_LONG = "too-long"
"""Stands for a rule where an item holds more than the record keeps."""


def blocks(issue: Issue) -> bool:
    """Say whether the person must be mended at source before they can be loaded."""
    return issue.person > 0 and issue.severity == "error" and issue.rule in BLOCKING


def mend_here(issue: Issue) -> bool:
    """Say whether the fault can be put right on the case once the person is loaded."""
    return issue.person > 0 and not blocks(issue) and issue.field in EVENT_ITEMS
