"""What is recorded of health services and of social care.

The waits of the NHS are told apart by the pathway a child was referred to. Working Together to
Safeguard Children and SI 2010/959 for social care.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    yes_or_no,
)
from sendpath.core.casefile.events import Kind

PATHWAYS = {
    "autism": "Autism assessment",
    "adhd": "ADHD assessment",
    "eating_disorder": "Eating disorder",
    "mental_health": "Mental health",
    "slt": "Speech and language therapy",
    "ot": "Occupational therapy",
    "physiotherapy": "Physiotherapy",
    "paediatrics": "Community paediatrics",
    "audiology": "Hearing",
    "ophthalmology": "Sight",
    "other": "Another service",
}
PATHWAY = choose("pathway", "Which service is it?", PATHWAYS, missing="Choose which service it is")


def _wait(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.HEALTH,
        happened=happened,
        asks=asks,
        called=called,
        questions=(PATHWAY, *more),
        recorded_by="Health service, or SEND officer",
        known_as="NHS waiting therapy CAMHS",
    )


def _care(
    kind: Kind, happened: str, asks: str, called: str, *questions: Question, known_as: str = ""
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.SOCIAL_CARE,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        recorded_by="Social care, or SEND officer",
        known_as=known_as,
    )


HEALTH = (
    Entry(
        kind=Kind.SEN_SUSPECTED,
        group=Group.HEALTH,
        happened="Health body thought that a young child may have special educational needs",
        asks="When did the health body come to think so?",
        called="the date the health body came to think so",
        recorded_by="Health service, or SEND officer",
        known_as="NHS section 23 notification",
    ),
    _wait(
        Kind.REFERRAL_RECEIVED,
        "Health service received a referral",
        "When did the service receive the referral?",
        "the date the service received the referral",
        yes_or_no(
            "consultant_led",
            "Does a consultant lead the service?",
            hint="Where one does, treatment should begin within 18 weeks. Services such as speech "
            "and language therapy mostly have none.",
        ),
        yes_or_no(
            "urgent",
            "Was the referral urgent?",
            hint="For an eating disorder, treatment should begin within 1 week if it was, and 4 "
            "if it was not.",
        ),
    ),
    _wait(
        Kind.WAIT_PAUSED,
        "Wait for a health service paused",
        "When was the wait paused?",
        "the date the wait was paused",
    ),
    _wait(
        Kind.FIRST_CONTACT,
        "Health service first saw the child",
        "When was the child first seen?",
        "the date the child was first seen",
    ),
    _wait(
        Kind.HEALTH_ASSESSMENT_STARTED,
        "Health service began its assessment",
        "When did the assessment begin?",
        "the date the assessment began",
    ),
    _wait(
        Kind.HEALTH_OUTCOME_GIVEN,
        "Health service gave the outcome",
        "When was the family told the outcome?",
        "the date the family was told the outcome",
    ),
    _wait(
        Kind.WAIT_STOPPED,
        "Wait for a health service ended",
        "When did the wait end?",
        "the date the wait ended",
    ),
)
SOCIAL_CARE = (
    _care(
        Kind.CARE_REFERRAL_RECEIVED,
        "Social care received a referral",
        "When did social care receive the referral?",
        "the date social care received the referral",
        known_as="MASH safeguarding",
    ),
    _care(
        Kind.STRATEGY_DISCUSSION,
        "Discussion held that started a child protection enquiry",
        "When was the discussion held?",
        "the date of the discussion",
        known_as="strategy section 47 safeguarding",
    ),
    _care(
        Kind.CARE_ASSESSMENT_COMPLETED,
        "Social care completed its assessment",
        "When was the assessment completed?",
        "the date the assessment was completed",
        choose(
            "outcome",
            "If there was a child protection enquiry, how did it end?",
            {
                "conference": "A child protection conference is needed",
                "no_conference": "No child protection conference is needed",
            },
            hint="Leave as not known if there was no enquiry.",
        ),
        known_as="section 17 section 47 single assessment safeguarding",
    ),
    _care(
        Kind.ICPC_HELD,
        "First child protection conference held",
        "When was the conference held?",
        "the date of the conference",
        choose(
            "outcome",
            "What did the conference decide?",
            {
                "plan": "The child is to have a child protection plan",
                "no_plan": "The child needs no child protection plan",
            },
            missing="Choose what the conference decided",
        ),
        known_as="ICPC initial safeguarding",
    ),
    _care(
        Kind.BECAME_LOOKED_AFTER,
        "Child became looked after",
        "When did the child become looked after?",
        "the date the child became looked after",
        known_as="LAC CLA care",
    ),
    _care(
        Kind.LAC_REVIEW_HELD,
        "Looked-after child’s case reviewed",
        "When was the review held?",
        "the date of the review",
        known_as="LAC CLA care review",
    ),
    _care(
        Kind.CEASED_LOOKED_AFTER,
        "Child stopped being looked after",
        "When did the child stop being looked after?",
        "the date the child stopped being looked after",
        known_as="LAC CLA care",
    ),
)
ENTRIES = (*HEALTH, *SOCIAL_CARE)
