"""Where the law can be read in more than one way, and which reading the engine goes by.

The default gives the date shown. The strict reading is the one to act by: whoever keeps it has
kept every other. An area may adopt a reading as its own policy from a day on; that is kept
beside this register and moves no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """One question the law leaves open.

    `readings` has a plain sentence by key; the keys are stored, so none is ever renamed.
    `default` and `strict` are keys of it, `strict` empty where whichever comes first is the
    safe one. `rules` are the keys of the rules it touches.
    """

    key: str
    question: str
    readings: Mapping[str, str]
    default: str
    strict: str
    rules: tuple[str, ...]
    note: str = ""
    """What the engine does beside, in a sentence."""


_ALL = (
    Ambiguity(
        key="N1",
        question="Has the council told the family in time when it posts the letter, or when the "
        "letter arrives?",
        readings={
            "sent": "On the day the letter is sent.",
            "received": "On the day a letter sent by post is taken to have arrived.",
        },
        default="sent",
        strict="received",
        rules=(
            "decide_whether_to_assess", "decide_not_to_issue_notify", "review_decision_notify",
            "reassess_decision", "cease_notify",
        ),
        note="Both days are shown, and a letter that arrives after the last day is marked.",
    ),
    Ambiguity(
        key="A1",
        question="Does “before 15 February” or “before 31 March” leave that day out?",
        readings={
            "before": "Yes. The last day is 14 February or 30 March.",
            "by": "No. The Code of Practice says “by”, so 15 February or 31 March is in time.",
        },
        default="before",
        strict="before",
        rules=("phase_transfer_15_feb", "phase_transfer_31_mar"),
    ),
    Ambiguity(
        key="A2",
        question="The council refuses, then changes its mind. From when do the 20 weeks run?",
        readings={
            "original": "From the first request.",
            "new_request": "From the change of mind, as if it were a new request.",
        },
        default="original",
        strict="original",
        rules=("decide_whether_to_assess", "decide_not_to_issue_notify", "issue_final_plan"),
    ),
    Ambiguity(
        key="A3",
        question="A child moves while an assessment is under way. From when do the new council's "
        "limits run?",
        readings={
            "new_council": "From the day the new council became responsible.",
            "original": "From the first request, made to the old council.",
        },
        default="new_council",
        strict="original",
        rules=("assessment_in_progress_move", "decide_whether_to_assess", "issue_final_plan"),
        note="The days the old council used stay in sight.",
    ),
    Ambiguity(
        key="A4",
        question="When is a review complete: at the meeting, or when the council decides?",
        readings={
            "decision": "When the family is told the council's decision.",
            "meeting": "When the review meeting is held.",
        },
        default="decision",
        strict="",
        rules=("first_annual_review", "subsequent_annual_review", "new_la_review"),
        note="A meeting alone never meets the limit here, and warnings of the next review go by "
        "the earlier of its two dates.",
    ),
    Ambiguity(
        key="A5",
        question="A reason for missing the 20 weeks must fall “during that time period”. Which?",
        readings={
            "twenty_weeks": "The 20 weeks.",
            "sixteen_weeks": "The 16 weeks of the regulation that the words are borrowed from.",
        },
        default="twenty_weeks",
        strict="sixteen_weeks",
        rules=("issue_final_plan", "detained_final_plan"),
        note="A reason that arose only in weeks 17 to 20 is marked.",
    ),
    Ambiguity(
        key="A6",
        question="When does a closed school “re-open”: when staff are back, or pupils?",
        readings={
            "pupils": "On the first day that pupils are taught.",
            "staff": "On the first day that staff are back, though it is a training day.",
        },
        default="pupils",
        strict="staff",
        rules=("decide_whether_to_assess", "decide_not_to_issue_notify", "issue_final_plan"),
        note="A request for advice made between the two days is marked.",
    ),
    Ambiguity(
        key="A7",
        question="How many days are “at least two weeks' notice”?",
        readings={
            "fourteen": "14 days from the notice to the meeting.",
            "fifteen": "15, so that 14 whole days lie between them.",
        },
        default="fourteen",
        strict="fifteen",
        rules=("review_invitations", "review_circulate_advice"),
        note="Warnings go by 15 days; only less than 14 counts as late.",
    ),
    Ambiguity(
        key="A8",
        question="Are the 15 days a school has to answer a consultation days of every kind?",
        readings={
            "calendar": "Yes: 15 days, weekends and holidays included.",
            "working": "No: 15 working days, as some councils publish.",
            "school": "No: 15 school days, as some councils publish.",
        },
        default="calendar",
        strict="calendar",
        rules=("school_consultation_response",),
    ),
    Ambiguity(
        key="A9",
        question="The time to appeal ends on a weekend at the end of July. The next working day "
        "is in August, when the Tribunal's time does not end. Which day is the last?",
        readings={
            "first_of_august": "That working day in August.",
            "september": "The first working day after 31 August.",
        },
        default="first_of_august",
        strict="first_of_august",
        rules=("appeal_lodge",),
    ),
    Ambiguity(
        key="A10",
        question="The time to appeal ends on a weekend at Christmas. Which day is the last?",
        readings={
            "next_working": "The next working day, even between Christmas and New Year.",
            "january": "The first working day after 1 January.",
        },
        default="next_working",
        strict="next_working",
        rules=("appeal_lodge",),
    ),
    Ambiguity(
        key="A11",
        question="Do the 2 months to contact a mediation adviser get longer in August?",
        readings={
            "no_longer": "No. The Tribunal's rule on August is not in the regulations.",
            "tribunal": "Yes, as the Tribunal's own dates do. The Tribunal is often lenient.",
        },
        default="no_longer",
        strict="no_longer",
        rules=("mediation_contact",),
    ),
    Ambiguity(
        key="A12",
        question="A mediation certificate comes after the 2 months to appeal have run out. Does "
        "the month from it still count?",
        readings={
            "counts": "Yes, if the adviser was first contacted within the 2 months.",
            "permission": "No. The Tribunal must allow a late appeal.",
        },
        default="counts",
        strict="permission",
        rules=("appeal_lodge",),
    ),
    Ambiguity(
        key="A13",
        question="Are the 5 days to tell the council of a pupil added to the register school days?",
        readings={
            "calendar": "No: 5 days of every kind.",
            "school": "Yes: 5 school days.",
        },
        default="calendar",
        strict="calendar",
        rules=("roll_added_notify",),
    ),
    Ambiguity(
        key="A14",
        question="“Within 15 days of receiving” a request to re-assess: is the day of receipt day "
        "0 or day 1?",
        readings={
            "day_0": "Day 0. The last day is 15 days on.",
            "day_1": "Day 1. The last day is 14 days on.",
        },
        default="day_0",
        strict="day_1",
        rules=("reassess_decision",),
    ),
    Ambiguity(
        key="A15",
        question="Is the standard for autism assessments 3 months, or 13 weeks?",
        readings={
            "months": "3 months, as the guideline says.",
            "weeks": "13 weeks, as it is often measured.",
        },
        default="months",
        strict="",
        rules=("nice_autism_3m",),
        note="Both are reported.",
    ),
    Ambiguity(
        key="A16",
        question="A plan is replaced after a re-assessment or an appeal. From when does the year "
        "to its review run?",
        readings={
            "replacement": "From the day the plan that replaced it was made final.",
            "first": "From the day the first plan was made.",
        },
        default="replacement",
        strict="first",
        rules=("first_annual_review", "subsequent_annual_review"),
    ),
    Ambiguity(
        key="A17",
        question="Is a move into a school's own sixth form a change of phase with a date?",
        readings={
            "no": "No. A school is not a post-16 institution, so no date is set.",
            "yes": "Yes, as many councils treat it: 31 March.",
        },
        default="no",
        strict="yes",
        rules=("phase_transfer_31_mar",),
    ),
    Ambiguity(
        key="A18",
        question="Do the 8 weeks to amend a plan apply where the family makes no comments?",
        readings={
            "always": "Yes. The court treated them as applying to every amendment.",
            "after_comments": "No. The regulation speaks of what follows the family's comments.",
        },
        default="always",
        strict="always",
        rules=("review_final_amended_plan", "review_no_amend_after_reps", "amend_without_review"),
    ),
    Ambiguity(
        key="A19",
        question="A family is away for 4 weeks, and only some of them fall within the time limit. "
        "Does the exception apply?",
        readings={
            "inside": "Only if 28 days of the absence fall within the limit.",
            "overlap": "Yes, if any of the 4 weeks falls within it.",
        },
        default="inside",
        strict="inside",
        rules=(
            "decide_whether_to_assess", "decide_not_to_issue_notify", "issue_final_plan",
            "provide_advice",
        ),
    ),
    Ambiguity(
        key="A20",
        question="Did the old council know of a move “at least 15 working days” before it? Does "
        "the day it learnt of it count?",
        readings={
            "counted": "Yes, that day is one of the 15.",
            "not_counted": "No, the 15 start the day after.",
        },
        default="counted",
        strict="counted",
        rules=("transfer_plan_to_new_la",),
    ),
)  # fmt: skip

AMBIGUITIES: Mapping[str, Ambiguity] = MappingProxyType(
    {ambiguity.key: ambiguity for ambiguity in _ALL}
)
"""By key, in the order of the register."""


def touching(rule: str) -> tuple[Ambiguity, ...]:
    """Return the questions that touch a rule, by its key."""
    return tuple(ambiguity for ambiguity in _ALL if rule in ambiguity.rules)
