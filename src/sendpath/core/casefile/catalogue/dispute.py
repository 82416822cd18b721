"""What is recorded of mediation and of appeals to the Tribunal.

SEND Regulations 2014, regulations 32 to 45; SI 2017/1306 for what the Tribunal recommends of
health and social care. What was agreed or ordered is recorded as a code, because the time the
council has runs from it; what was said is not.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    day,
    time_of_day,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

TERMS = {
    "assess": "The council will assess, or re-assess",
    "make_plan": "The council will make a plan",
    "amend_contents": "The council will amend what the plan says of needs or provision",
    "amend_school": "The council will amend the school or type of school the plan names",
    "continue": "The council will go on with a plan it meant to cease",
    "continue_amend": "The council will go on with the plan, and amend it",
    "other": "Something else",
}
GROUNDS = {
    "refuse_to_assess": "The council would not assess",
    "refuse_to_reassess": "The council would not re-assess",
    "refuse_to_issue": "The council would not issue a plan",
    "contents": "What the plan says, or the school it names",
    "refuse_to_amend": "The council would not amend the plan",
    "cease": "The council decided to cease the plan",
}
ORDERS = {
    "dismiss": "The appeal is dismissed",
    "dismiss_cease": "The appeal is dismissed, and the plan may cease",
    "assess": "To assess",
    "reassess": "To re-assess",
    "make_plan": "To make a plan",
    "reconsider": "To decide again whether to make a plan",
    "amend_contents": "To amend what the plan says of needs or provision",
    "amend_school": "To amend only the school or type of school the plan names",
    "continue": "To go on with the plan",
    "continue_amend": "To go on with the plan, and amend it",
}
BODIES = {"icb": "The integrated care board", "social_care": "Social care"}

GROUND = choose("ground", "What is the appeal about?", GROUNDS, missing="Choose what it is about")
SECTION_I_ONLY = yes_or_no(
    "section_i_only",
    "Is it about nothing but the school or type of school the plan names?",
    hint="An appeal about section I alone needs no mediation certificate.",
)
BEFORE_FIVE = time_of_day(
    "time",
    "At what time?",
    hint="For example, 16:30. On the last day it must arrive by 17:00.",
)
BODY = choose("body", "Who is it for?", BODIES, missing="Choose who it is for")


def _mediation(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.MEDIATION,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
    )


def _appeal(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.APPEAL,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
    )


MEDIATION = (
    _mediation(
        Kind.MEDIATION_CONTACTED,
        "Family contacted a mediation adviser",
        "When did the family contact the adviser?",
        "the date the family contacted the adviser",
    ),
    _mediation(
        Kind.MEDIATION_REQUESTED,
        "Family asked for mediation",
        "When did the family ask for mediation?",
        "the date the family asked for mediation",
        yes_or_no("health", "Is it about health provision, among other things or alone?"),
    ),
    _mediation(
        Kind.MEDIATION_DECLINED,
        "Family did not want mediation",
        "When did the family tell the adviser?",
        "the date the family told the adviser",
    ),
    _mediation(
        Kind.MEDIATION_ICB_NOTIFIED,
        "Integrated care board told of the mediation",
        "When was the integrated care board told?",
        "the date the integrated care board was told",
    ),
    _mediation(
        Kind.MEDIATION_LA_UNABLE,
        "Council told the adviser it cannot arrange mediation in time",
        "When did the council tell the adviser?",
        "the date the council told the adviser",
    ),
    _mediation(
        Kind.MEDIATION_HELD,
        "Mediation held",
        "When was the mediation held?",
        "the date of the mediation",
    ),
    _mediation(
        Kind.CERTIFICATE_ISSUED,
        "Mediation certificate issued",
        "When was the certificate issued?",
        "the date the certificate was issued",
    ),
    _mediation(
        Kind.AGREEMENT_MADE,
        "Agreement made at mediation",
        "When was the agreement made?",
        "the date of the agreement",
        choose("terms", "What was agreed?", TERMS, missing="Choose what was agreed"),
        yes_or_no(
            "appealable",
            "Could the family have appealed about it?",
            missing="Choose whether the family could have appealed about it",
        ),
        day("due_on", "Does the agreement give a day to do it by?", hint="Leave empty if not."),
        yes_or_no("la_party", "Did the council take part?"),
    ),
)
APPEAL = (
    _appeal(
        Kind.APPEAL_RECEIVED,
        "Tribunal received an appeal",
        "When did the Tribunal receive the appeal?",
        "the date the Tribunal received the appeal",
        BEFORE_FIVE,
        GROUND,
        SECTION_I_ONLY,
    ),
    _appeal(
        Kind.APPEAL_EXTENSION_GRANTED,
        "Tribunal allowed more time to appeal",
        "When did the Tribunal allow more time?",
        "the date the Tribunal allowed more time",
    ),
    _appeal(
        Kind.APPEAL_LA_RECEIVED,
        "Council received the appeal",
        "When did the council receive the appeal from the Tribunal?",
        "the date the council received the appeal",
    ),
    _appeal(
        Kind.APPEAL_LA_RESPONDED,
        "Council responded to the appeal",
        "When did the council send its response?",
        "the date the council sent its response",
        BEFORE_FIVE,
    ),
    _appeal(
        Kind.APPEAL_UNOPPOSED,
        "Council told the Tribunal that it does not oppose the appeal",
        "When did the council tell the Tribunal?",
        "the date the council told the Tribunal",
        GROUND,
        SECTION_I_ONLY,
    ),
    _appeal(
        Kind.APPEAL_DIRECTIONS_MADE,
        "Tribunal gave directions",
        "When did the Tribunal give its directions?",
        "the date of the directions",
    ),
    _appeal(
        Kind.APPEAL_ORDER_MADE,
        "Tribunal made an order",
        "When was the order made?",
        "the date of the order",
        choose("order", "What does it order?", ORDERS, missing="Choose what it orders"),
        day("due_on", "Does the order give a day to do it by?", hint="Leave empty if not."),
    ),
    _appeal(
        Kind.APPEAL_REASONS_SENT,
        "Tribunal sent its reasons",
        "When did the Tribunal send its written reasons?",
        "the date the reasons were sent",
    ),
    _appeal(
        Kind.APPEAL_WITHDRAWN,
        "Appeal withdrawn",
        "When was the appeal withdrawn?",
        "the date the appeal was withdrawn",
    ),
    _appeal(
        Kind.APPEAL_DETERMINED,
        "Appeal finally decided",
        "When was the appeal finally decided?",
        "the date the appeal was finally decided",
    ),
    _appeal(
        Kind.RECOMMENDATION_MADE,
        "Tribunal made a recommendation about health or social care",
        "When was the recommendation made?",
        "the date of the recommendation",
        BODY,
    ),
    _appeal(
        Kind.RECOMMENDATION_RESPONDED,
        "Recommendation about health or social care answered",
        "When was the recommendation answered?",
        "the date it was answered",
        BODY,
        yes_or_no(
            "accepted",
            "Will the recommendation be followed?",
            missing="Choose whether the recommendation will be followed",
        ),
    ),
)
ENTRIES = (*MEDIATION, *APPEAL)
