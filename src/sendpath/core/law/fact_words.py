"""The facts of events that rules turn on, in words, where no form of a case asks for them yet.

A fact that is not here is asked for by its own name: a new rule needs no line of this to be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sendpath.core.casefile.catalogue.plan import METHODS
from sendpath.core.casefile.events import Kind

_ORDERS = {
    "dismiss": "To dismiss the appeal",
    "dismiss_cease": "To dismiss an appeal about ending the plan",
    "assess": "To assess the child or young person",
    "reassess": "To re-assess the child or young person",
    "make_plan": "To make a plan",
    "reconsider": "To think again whether to make a plan",
    "amend_contents": "To change the needs or the provision in the plan",
    "amend_school": "To change the school or college alone",
    "continue": "To keep the plan",
    "continue_amend": "To keep the plan and change it",
}

ASKS: Mapping[str, str] = MappingProxyType(
    {
        "appealable": "Does the decision carry a right of appeal?",
        "attendance_practicable": "Can the child still go to the setting that the plan names?",
        "authorised": "Was leave given for the absence?",
        "body": "Which body is it?",
        "child_age": "How old is the child or young person, in whole years?",
        "consultant_led": "Is the service led by a consultant?",
        "days": "How many days of absence through illness are there in all?",
        "due_on": "Does it set a last day itself? If so, which?",
        "exam": "Would the pupil miss a public exam or national test?",
        "experienced": "Does the SENCO already have the experience that the regulations accept?",
        "exclusion_type": "Is it a suspension or a permanent exclusion?",
        "first": "Is it the first one?",
        "ground": "What is the appeal about?",
        "health": "Is it about health provision in the plan?",
        "icb_changed": "Does another integrated care board now pay for the child's health care?",
        "la_party": "Did the council take part in the mediation?",
        "length": "How many school days is the suspension?",
        "method": "How was it sent?",
        "notified_on": "If the family was told on a later day, when?",
        "notice_type": "What does the notice say?",
        "order": "What did the Tribunal order?",
        "outcome": "What was decided?",
        "pathway": "What was the referral for?",
        "practicable": "Can the new health commissioner arrange what the plan says?",
        "reason": "What is the reason?",
        "regime": "What is the complaint about?",
        "representations": "Have the parents given their views on it?",
        "same_la": "Is the same council still responsible?",
        "section_i_only": "Is the appeal about the school or college alone?",
        "standard_transition": "Is it at the usual time, as at the start or end of a school phase?",
        "subject": "What was the decision about?",
        "term_total": "How many school days are suspensions this term in all, this one included?",
        "terms": "What was agreed?",
        "time": "At what time?",
        "transfer_on": "On what day is the move?",
        "urgent": "Was the referral urgent?",
    }
)
"""The question, by the name of the fact."""

CODES: Mapping[str, str] = MappingProxyType(
    {
        "plan": "A child protection plan was made",
        "quash": "The panel set the decision aside",
        "recommend": "The panel asked the board to think again",
        "systemic_failings": "Widespread or systemic failings",
        "upheld": "The exclusion stands",
    }
)
"""What a code of an outcome means, where no form offers it yet."""

HAPPENED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PERSON_BORN: "A child was born",
        Kind.REFERRAL_RECEIVED: "A health service received a referral",
        Kind.PROVISION_GAP: "Provision in the plan stopped or was missed",
        Kind.SEN_CYCLE_REVIEWED: "The school reviewed a pupil's SEN support",
        Kind.SUSPENSION_TOTAL: "A pupil's suspensions this school year were counted",
    }
)
"""What to call an event that rules name in several ways or in none, where no form names it."""

DAYS: Mapping[str, str] = MappingProxyType(
    {
        "notified_on": "On what day was the family told?",
        "transfer_on": "On what day will the child move?",
    }
)
"""The question for the day, where what an event tells of is the day that the law looks at."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "body": {
            "icb": "The integrated care board",
            "social_care": "The council’s social care service",
        },
        "exclusion_type": {
            "permanent": "A permanent exclusion",
            "suspension": "A suspension",
        },
        "ground": {
            "refuse_to_assess": "The council would not assess",
            "refuse_to_reassess": "The council would not re-assess",
            "refuse_to_issue": "The council would not make a plan",
            "contents": "What the plan says",
            "refuse_to_amend": "The council would not change the plan",
            "cease": "The council wants to end the plan",
        },
        "method": METHODS,
        "order": _ORDERS,
        "terms": _ORDERS,
        "pathway": {
            "autism": "Autism",
            "adhd": "ADHD",
            "slt": "Speech and language therapy",
            "ot": "Occupational therapy",
            "eating_disorder": "An eating disorder",
            "other": "Something else",
        },
        "reason": {"move": "The family moved", "other": "Something else, such as a new GP"},
        "regime": {
            "corporate": "The council’s services, such as its SEND service",
            "social_care": "Children’s social care",
            "nhs": "An NHS service",
        },
        "subject": {
            "assessment": "Whether to assess",
            "refusal_to_assess": "Refusing to assess",
            "no_plan": "Not making a plan",
            "final_plan": "The final plan",
            "amended_plan": "The amended plan",
            "no_amendment": "Not changing the plan",
            "maintain": "Keeping the plan as it is",
            "cease": "Ending the plan",
            "refusal_to_reassess": "Refusing to re-assess",
        },
    }
)
"""What a code means, by the name of the fact."""
