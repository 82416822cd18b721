"""What is recorded where a duty has no event of its own for its being done.

Each of these is the event `duty.done` with the clock it meets, so that no rule of law is one that
nobody can ever say was kept (docs/adr/0009). A test compares them with the rules.
"""

from sendpath.core.casefile.catalogue.dispute import BEFORE_FIVE, BODY
from sendpath.core.casefile.catalogue.entry import (
    About,
    Entry,
    Group,
    Question,
    choose,
    day,
    time_of_day,
)
from sendpath.core.casefile.catalogue.exclusion import ABOUT as EXCLUSION
from sendpath.core.casefile.catalogue.plan import SETTING
from sendpath.core.casefile.events import Kind

COUNCIL_TOLD = ("When was the council told?", "the date the council was told")
PARENT_TOLD = ("When was the parent told?", "the date the parent was told")
OF_ANOTHER_CLOCK = Entry(
    kind=Kind.DUTY_DONE,
    group=Group.OTHER,
    happened="Something done that has no entry of its own",
    asks="When was it done?",
    called="the date it was done",
)
"""How the doing of a duty is read back that is not, or no longer, one of those below."""


def done(clock: str, duty: str) -> Entry:
    """Return the entry that says a duty was done, in the words of its own rule."""
    return Entry(
        kind=Kind.DUTY_DONE,
        group=Group.OTHER,
        happened=f"Done: {duty[:1].lower()}{duty[1:]}",
        asks="When was it done?",
        called="the date it was done",
        fixed={"clock": clock},
    )


def _done(
    clock: str,
    group: Group,
    happened: str,
    asks: str,
    called: str,
    *questions: Question,
    about: About = About.CHILD,
    known_as: str = "",
) -> Entry:
    return Entry(
        kind=Kind.DUTY_DONE,
        group=group,
        about=about,
        happened=happened,
        asks=asks,
        called=called,
        questions=questions,
        fixed={"clock": clock},
        known_as=known_as,
    )


