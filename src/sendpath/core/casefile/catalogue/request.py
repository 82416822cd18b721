"""What is recorded from a request to the decision whether to issue a plan.

SEND Regulations 2014, regulations 3 to 10. Deciding and telling the family are two facts: the
law looks at the day the family was told.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

WHO_ASKED = {
    "parent": "A parent or carer",
    "young_person": "The young person",
    "school": "A school, college or early years setting",
    "health": "A health service",
    "social_care": "Social care",
    "other": "Somebody else",
}
ADVISERS = {
    "head": "Head or principal of a school or college",
    "early_years": "Early years provider",
    "psychologist": "Educational psychologist",
    "paediatrics": "Paediatrician or school nursing",
    "speech_and_language": "Speech and language therapy",
    "occupational_therapy": "Occupational therapy",
    "physiotherapy": "Physiotherapy",
    "mental_health": "Child and adolescent mental health",
    "health": "Another health service",
    "social_care": "Social care",
    "vision_or_hearing": "Teacher for vision or hearing impairment",
    "family": "The child’s parent or the young person",
    "other": "Somebody else",
}
TOLD_LATER = day(
    "notified_on",
    "If the family was told on a later day, when?",
    hint="Leave empty if they were told on the same day, or have not been told yet.",
)
ADVICE_FROM = choose("from", "Whose advice is it?", ADVISERS, missing="Choose whose advice it is")


def _advice(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.ADVICE,
        happened=happened,
        asks=asks,
        called=called,
        questions=(ADVICE_FROM, *more),
    )


ENTRIES = (
    Entry(
        kind=Kind.REQUEST_RECEIVED,
        group=Group.REQUEST,
        happened="Request received",
        asks="When did the council receive the request?",
        called="the date the council received the request",
        questions=(
            choose("by", "Who made the request?", WHO_ASKED, missing="Choose who made the request"),
        ),
    ),
    Entry(
        kind=Kind.RESPONSIBILITY_BEGAN,
        group=Group.REQUEST,
        happened="Council became responsible",
        asks="When did the council become responsible for the child?",
        called="the date the council became responsible",
        questions=(
            choose(
                "how",
                "How did that come about?",
                {
                    "identified": "The council found that the child may have needs",
                    "brought_to_attention": "Somebody told the council",
                    "moved_in": "The child moved into the area",
                },
                missing="Choose how the council became responsible",
            ),
        ),
    ),
    Entry(
        kind=Kind.REQUEST_WITHDRAWN,
        group=Group.REQUEST,
        happened="Request withdrawn",
        asks="When was the request withdrawn?",
        called="the date the request was withdrawn",
        questions=(
            choose("by", "Who withdrew it?", WHO_ASKED, missing="Choose who withdrew the request"),
            yes_or_no("written", "Was it withdrawn in writing?"),
        ),
    ),
    Entry(
        kind=Kind.FAMILY_CONSULTED,
        group=Group.REQUEST,
        happened="Family consulted about assessing",
        asks="When was the family consulted?",
        called="the date the family was consulted",
    ),
    Entry(
        kind=Kind.PARTIES_NOTIFIED,
        group=Group.REQUEST,
        happened="Health, social care and the setting told of the request",
        asks="When were health, social care and the setting told of the request?",
        called="the date they were told of the request",
    ),
    Entry(
        kind=Kind.ASSESSMENT_DECIDED,
        group=Group.REQUEST,
        happened="Decided whether to assess",
        asks="When was it decided whether to assess?",
        called="the date of the decision",
        recorded_by="SEND officer, after the panel",
        questions=(
            choose(
                "outcome",
                "What was decided?",
                {"assess": "To assess", "refuse": "Not to assess"},
                missing="Choose what was decided",
            ),
            TOLD_LATER,
        ),
    ),
    Entry(
        kind=Kind.ASSESSMENT_COMPLETED,
        group=Group.REQUEST,
        happened="Assessment completed",
        asks="When was the assessment completed?",
        called="the date the assessment was completed",
    ),
    Entry(
        kind=Kind.PLAN_DECIDED,
        group=Group.REQUEST,
        happened="Decided whether to issue a plan",
        asks="When was it decided whether to issue a plan?",
        called="the date of the decision",
        recorded_by="SEND officer, after the panel",
        questions=(
            choose(
                "outcome",
                "What was decided?",
                {"issue": "To issue a plan", "no_plan": "Not to issue a plan"},
                missing="Choose what was decided",
            ),
            TOLD_LATER,
        ),
    ),
    _advice(
        Kind.ADVICE_REQUESTED,
        "Advice asked for",
        "When did the adviser receive the request for advice?",
        "the date the adviser received the request",
    ),
    _advice(
        Kind.ADVICE_RECEIVED,
        "Advice received",
        "When did the advice arrive?",
        "the date the advice arrived",
    ),
    _advice(
        Kind.EXISTING_ADVICE_ACCEPTED,
        "Advice already held agreed to be enough",
        "When did its author, the council and the family agree that it is enough?",
        "the date it was agreed",
    ),
    _advice(
        Kind.ADVICE_RETURNED,
        "Advice sent back to be improved",
        "When was the advice sent back?",
        "the date the advice was sent back",
    ),
    _advice(
        Kind.APPOINTMENT_OFFERED,
        "Appointment offered by an adviser",
        "When was the appointment offered?",
        "the date the appointment was offered",
    ),
    _advice(
        Kind.APPOINTMENT_MISSED,
        "Appointment with an adviser missed",
        "When was the appointment?",
        "the date of the appointment",
        choose(
            "cancelled_by",
            "Who missed or cancelled it?",
            {"child": "The child or family", "provider": "The adviser"},
            missing="Choose who missed or cancelled the appointment",
        ),
    ),
)
