"""What is recorded of a school or of the whole area, and so of no child.

SEND Regulations 2014, regulations 49, 51 and 56; the Area SEND inspection framework. These stand in
the record of whoever keeps watch over them: a child's page does not ask for them.
"""

from sendpath.core.casefile.catalogue.entry import (
    About,
    Entry,
    Group,
    Question,
    choose,
    day,
    yes_or_no,
)
from sendpath.core.casefile.catalogue.plan import SETTING
from sendpath.core.casefile.events import Kind


def _setting(kind: Kind, happened: str, asks: str, called: str, *more: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.SETTINGS,
        about=About.SETTING,
        happened=happened,
        asks=asks,
        called=called,
        questions=(SETTING, *more),
        recorded_by="SENCO",
    )


def _area(kind: Kind, happened: str, asks: str, called: str, *questions: Question) -> Entry:
    return Entry(
        kind=kind,
        group=Group.AREA,
        about=About.AREA,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        recorded_by="Head of service",
    )


SETTINGS = (
    _setting(
        Kind.SENCO_APPOINTED,
        "New SENCO appointed",
        "When was the SENCO appointed?",
        "the date the SENCO was appointed",
        yes_or_no(
            "experienced",
            "Had they been a SENCO before?",
            hint="The 3 years to gain the qualification are for those who had not.",
        ),
    ),
    _setting(
        Kind.SENCO_QUALIFIED,
        "Mandatory qualification gained by the SENCO",
        "When was the qualification gained?",
        "the date the qualification was gained",
    ),
    _setting(
        Kind.SEN_INFO_PUBLISHED,
        "School’s SEN information report published",
        "When was the report published?",
        "the date the report was published",
    ),
)
AREA = (
    _area(
        Kind.TERM_START,
        "Start of a term set",
        "When was the day of its start set?",
        "the date it was set",
        day(
            "starts_on",
            "On what day does the term start?",
            missing="the day the term starts",
            hint="The list of reviews due in the term is sent two weeks before it.",
        ),
    ),
    _area(
        Kind.LOCAL_OFFER_COMMENTS_PUBLISHED,
        "Comments on the Local Offer published, with the council’s response",
        "When were they published?",
        "the date they were published",
    ),
    _area(
        Kind.INSPECTION_REPORT_FINAL,
        "Final report of an area inspection received",
        "When was the final report received?",
        "the date the final report was received",
        choose(
            "outcome",
            "What did the inspectors find?",
            {
                "positive": "Arrangements that typically lead to positive experiences",
                "inconsistent": "Arrangements that lead to inconsistent experiences",
                "systemic_failings": "Widespread or systemic failings",
            },
            missing="Choose what the inspectors found",
            hint="A priority action plan is asked for only where failings are widespread or "
            "systemic.",
        ),
    ),
    _area(
        Kind.ACTION_PLAN_SUBMITTED,
        "Priority action plan sent to Ofsted and the CQC",
        "When was the plan sent?",
        "the date the plan was sent",
    ),
)
ENTRIES = (*SETTINGS, *AREA)
