"""What several clocks have in common, so that no clock needs to know another.

The events that start the three limits of an assessment, what makes each of them fall away,
the notices that start a family's rights, and the reasons for which a limit need not be met.
"""

from __future__ import annotations

from datetime import date

from sendpath.core.casefile.events import Fact, Kind
from sendpath.core.law.clock import Ground, Milestone, Reading, Relaxation
from sendpath.core.law.counting import WholeDaysBetween
from sendpath.core.law.rule import When
from sendpath.core.law.source import CORONAVIRUS, Law, regulation

COUNCIL = "council"
FAMILY = "family"


def one_of(*values: Fact) -> frozenset[Fact]:
    """Return the values a fact may have; None among them lets it be missing."""
    return frozenset(values)


def when(kind: Kind, words: str, **facts: frozenset[Fact]) -> When:
    """Return an event that matters, in words, on condition of its facts."""
    return When(kind=kind, words=words, facts=facts)


REQUEST_OR_RESPONSIBILITY = (
    when(Kind.REQUEST_RECEIVED, "The council received the request"),
    when(Kind.RESPONSIBILITY_BEGAN, "The council became responsible for the child"),
)
WITHDRAWN = when(Kind.REQUEST_WITHDRAWN, "The request was withdrawn")
MOVED_AWAY = (
    when(Kind.MOVE_OCCURRED, "The child moved to another area"),
    when(Kind.PLAN_TRANSFERRED_OUT, "The plan was transferred to another council"),
)
REFUSED = when(
    Kind.ASSESSMENT_DECIDED, "The council decided not to assess", outcome=one_of("refuse")
)
AGREED = when(Kind.ASSESSMENT_DECIDED, "The council agreed to assess", outcome=one_of("assess"))
NO_PLAN = when(
    Kind.PLAN_DECIDED, "The council decided not to issue a plan", outcome=one_of("no_plan")
)
ISSUE = when(Kind.PLAN_DECIDED, "The council decided to issue a plan", outcome=one_of("issue"))
TOLD_OF_NO_PLAN = (
    When(
        kind=Kind.PLAN_DECIDED,
        words="The family was told that no plan would be issued",
        facts={"outcome": one_of("no_plan")},
        day_from="notified_on",
    ),
    when(
        Kind.NOTICE_SENT,
        "The notice that no plan would be issued was sent",
        notice_type=one_of("no_plan"),
    ),
)
NO_PLAN_NOTICES = (
    when(
        Kind.NOTICE_SENT,
        "The notice that no plan would be issued was sent",
        notice_type=one_of("no_plan", None),
    ),
)
DRAFTED = (
    when(Kind.DRAFT_SENT, "A draft plan was sent, so a plan will be issued"),
    when(Kind.DRAFT_SERVED, "A draft plan was served, so a plan will be issued"),
)
FINALISED = when(Kind.FINALISED_SENT, "The final plan was sent")
CEASED = when(Kind.CEASE_TOOK_EFFECT, "The plan ceased")
AMENDED = when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent")
ADVISER_TOLD = (
    when(Kind.MEDIATION_CONTACTED, "The family contacted a mediation adviser"),
    when(Kind.MEDIATION_REQUESTED, "The family asked for mediation"),
    when(Kind.MEDIATION_DECLINED, "The family told the adviser it did not want mediation"),
)
APPEALED = when(Kind.APPEAL_RECEIVED, "The Tribunal received an appeal")
NEW_APPEAL = (APPEALED, when(Kind.APPEAL_LA_RECEIVED, "The council received the appeal"))
ANSWERED = when(Kind.APPEAL_LA_RESPONDED, "The council answered the appeal")
UNOPPOSED = when(Kind.APPEAL_UNOPPOSED, "The council told the Tribunal it would not oppose")
APPEAL_OVER = (
    when(Kind.APPEAL_WITHDRAWN, "The appeal was withdrawn"),
    when(Kind.APPEAL_DETERMINED, "The appeal was determined", claim=one_of(None)),
    when(Kind.APPEAL_ORDER_MADE, "The Tribunal made its order"),
)
CASE_CLOSED = (WITHDRAWN, *MOVED_AWAY, REFUSED, NO_PLAN, FINALISED, CEASED)
"""After one of these a new request, or a new responsibility, starts the limits afresh."""

PLAN_OVER = (CEASED, MOVED_AWAY[1])

