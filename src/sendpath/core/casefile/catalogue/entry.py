"""The words in which a kind of event is asked for and read back.

One `Entry` is one thing that an officer may say has happened. Its questions are the facts
that the law reads, in words: each answer is stored as a code, a date, a whole number or a
reference, never as prose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sendpath.core.casefile.events import Event, Fact, Kind
from sendpath.core.dates import in_words


class About(StrEnum):
    """Whose record an entry belongs in: only a child's has a page that asks what happened."""

    CHILD = "a child or young person"
    SETTING = "a school, college or nursery"
    AREA = "the whole area"


class Group(StrEnum):
    """The part of a case's life an entry belongs to, as a heading above it."""

    REQUEST = "Request and assessment"
    ADVICE = "Advice"
    PLAN = "Plan"
    PLACEMENT = "Placement"
    PROVISION = "Provision in the plan"
    DIRECT_PAYMENTS = "Direct payments"
    REVIEW = "Review"
    REASSESSMENT = "Re-assessment"
    CEASING = "Ceasing"
    NOTICES = "Notices"
    EXCEPTIONS = "Exceptions"
    MOVING = "Moving area"
    HEALTH_COMMISSIONER = "Health commissioner"
    CUSTODY = "Custody"
    MEDIATION = "Mediation"
    APPEAL = "Appeal"
    CHILD = "Changes for the child or young person"
    SUPPORT = "SEN support in school"
    EXCLUSION = "Suspension and exclusion"
    ATTENDANCE = "Attendance and the school roll"
    OUT_OF_SCHOOL = "Home education and alternative provision"
    HEALTH = "Health services"
    SOCIAL_CARE = "Social care"
    COMPLAINTS = "Complaints and claims"
    INFORMATION = "Requests for information, and personal data"
    SETTINGS = "What a school, college or nursery owes"
    AREA = "What the whole area owes"
    OTHER = "Anything else"


class Answer(StrEnum):
    """What shape an answer has."""

    CHOICE = "choice"
    DATE = "date"
    TIME = "time"
    """Of the day, as 17:30."""
    COUNT = "count"
    """A whole number."""
    REFERENCE = "reference"
    SCHOOL = "school"
    """The URN of a school, by whose term dates something is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fact asked for beside the date.

    `missing` is what the page says when it is left out; without it the fact may be left out.
    A choice pairs each stored code with its words. A day that is `past` may not be still to come.
    A count is `called` something inside a sentence, and lies in `within`.
    """

    fact: str
    asks: str
    answer: Answer
    choices: tuple[tuple[Fact, str], ...] = ()
    missing: str = ""
    hint: str = ""
    past: bool = False
    called: str = ""
    within: range = range(0)

    def in_words(self, value: Fact) -> str:
        """Return a stored fact as a person would say it; an unknown code as it stands."""
        if self.answer is Answer.DATE and value:
            return in_words(date.fromisoformat(str(value)))
        # True equals 1 in Python, so the type must agree too
        words = (said for code, said in self.choices if code == value and type(code) is type(value))
        return next(words, str(value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that may be recorded as having happened.

    `called` names its date inside a sentence, as in “the date the plan was sent”. `fixed`
    holds facts that are not asked for, because choosing this entry has said them. `span` names
    the facts that are a first day and one not before it; with `or_term_dates` both may be left
    out, for the term dates of the school named then tell them. `known_as` holds other names for
    it, by which a search finds it.
    """

    kind: Kind
    group: Group
    happened: str
    asks: str
    called: str
    recorded_by: str = "SEND officer"
    questions: tuple[Question, ...] = ()
    fixed: Mapping[str, Fact] = field(default_factory=dict)
    span: tuple[str, str] | None = None
    or_term_dates: bool = False
    about: About = About.CHILD
    known_as: str = ""

    @property
    def key(self) -> str:
        """Return the name of this entry in an address: the kind, and what sets it apart."""
        return ".".join([self.kind.value, *(str(value) for value in self.fixed.values())])

    def tells(self, event: Event) -> bool:
        """Say whether this entry is the one an event was recorded as."""
        return event.kind is self.kind and all(
            event.facts.get(name) == value for name, value in self.fixed.items()
        )

    def facts_in_words(self, event: Event) -> tuple[tuple[str, str], ...]:
        """Return what was answered, each with its question, in the order asked."""
        return tuple(
            (question.asks, question.in_words(event.facts[question.fact]))
            for question in self.questions
            if event.facts.get(question.fact) not in (None, "")
        )


def choose(
    fact: str, asks: str, choices: Mapping[str, str], *, missing: str = "", hint: str = ""
) -> Question:
    """Return a question answered by one of a few codes."""
    return Question(
        fact=fact,
        asks=asks,
        answer=Answer.CHOICE,
        choices=tuple(choices.items()),
        missing=missing,
        hint=hint,
    )


def yes_or_no(fact: str, asks: str, *, missing: str = "", hint: str = "") -> Question:
    """Return a question answered by yes or no."""
    return Question(
        fact=fact,
        asks=asks,
        answer=Answer.CHOICE,
        choices=((True, "Yes"), (False, "No")),
        missing=missing,
        hint=hint,
    )


def day(fact: str, asks: str, *, missing: str = "", hint: str = "", past: bool = False) -> Question:
    """Return a question answered by a date. `missing` names the date when it is needed."""
    return Question(fact=fact, asks=asks, answer=Answer.DATE, missing=missing, hint=hint, past=past)


def time_of_day(fact: str, asks: str, *, hint: str = "") -> Question:
    """Return a question answered by a time of day, which may always be left out."""
    return Question(fact=fact, asks=asks, answer=Answer.TIME, hint=hint)


def count(
    fact: str, asks: str, *, called: str, within: range, needed: bool = False, hint: str = ""
) -> Question:
    """Return a question answered by a whole number, as in `called="the number of days"`."""
    return Question(
        fact=fact,
        asks=asks,
        answer=Answer.COUNT,
        called=called,
        within=within,
        missing=f"Enter {called}" if needed else "",
        hint=hint,
    )


def reference(fact: str, asks: str, *, missing: str = "", hint: str = "") -> Question:
    """Return a question answered by a number or id, never by a name."""
    return Question(fact=fact, asks=asks, answer=Answer.REFERENCE, missing=missing, hint=hint)


def school(asks: str, *, missing: str = "", hint: str = "") -> Question:
    """Return a question answered by the URN of the school by whose term dates to count."""
    return Question(fact="calendar", asks=asks, answer=Answer.SCHOOL, missing=missing, hint=hint)
