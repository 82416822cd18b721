"""Rules of an assessment that set no day of their own.

Consulting, telling and asking for advice must not wait, and no number of days makes them late:
what is shown is how long they have waited. Once the council has decided, it is too late to
consult or to tell anyone that it is considering.
"""

from sendpath.core.casefile.events import Kind
from sendpath.core.law.rule import Contents, Delegated, Repeats, RuleKind, Undated
from sendpath.core.law.source import Confidence, regulation, section
from sendpath.core.law.wording import (
    AGREED,
    CASE_CLOSED,
    COUNCIL,
    FINALISED,
    MOVED_AWAY,
    NO_PLAN,
    NOTICE_PARTS,
    REFUSED,
    REQUEST_OR_RESPONSIBILITY,
    WITHDRAWN,
    notices_of,
    when,
)

DECIDED = when(Kind.ASSESSMENT_DECIDED, "The council decided whether to assess")

UNDATED = (
    Undated(
        key="consult_on_request",
        duty="Ask the family what it thinks about an assessment",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        starts=REQUEST_OR_RESPONSIBILITY,
        done_by=(when(Kind.FAMILY_CONSULTED, "The family was asked"),),
        ended_by=(DECIDED, WITHDRAWN, *MOVED_AWAY),
        closes_case=CASE_CLOSED,
        repeats=Repeats.FIRST_COUNTS,
        how_soon="as soon as practicable, and before the council decides",
        law=section("36(4)"),
        also=(regulation("3"),),
        code="9.11 to 9.13",
        confidence=Confidence.SECONDARY,
        follows="The 6 weeks run on, whether or not the family has answered.",
    ),
    Undated(
        key="notify_considering_assessment",
        duty="Tell health, social care and the setting that an assessment is being considered",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="health commissioner, social care, head, principal or early years SENCO",
        starts=REQUEST_OR_RESPONSIBILITY,
        done_by=(when(Kind.PARTIES_NOTIFIED, "They were told"),),
        ended_by=(DECIDED, WITHDRAWN, *MOVED_AWAY),
        closes_case=CASE_CLOSED,
        repeats=Repeats.FIRST_COUNTS,
        how_soon="while the council is considering it, so soon after the request arrives",
        law=regulation("4(2)"),
        also=(regulation("5(2)"),),
        code="9.12",
        confidence=Confidence.SECONDARY,
        follows="The same people must be told what the council decides.",
    ),
    Undated(
        # Met by the first request: the regulation asks several bodies, and which of them have
        # been asked is told by the runs of provide_advice, one for each.
        key="seek_advice",
        duty="Ask for the advice that an assessment needs",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person, and everyone regulation 6(1) names",
        starts=(AGREED,),
        done_by=(
            when(Kind.ADVICE_REQUESTED, "Advice was asked for"),
            when(Kind.EXISTING_ADVICE_ACCEPTED, "Advice already held was agreed to be enough"),
        ),
        ended_by=(WITHDRAWN, *MOVED_AWAY, NO_PLAN, FINALISED),
        closes_case=CASE_CLOSED,
        repeats=Repeats.FIRST_COUNTS,
        how_soon="in time for the assessment, which nothing here makes any longer",
        law=regulation("6"),
        also=(section("36(8)"),),
        code="9.45 to 9.55",
        confidence=Confidence.SECONDARY,
        follows="Each adviser has six weeks. Advice agreed to be enough is not asked for again.",
    ),
    Contents(
        key="refusal_to_assess_notice_content",
        duty="Say in a refusal to assess what the family may do about it",
        kind=RuleKind.DUTY,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        acts=(REFUSED, *notices_of("refusal_to_assess")),
        parts=NOTICE_PARTS,
        otherwise="A notice that leaves any of it out is a reason for a late appeal to be heard.",
        law=regulation("5(3)"),
        also=(regulation("32"),),
        code="9.18 to 9.19",
        confidence=Confidence.READ,
        follows="The family may appeal, after hearing about mediation.",
    ),
    Delegated(
        key="draft_plan_practical_latest",
        duty="Serve the draft in time to leave the family its 15 days",
        kind=RuleKind.DERIVED,
        owed_by=COUNCIL,
        owed_to="parent or young person",
        counted_by=("issue_final_plan",),
        milestone="draft_practical_latest",
        law=regulation("13(1)(a)"),
        also=(regulation("13(2)"),),
        code="9.44, 9.77",
        confidence=Confidence.READ,
        follows="No law names this day: it is the 20 weeks less the 14 days that must come after.",
    ),
)