DISPUTE = (
    _done(
        "mediation_icb_tells_la",
        Group.MEDIATION,
        "Council told what was agreed in mediation",
        *COUNCIL_TOLD,
    ),
    _done(
        "mediation_agreement_other",
        Group.MEDIATION,
        "What was agreed in mediation done",
        "When had all of it been done?",
        "the date all of it had been done",
    ),
    _done(
        "order_continue",
        Group.APPEAL,
        "Plan kept in force after an order or agreement",
        "From what day was the plan kept in force?",
        "the date from which the plan was kept in force",
    ),
    _done(
        "unopposed_cease",
        Group.APPEAL,
        "Plan kept in force after the council conceded the appeal",
        "From what day was the plan kept in force?",
        "the date from which the plan was kept in force",
    ),
    _done(
        "recommendation_copy_sos",
        Group.APPEAL,
        "Copy of the answer to a recommendation sent to the Secretary of State",
        "When was the copy sent?",
        "the date the copy was sent",
        BODY,
    ),
    _done(
        "ftt_permission_to_appeal",
        Group.APPEAL,
        "Permission asked for to appeal against the Tribunal’s decision",
        "When did the Tribunal receive the application?",
        "the date the Tribunal received the application",
        BEFORE_FIVE,
        known_as="Upper Tribunal",
    ),
)
SCHOOL = (
    _done(
        "tell_parent_sep",
        Group.SUPPORT,
        "Parent told that special educational provision is being made",
        *PARENT_TOLD,
    ),
    _done(
        "excl_notify_parent",
        Group.EXCLUSION,
        "Parent told of an exclusion or suspension",
        *PARENT_TOLD,
        EXCLUSION,
    ),
    _done(
        "excl_notify_la",
        Group.EXCLUSION,
        "Council told of an exclusion or suspension",
        *COUNCIL_TOLD,
        EXCLUSION,
    ),
    _done(
        "excl_day6_notice",
        Group.EXCLUSION,
        "Parent told what education there will be from day 6",
        *PARENT_TOLD,
        EXCLUSION,
    ),
    _done(
        "attendance_10_day_return",
        Group.ATTENDANCE,
        "Council told of 10 school days’ absence without leave",
        *COUNCIL_TOLD,
    ),
    _done(
        "attendance_sickness_return",
        Group.ATTENDANCE,
        "Council told of 15 school days’ absence through illness",
        *COUNCIL_TOLD,
    ),
    _done(
        "roll_added_notify",
        Group.ATTENDANCE,
        "Council told that the child’s name was added to a roll",
        *COUNCIL_TOLD,
        SETTING,
    ),
    _done(
        "roll_deleted_notify",
        Group.ATTENDANCE,
        "Council told that the child’s name is to be deleted from a roll",
        *COUNCIL_TOLD,
        SETTING,
    ),
)
CARE = (
    _done(
        "care_referral_decision",
        Group.SOCIAL_CARE,
        "Social care decided what to do about a referral",
        "When was it decided?",
        "the date of the decision",
        choose(
            "outcome",
            "What was decided?",
            {
                "assessment": "To assess the child",
                "no_assessment": "That no assessment is needed",
            },
            missing="Choose what was decided",
        ),
        known_as="MASH safeguarding",
    ),
    _done(
        "care_rcpc",
        Group.SOCIAL_CARE,
        "Conference held that reviewed the child protection plan",
        "When was the conference held?",
        "the date of the conference",
        choose(
            "outcome",
            "What did the conference decide?",
            {"plan": "The plan goes on", "no_plan": "The plan ends"},
            missing="Choose what the conference decided",
        ),
        known_as="RCPC safeguarding",
    ),
    _done(
        "care_pep",
        Group.SOCIAL_CARE,
        "Personal education plan made",
        "When was the personal education plan made?",
        "the date the plan was made",
        known_as="PEP looked after",
    ),
    _done(
        "looked_after_health_assessment",
        Group.SOCIAL_CARE,
        "First health assessment of a looked-after child reported",
        "When was it reported?",
        "the date it was reported",
        known_as="IHA LAC CLA",
    ),
)
REDRESS = (
    _done(
        "complaint_stage2",
        Group.COMPLAINTS,
        "Complaint answered at stage 2",
        "When was the answer sent?",
        "the date the answer was sent",
    ),
    _done(
        "lgsco_12_months",
        Group.COMPLAINTS,
        "Complaint taken to the Ombudsman",
        "When did the complainant go to the Ombudsman?",
        "the date the complainant went to the Ombudsman",
        known_as="LGSCO",
    ),
    _done(
        "disability_claim_lodge",
        Group.COMPLAINTS,
        "Claim of disability discrimination brought",
        "When did the Tribunal receive the claim?",
        "the date the Tribunal received the claim",
        BEFORE_FIVE,
        known_as="Equality Act",
    ),
    _done(
        "judicial_review",
        Group.COMPLAINTS,
        "Judicial review asked for",
        "When did the court receive the claim?",
        "the date the court received the claim",
    ),
    _done(
        "foi_respond",
        Group.INFORMATION,
        "Freedom of information request answered",
        "When was the request answered?",
        "the date the request was answered",
        known_as="FOI FOIA",
    ),
    _done(
        "education_record",
        Group.INFORMATION,
        "Educational record shown to the parent",
        "When could the parent see the record?",
        "the date the parent could see the record",
        known_as="pupil school file",
    ),
    _done(
        "data_breach_ico",
        Group.INFORMATION,
        "Breach of personal data reported to the Information Commissioner",
        "When was the breach reported?",
        "the date the breach was reported",
        time_of_day(
            "time", "At what time?", hint="For example, 09:05. The 72 hours run to the minute."
        ),
        known_as="GDPR data breach ICO",
    ),
)
WIDER = (
    _done(
        "review_list_to_schools",
        Group.AREA,
        "List of the reviews due in a term sent",
        "When was the list sent?",
        "the date the list was sent",
        day("starts_on", "On what day does the term start?", missing="the day the term starts"),
        about=About.AREA,
    ),
    _done(
        "strategic_plan_publish",
        Group.AREA,
        "Strategic plan of the area published, brought up to date",
        "When was the plan published?",
        "the date the plan was published",
        about=About.AREA,
    ),
)
ENTRIES = (*DISPUTE, *SCHOOL, *CARE, *REDRESS, *WIDER, OF_ANOTHER_CLOCK)
