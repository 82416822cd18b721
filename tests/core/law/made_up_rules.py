"""Rules that are in no law, one of each kind there is, to see that a page can show any."""

from dataclasses import replace
from datetime import date, timedelta

from sendpath.core.casefile.events import Kind
from sendpath.core.law.clock import Clock, Limit, Milestone, Moves, Reading
from sendpath.core.law.clocks import Section
from sendpath.core.law.counting import (
    Days,
    DaysBefore,
    Hours,
    Months,
    SchoolDays,
    WholeDaysBetween,
    WorkingDays,
)
from sendpath.core.law.rule import (
    Contents,
    Continuing,
    Delegated,
    Held,
    Proposed,
    RuleKind,
    Span,
    Undated,
)
from sendpath.core.law.source import Confidence, Law, code_of_practice
from sendpath.core.law.wording import grounds, one_of, when

MADE_UP = Law("Made-up Regulations 2026", "regulation 1", "https://example.org/regulation/1")


def _clock(key, *, count, starts, **more):
    limit = Limit(count=count, law=MADE_UP, **more.pop("limit", {}))
    return Clock(
        **{
            "key": key,
            "duty": f"Do what {key.replace('_', ' ')} asks",
            "kind": RuleKind.DUTY,
            "owed_by": "council",
            "owed_to": "family",
            "confidence": Confidence.UNREAD,
            "starts": starts,
            "limits": (limit,),
            **more,
        }
    )


EXCLUDED = when(Kind.EXCLUSION_DECIDED, "The head excluded the pupil")
ORDERED = when(Kind.APPEAL_ORDER_MADE, "The Tribunal ordered an assessment", order=one_of("assess"))
AMENDED = when(
    Kind.APPEAL_ORDER_MADE, "The Tribunal ordered changes", order=one_of("amend_contents")
)

SCHOOL_DAYS = _clock(
    "answer_in_school_days", count=SchoolDays(15), starts=(EXCLUDED,), owed_by="governing board"
)
BY_LENGTH = _clock(
    "meet_by_length",
    count=Days(10),
    starts=(
        replace(EXCLUDED, words="A longer suspension", facts={"term_total": range(6, 16)}),
        replace(EXCLUDED, words="A permanent exclusion", facts={"exclusion_type": {"permanent"}}),
    ),
)
BY_ORDER = _clock(
    "do_as_ordered",
    count=Days(14),
    starts=(ORDERED,),
    limit={"given_by": "due_on", "moves": Moves.NEXT_WORKING_DAY},
    grounds=grounds(MADE_UP, "X_EPC", "X_NEW"),
)
CHANGE = _clock("change_as_ordered", count=Days(35), starts=(AMENDED,))
HOURS = _clock("tell_within_hours", count=Hours(72), starts=(when(Kind.BREACH_AWARE, "Known"),))
FOR_THE_YOUNG = _clock(
    "review_the_young",
    count=Months(6),
    starts=(when(Kind.FINALISED_SENT, "The plan was made"),),
    ages=range(5),
    kind=RuleKind.GUIDANCE,
)
AHEAD = _clock(
    "give_notice",
    count=DaysBefore(14),
    starts=(when(Kind.REVIEW_MEETING_DATE, "A meeting is to be held"),),
    milestones=(Milestone(key="soon", words="A good day to begin", days=-7),),
    limit={"readings": (Reading(words="clear days", count=WholeDaysBetween(14), strict=True),)},
)
STANDARD = _clock(
    "see_soon",
    count=WorkingDays(90),
    starts=(when(Kind.REFERRAL_RECEIVED, "The referral came", pathway=one_of("autism", None)),),
    kind=RuleKind.STANDARD,
    owed_by="service",
)
BY_URGENCY = _clock(
    "see_by_urgency",
    count=Days(28),
    starts=(when(Kind.REFERRAL_RECEIVED, "The referral came", pathway=one_of("ot")),),
)
BY_URGENCY = replace(
    BY_URGENCY,
    limits=(
        Limit(count=Days(7), law=MADE_UP, facts={"urgent": one_of(True)}),
        Limit(count=Days(28), law=MADE_UP, facts={"urgent": one_of(False)}),
        Limit(count=Days(28), law=MADE_UP),
    ),
)
UNDATED = Undated(
    key="tell_without_delay",
    duty="Tell the parent",
    kind=RuleKind.DUTY,
    owed_by="head",
    owed_to="parent",
    confidence=Confidence.SECONDARY,
    law=MADE_UP,
    starts=(EXCLUDED,),
    how_soon="without delay",
)
CONTENTS = Contents(
    key="say_in_the_notice",
    duty="Say in the notice how to appeal",
    kind=RuleKind.DUTY,
    owed_by="head",
    owed_to="parent",
    confidence=Confidence.READ,
    law=MADE_UP,
    acts=(EXCLUDED,),
    parts=(("reasons", "the reasons"), ("rights", "the right to be heard")),
    otherwise="A notice that leaves one out is faulty.",
)
DELEGATED = Delegated(
    key="the_same_elsewhere",
    duty="Do the same elsewhere",
    kind=RuleKind.DERIVED,
    owed_by="council",
    owed_to="family",
    confidence=Confidence.READ,
    law=MADE_UP,
    counted_by=("do_as_ordered", "no_such_rule"),
)
CONTINUING = Continuing(
    key="keep_the_plan",
    duty="Secure what the plan says",
    kind=RuleKind.STATE,
    owed_by="council",
    owed_to="child",
    confidence=Confidence.READ,
    law=MADE_UP,
    code="9.131",
    says="It must be there from the day the plan is made.",
)
PROPOSED = Proposed(
    key="new_thing",
    duty="Ask before leaving",
    kind=RuleKind.FUTURE,
    owed_by="parent",
    owed_to="council",
    confidence=Confidence.SECONDARY,
    law=MADE_UP,
    status="It has been passed and has not begun.",
    says="A parent would have to ask first.",
    meanwhile="keep_the_plan",
    asked_by=(when(Kind.EHE_WITHDRAWAL_REQUESTED, "A parent asked to leave"),),
)


def _bar(history, calendars):
    return tuple(
        Held(
            status="barred",
            says="Nothing need be looked at until then.",
            since=event.occurred_on,
            until=event.occurred_on + timedelta(days=181),
            because=event,
        )
        for event in history
        if event.kind is Kind.ASSESSMENT_COMPLETED
    )


SPAN = Span(
    key="six_months_bar",
    duty="Leave a request unread for six months",
    kind=RuleKind.STATE,
    owed_by="council",
    owed_to="family",
    confidence=Confidence.SECONDARY,
    law=code_of_practice("9.8"),
    statuses={"barred": "Nothing need be looked at."},
    reads=_bar,
)

COURTS = Section(
    letter="D",
    title="Orders",
    folder="orders",
    rules=(BY_ORDER, CHANGE, DELEGATED, CONTINUING, SPAN, FOR_THE_YOUNG, AHEAD),
)
SCHOOLS = Section(
    letter="L",
    title="Schools",
    folder="schools",
    rules=(
        SCHOOL_DAYS,
        BY_LENGTH,
        BY_URGENCY,
        UNDATED,
        CONTENTS,
        HOURS,
        STANDARD,
        PROPOSED,
    ),
)
SECTIONS = (COURTS, SCHOOLS)
RULES = {rule.key: rule for section in SECTIONS for rule in section.rules}
A_DAY = date(2026, 3, 2)