REVIEW_PLANNED = When(
    kind=Kind.REVIEW_MEETING_DATE,
    words="The review meeting is to be held",
    day_from="meeting_on",
)
REVIEW_HELD = when(Kind.REVIEW_MEETING_HELD, "The review meeting was held")
TWO_WHOLE_WEEKS = Reading(
    words="14 whole days must lie between",
    count=WholeDaysBetween(14),
    strict=True,
    ambiguity="A7",
)
"""The stricter reading of “at least two weeks'” notice of a review meeting."""

LATEST_MEETING = Milestone(
    key="latest_meeting",
    words="Last day for the review meeting if every later step takes the longest it may",
    days=-84,
)
"""4 weeks to the notice of amendments, and 8 from there to the plan."""

REVIEW_DONE = (
    when(Kind.REVIEW_COMPLETED, "The review was completed"),
    when(Kind.REVIEW_DECISION_NOTIFIED, "The family was told the decision after the review"),
    when(Kind.AMENDED_PLAN_SENT, "The amended plan was sent"),
    when(Kind.NO_AMENDMENT_NOTIFIED, "The family was told that the plan would not change"),
    when(Kind.FINALISED_SENT, "A plan was sent after re-assessment"),
)

_DECISION = "The council told the family its decision"
APPEALABLE_NOTICES = (
    When(
        kind=Kind.NOTICE_SENT,
        words="The council sent notice of a decision that can be appealed",
        facts={
            "appealable": one_of(True, None),
            "notice_type": one_of(
                None, "refusal_to_assess", "no_plan", "final_plan", "amended_plan",
                "no_amendment", "maintain", "cease", "refusal_to_reassess",
            ),
        },
    ),
    When(
        kind=Kind.ASSESSMENT_DECIDED, words=_DECISION + " not to assess", provisional=True,
        facts={"outcome": one_of("refuse")}, day_from="notified_on",
    ),
    When(
        kind=Kind.PLAN_DECIDED, words=_DECISION + " not to issue a plan", provisional=True,
        facts={"outcome": one_of("no_plan")}, day_from="notified_on",
    ),
    When(kind=Kind.FINALISED_SENT, words="The council sent the final plan", provisional=True),
    When(kind=Kind.AMENDED_PLAN_SENT, words="The council sent the amended plan", provisional=True),
    When(
        kind=Kind.NO_AMENDMENT_NOTIFIED, provisional=True,
        words="The council told the family that the plan would not change",
    ),
    When(
        kind=Kind.REVIEW_DECISION_NOTIFIED, words=_DECISION + " after the review",
        provisional=True, facts={"outcome": one_of("maintain", "cease")},
    ),
    When(
        kind=Kind.REASSESSMENT_DECIDED, words=_DECISION + " not to re-assess", provisional=True,
        facts={"outcome": one_of("refuse")},
    ),
)  # fmt: skip
"""What starts the time for mediation and appeal. A decision's own day serves until the notice
is on record, which then gives the day: time runs from the notice."""


NOTICE_PARTS = (
    ("appeal_right", "the right to appeal"),
    ("time_limits", "the time limits"),
    ("mediation_info", "how to get mediation advice"),
    ("drs", "how disagreements can be resolved"),
    ("ias", "where to get information, advice and support"),
)
"""What a notice of a decision that can be appealed must contain, each a fact of the event."""


def notices_of(subject: str) -> tuple[When, ...]:
    """Return notices of one type, whether the type or the subject is what was written down."""
    words = "The notice was sent"
    return (
        when(Kind.NOTICE_SENT, words, notice_type=one_of(subject)),
        when(Kind.NOTICE_SENT, words, notice_type=one_of(None), subject=one_of(subject)),
    )


def grounds(law: Law, *codes: str) -> tuple[Ground, ...]:
    """Return grounds that one provision allows."""
    return tuple(Ground(code=code, law=law) for code in codes)


def assessment_grounds(number: str) -> tuple[Ground, ...]:
    """Return the four reasons of regulation 5(4) or 10(4): `assessment_grounds("10(4)")`."""
    return tuple(
        Ground(code=code, law=regulation(f"{number}({paragraph})"))
        for code, paragraph in (("X_SCHOOL", "a"), ("X_EY", "b"), ("X_EPC", "c"), ("X_ABS4", "d"))
    )


COVID = Relaxation(
    ruleset="ENG-2020-covid",
    code="COVID",
    law=CORONAVIRUS,
    since=date(2020, 5, 1),
    until=date(2020, 9, 25),
    words=(
        "From 1 May to 25 September 2020 this limit became “as soon as reasonably practicable” "
        "where keeping it was impractical for a reason relating to coronavirus."
    ),
)
