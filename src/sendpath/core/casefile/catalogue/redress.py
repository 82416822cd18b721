"""What is recorded of complaints and claims, of requests for information and of personal data.

A complaint is told by the rules it comes under, for each has days of its own. What it was about is
not recorded here.
"""

from sendpath.core.casefile.catalogue.entry import (
    Entry,
    Group,
    Question,
    choose,
    reference,
    school,
    time_of_day,
)
from sendpath.core.casefile.events import Kind

REGIMES = {
    "corporate": "The council’s complaints procedure",
    "social_care": "The procedure for children’s social care",
    "nhs": "The NHS complaints procedure",
}
REGIME = choose(
    "regime",
    "Under which procedure is the complaint?",
    REGIMES,
    missing="Choose which procedure the complaint is under",
)
REQUEST = reference(
    "request",
    "Reference of the request",
    hint="Only needed if the same person has made more than one.",
)


def _complaint(
    kind: Kind, happened: str, asks: str, called: str, *questions: Question, known_as: str = ""
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.COMPLAINTS,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        known_as=known_as,
    )


def _information(
    kind: Kind, happened: str, asks: str, called: str, *questions: Question, known_as: str
) -> Entry:
    return Entry(
        kind=kind,
        group=Group.INFORMATION,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        known_as=known_as,
    )


COMPLAINTS = (
    _complaint(
        Kind.COMPLAINT_MATTER_KNOWN,
        "Complainant first knew of a matter to complain about",
        "When did the complainant first know of it?",
        "the date the complainant first knew of it",
        known_as="LGSCO Ombudsman",
    ),
    _complaint(
        Kind.COMPLAINT_RECEIVED,
        "Complaint received",
        "When was the complaint received?",
        "the date the complaint was received",
        REGIME,
    ),
    _complaint(
        Kind.COMPLAINT_ACKNOWLEDGED,
        "Complaint acknowledged",
        "When was the complaint acknowledged?",
        "the date the complaint was acknowledged",
        REGIME,
    ),
    _complaint(
        Kind.COMPLAINT_STAGE1_REPLIED,
        "Complaint answered at stage 1",
        "When was the answer sent?",
        "the date the answer was sent",
        REGIME,
    ),
    _complaint(
        Kind.COMPLAINT_STAGE2_ACKNOWLEDGED,
        "Request for stage 2 of a complaint acknowledged",
        "When was it acknowledged?",
        "the date it was acknowledged",
        REGIME,
    ),
    _complaint(
        Kind.COMPLAINT_LGSCO_DECISION,
        "Ombudsman decided a complaint",
        "When did the Ombudsman decide?",
        "the date of the decision",
        known_as="LGSCO Local Government and Social Care",
    ),
    _complaint(
        Kind.DISCRIMINATION,
        "Act done that is said to be disability discrimination",
        "When was it done?",
        "the date it was done",
        known_as="Equality Act Tribunal claim",
    ),
    Entry(
        kind=Kind.APPEAL_DETERMINED,
        group=Group.COMPLAINTS,
        happened="Claim of discrimination about an exclusion decided",
        asks="When was the claim decided?",
        called="the date the claim was decided",
        fixed={"claim": "discrimination"},
        known_as="Equality Act Tribunal",
    ),
    _complaint(
        Kind.DECISION_MADE,
        "Decision made that may be challenged in court",
        "When was the decision made?",
        "the date of the decision",
        known_as="judicial review",
    ),
)
INFORMATION = (
    _information(
        Kind.SAR_RECEIVED,
        "Request to see personal data received",
        "When was the request received?",
        "the date the request was received",
        REQUEST,
        known_as="SAR DSAR subject access GDPR",
    ),
    _information(
        Kind.SAR_PAUSED,
        "Time for a request to see personal data paused",
        "When was it paused?",
        "the date it was paused",
        REQUEST,
        known_as="SAR DSAR subject access GDPR identity",
    ),
    _information(
        Kind.SAR_EXTENDED,
        "Person told that a request to see personal data needs more time",
        "When was the person told?",
        "the date the person was told",
        REQUEST,
        known_as="SAR DSAR subject access GDPR extended extension",
    ),
    _information(
        Kind.SAR_CLOSED,
        "Request to see personal data answered",
        "When was the request answered?",
        "the date the request was answered",
        REQUEST,
        known_as="SAR DSAR subject access GDPR closed",
    ),
    _information(
        Kind.FOI_RECEIVED,
        "Freedom of information request received",
        "When was the request received?",
        "the date the request was received",
        known_as="FOI FOIA",
    ),
    _information(
        Kind.EDUCATION_RECORD_REQUESTED,
        "Parent asked to see the educational record",
        "When did the parent ask, in writing?",
        "the date the parent asked",
        school(
            "URN of the school that holds the record",
            hint="6 numbers. The last day is counted by its own term dates; without it there is "
            "none.",
        ),
        known_as="pupil school file",
    ),
    _information(
        Kind.BREACH_AWARE,
        "Breach of personal data became known",
        "When did the breach become known?",
        "the date the breach became known",
        time_of_day(
            "time",
            "At what time?",
            hint="For example, 09:05. The 72 hours run from it; without it the whole of the third "
            "day counts.",
        ),
        known_as="GDPR data breach ICO",
    ),
)
ENTRIES = (*COMPLAINTS, *INFORMATION)
