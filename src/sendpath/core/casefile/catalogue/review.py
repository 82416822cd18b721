"""What is recorded of reviews, re-assessments, ceasing and moves between phases.

Children and Families Act 2014, sections 44 and 45; SEND Regulations 2014, regulations 18 to 31.
A decision to amend counts only with the notice of the amendments, so that is asked.
"""

from collections.abc import Mapping

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    yes_or_no,
)
from sendpath.core.casefile.catalogue.plan import HOW_SENT
from sendpath.core.casefile.events import Kind

TRANSFERS = {
    "early_years_to_school": "Into school",
    "infant_to_junior": "Infant to junior school",
    "primary_to_middle": "Primary to middle school",
    "primary_to_secondary": "Primary to secondary school",
    "middle_to_secondary": "Middle to secondary school",
    "school_phase": "Into school or between schools; which is not on record",
    "secondary_to_post16": "Secondary school to a post-16 institution",
    "secondary_to_own_sixth_form": "Secondary school to its own sixth form",
    "post16_to_post16": "One post-16 institution to another",
}
WHY_CEASE = {
    "no_longer_responsible": "The council is no longer responsible for the child",
    "no_longer_necessary": "The plan is no longer necessary",
}
WHY_CEASED = {  # the codes of the SEN2 return, item 4.6, so that it can be written from them
    "1": "Reached the age at which plans end",
    "2": "Needs are met in education or training without a plan",
    "3": "Moved to higher education",
    "4": "Moved to paid employment, not an apprenticeship",
    "5": "Transferred to another council in England",
    "6": "No longer wishes to be in education or training",
    "7": "Moved outside England",
    "8": "Died",
    "9": "Another reason",
}


def _review(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.REVIEW,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
    )


def _ceasing(
    kind: Kind, happened: str, asks: str, called: str, why: Mapping[str, str] = WHY_CEASE
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.CEASING,
        happened=happened,
        asks=asks,
        called=called,
        questions=(choose("ground", "Why?", why, missing="Choose why the plan is to cease"),),
    )


ENTRIES = (
    _review(
        Kind.REVIEW_MEETING_DATE,
        "Day of the review meeting set",
        "When was the day set, or changed?",
        "the date it was set",
        day(
            "meeting_on",
            "On what day is the review meeting?",
            missing="the day of the review meeting",
            hint="If the day is changed, record it again with the new one.",
        ),
    ),
    _review(
        Kind.REVIEW_INVITATIONS_SENT,
        "Review invitations sent",
        "When were the invitations sent?",
        "the date the invitations were sent",
    ),
    _review(
        Kind.REVIEW_ADVICE_CIRCULATED,
        "Review advice circulated",
        "When was the advice circulated?",
        "the date the advice was circulated",
    ),
    _review(
        Kind.REVIEW_MEETING_HELD,
        "Review meeting held",
        "When was the review meeting held?",
        "the date of the review meeting",
        yes_or_no(
            "pfa_covered",
            "Did it look at what helps the young person to prepare for adulthood?",
            hint="At every review from Year 9 it must.",
        ),
    ),
    _review(
        Kind.REVIEW_REPORT_SENT,
        "Review report sent",
        "When was the report of the meeting sent?",
        "the date the report was sent",
    ),
    Entry(
        kind=Kind.REVIEW_DECISION_NOTIFIED,
        group=Group.REVIEW,
        happened="Family told the decision after the review",
        asks="When was the family told the decision?",
        called="the date the family was told",
        questions=(
            choose(
                "outcome",
                "What was decided?",
                {
                    "maintain": "To keep the plan as it is",
                    "amend": "To amend the plan",
                    "cease": "To cease the plan",
                },
                missing="Choose what was decided",
            ),
            yes_or_no(
                "notice_attached",
                "If the plan will be amended, did the notice of amendments go with the decision?",
                hint="Without the notice, the duty to decide within 4 weeks is not done.",
            ),
        ),
    ),
    Entry(
        kind=Kind.AMENDMENT_NOTICE_SENT,
        group=Group.REVIEW,
        happened="Notice of amendments sent",
        asks="When was the notice of amendments sent?",
        called="the date the notice was sent",
        questions=(HOW_SENT,),
    ),
    _review(
        Kind.AMENDMENT_NOTICE_SERVED,
        "Notice of amendments served",
        "When did the family receive the notice of amendments?",
        "the date the family received the notice",
    ),
    _review(
        Kind.NO_AMENDMENT_NOTIFIED,
        "Family told the plan will not change",
        "When was the family told that the plan will not change?",
        "the date the family was told",
    ),
    Entry(
        kind=Kind.AMENDED_PLAN_SENT,
        group=Group.REVIEW,
        happened="Amended plan sent",
        asks="When was the amended plan sent?",
        called="the date the amended plan was sent",
        questions=(
            yes_or_no("phase_transfer", "Does it name the setting for the next phase?"),
            HOW_SENT,
        ),
    ),
    _review(
        Kind.REVIEW_COMPLETED,
        "Review completed",
        "When was the review completed?",
        "the date the review was completed",
    ),
    Entry(
        kind=Kind.PHASE_TRANSFER_PLANNED,
        group=Group.REVIEW,
        happened="Move to the next phase planned",
        asks="When did the council know of the move?",
        called="the date the council knew of the move",
        questions=(
            choose("kind", "Which move is it?", TRANSFERS, missing="Choose which move it is"),
            day(
                "transfer_on",
                "When will the child move?",
                missing="the date the child will move",
                hint="Usually 1 September of the year of the move.",
            ),
        ),
    ),
    Entry(
        kind=Kind.REASSESSMENT_REQUESTED,
        group=Group.REASSESSMENT,
        happened="Re-assessment asked for",
        asks="When was a re-assessment asked for?",
        called="the date it was asked for",
    ),
    Entry(
        kind=Kind.REASSESSMENT_DECIDED,
        group=Group.REASSESSMENT,
        happened="Family told whether there will be a re-assessment",
        asks="When was the family told?",
        called="the date the family was told",
        questions=(
            choose(
                "outcome",
                "What was decided?",
                {"assess": "To re-assess", "refuse": "Not to re-assess"},
                missing="Choose what was decided",
            ),
        ),
    ),
    Entry(
        kind=Kind.REASSESSMENT_OWN_INITIATIVE,
        group=Group.REASSESSMENT,
        happened="Council decided to re-assess",
        asks="When did the council decide to re-assess?",
        called="the date of the decision",
    ),
    _ceasing(
        Kind.CEASE_CONSIDERED,
        "Ceasing the plan considered",
        "When did the council begin to consider ceasing the plan?",
        "the date ceasing was first considered",
    ),
    _ceasing(
        Kind.CEASE_CONSULTED,
        "Family and setting consulted about ceasing",
        "When were the family and the setting consulted?",
        "the date they were consulted",
    ),
    _ceasing(
        Kind.CEASE_DECIDED,
        "Decided to cease the plan",
        "When was it decided to cease the plan?",
        "the date of the decision",
    ),
    _ceasing(
        Kind.CEASE_TOOK_EFFECT,
        "Plan ceased",
        "When did the plan cease?",
        "the date the plan ceased",
        WHY_CEASED,
    ),
)
