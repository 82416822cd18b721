"""The stage of a case, derived from its events by one table.

The stages are those of the assessment, the plan and its review under Part 3 of the Children and
Families Act 2014; docs/stages.md is made from this file and numbers its rows alike. A stage is
never stored as a fact: it is worked out from standing events, so that it can be worked out
again for any past day. An event that is not expected is accepted as what it is, with a warning:
a record with gaps must still have a stage.
"""

from __future__ import annotations

from collections.abc import Iterable

from sendpath.core.casefile.events import Event
from sendpath.core.casefile.events import Kind as K
from sendpath.core.casefile.states import (
    ANY,
    CLOSED,
    MAINTAINED,
    UNDECIDED,
    Guard,
    Move,
    Row,
    Stage,
    Told,
    missing,
    repeated,
    told,
)
from sendpath.core.casefile.walk import Table, Walk

__all__ = ["NEEDS", "ROWS", "TABLE", "Stage", "stage"]

NO_CASE, REQUESTED, ASSESSING = Stage.NO_CASE, Stage.REQUESTED, Stage.ASSESSING
REFUSED, NO_PLAN, AGREED, DRAFT = Stage.REFUSED, Stage.NO_PLAN, Stage.PLAN_AGREED, Stage.DRAFT
FINAL, REVIEWING, AMENDING = Stage.FINAL, Stage.REVIEWING, Stage.AMENDING
REASSESSING, CEASING, CEASED = Stage.REASSESSING, Stage.CEASING, Stage.CEASED
TRANSFERRED, DETAINED = Stage.TRANSFERRED_OUT, Stage.DETAINED_KEPT

OVER = {NO_CASE, CEASED, TRANSFERRED}
NOT_ASSESSED = {*OVER, REQUESTED, REFUSED}
IN_USE = {FINAL, REVIEWING, AMENDING}
NO_DECISION_NEEDED = ("1", "5", "7", "8")
"""Why a plan ends without a decision to cease, in the codes of the SEN2 return: too old, moved
to another council, moved abroad, died."""


def no(what: str, here: str, *, first: str = "") -> str:
    """Return the sentence for what is missing before an event, and what to record `first`."""
    return (
        f"The record has no {what} before this {here}. If the {first or what} is known, record it "
        f"first."
    )


def second(what: str) -> str:
    """Return the sentence for a second of what there is to be one of."""
    return f"The record has {what} already. If this one is right, mark the other as a mistake."


def settled(order: str | tuple[str, ...], *, terms: str | tuple[str, ...] = (),
            ground: str | tuple[str, ...] = ()) -> tuple[Told, ...]:  # fmt: skip
    """Return what settles a dispute: an order, an agreement, or an appeal not opposed."""
    ways = (
        told(K.APPEAL_ORDER_MADE, order=order),
        told(K.AGREEMENT_MADE, terms=terms),
        told(K.APPEAL_UNOPPOSED, ground=ground),
    )
    return tuple(way for way in ways if all(way.facts.values()))


NO_REQUEST = no("open request", "decision", first="request")
NO_REVIEW = no("review under way", "decision", first="review meeting")
REQUEST = (told(K.REQUEST_RECEIVED), told(K.RESPONSIBILITY_BEGAN),
           told(K.DETAINED_REQUEST_RECEIVED), told(K.DETAINED_CAME_TO_ATTENTION))  # fmt: skip
DRAFTS = (told(K.DRAFT_SENT), told(K.DRAFT_SERVED))
ASSESS, REFUSE = (told(K.ASSESSMENT_DECIDED, outcome=said) for said in ("assess", "refuse"))
ISSUE, ISSUE_NONE = (told(K.PLAN_DECIDED, outcome=said) for said in ("issue", "no_plan"))
MAINTAIN, AMEND, CEASE = (
    told(K.REVIEW_DECISION_NOTIFIED, outcome=said) for said in ("maintain", "amend", "cease")
)
AMEND_WITH_NOTICE = told(K.REVIEW_DECISION_NOTIFIED, outcome="amend", notice_attached=True)
REASSESS, NOT_REASSESS = (
    told(K.REASSESSMENT_DECIDED, outcome=said) for said in ("assess", "refuse")
)

# fmt: off
ROWS = (
    Row(1, "A request arrives, or the council becomes responsible for a child.", (
        Move(REQUEST, CLOSED | {REQUESTED}, REQUESTED, afresh=True, once=second("a request"), odd=(
            repeated({ASSESSING, AGREED, DRAFT}, second("a request"), stays=True),
            repeated(MAINTAINED, "There is a plan. If a new assessment was asked for, record it as "
                     "a request for a re-assessment.", stays=True))),
    )),
    Row(2, "The council decides to assess.", (
        Move((ASSESS,), {REQUESTED, REFUSED, ASSESSING}, ASSESSING,
             once=second("a decision whether to assess"),
             odd=(missing({*OVER, NO_PLAN}, NO_REQUEST),)),
    )),
    Row(3, "The council decides not to assess.", (
        Move((REFUSE,), {REQUESTED}, REFUSED, odd=(
            missing({*OVER, NO_PLAN}, NO_REQUEST),
            repeated({ASSESSING, REFUSED}, second("a decision whether to assess")))),
    )),
    Row(4, "The request is withdrawn.", (
        Move((told(K.REQUEST_WITHDRAWN),), UNDECIDED, NO_CASE, odd=(
            missing(CLOSED, no("open request", "withdrawal", first="request"), stays=True),)),
    )),
    Row(5, "Advice arrives.", (
        Move((told(K.ADVICE_RECEIVED),), ANY - OVER, odd=(
            missing(OVER, no("open request", "advice", first="request"), stays=True),)),
    )),
    Row(6, "The council decides not to issue a plan.", (
        Move((ISSUE_NONE,), {ASSESSING}, NO_PLAN, odd=(
            missing(NOT_ASSESSED, no("decision to assess", "decision")),
            repeated({AGREED, DRAFT, NO_PLAN}, second("a decision whether to issue a plan")))),
    )),
    Row(7, "The council decides to issue a plan.", (
        Move((ISSUE,), {ASSESSING, AGREED, NO_PLAN}, AGREED,
             once=second("a decision whether to issue a plan"),
             odd=(missing(NOT_ASSESSED, no("decision to assess", "decision")),)),
    )),
    Row(8, "A draft plan is sent or served, which says that a plan will be made.", (
        Move(DRAFTS, {ASSESSING, AGREED, DRAFT}, DRAFT, odd=(
            missing({*NOT_ASSESSED, NO_PLAN}, no("decision to assess", "draft plan")),
            repeated(IN_USE, "There is a final plan. If this was a notice of amendments, record "
                     "it as that.", stays=True))),
    )),
    Row(9, "The final plan is sent.", (
        Move((told(K.FINALISED_SENT),), {DRAFT}, FINAL, guard=Guard.DRAFT_SERVED, odd=(
            missing(ANY - MAINTAINED - {DRAFT}, no("draft plan", "final plan")),
            repeated(IN_USE, "There is a final plan. If this is that plan as amended, record it "
                     "as the amended plan."))),
    )),
    Row(10, "A review meeting is held. During a re-assessment it opens nothing of its own.", (
        Move((told(K.REVIEW_MEETING_HELD),), {FINAL}, REVIEWING, afresh=True, odd=(
            missing({REVIEWING}, "The record has no decision after the review meeting before this "
                    "one. If it is known, record it.", of_entry=True),
            missing({AMENDING}, "The record has a notice of amendments before this meeting, and "
                    "nothing that came of it. If it is known, record it.", of_entry=True),
            missing(ANY - MAINTAINED, no("final plan", "review meeting"), stays=True))),
        Move((told(K.REVIEW_MEETING_HELD),), {REASSESSING}),
    )),
    Row(11, "After the review the plan stays as it is.", (
        Move((MAINTAIN,), {REVIEWING}, FINAL, odd=(
            missing({FINAL}, NO_REVIEW),
            repeated({AMENDING}, "The record has a notice of amendments before this decision. If "
                     "the council decided after all not to amend, record that."),
            repeated({CEASING}, second("a decision to cease the plan")))),
        Move((MAINTAIN,), {REASSESSING}),
        Move((told(K.REVIEW_COMPLETED),), {REVIEWING, FINAL}, FINAL),
        Move((told(K.REVIEW_COMPLETED),), {AMENDING, REASSESSING, CEASING}),
    )),
    Row(12, "After the review the plan is to be amended, and the notice of amendments is sent.", (
        Move((AMEND_WITH_NOTICE,), {REVIEWING, AMENDING}, AMENDING,
             odd=(missing({FINAL}, NO_REVIEW),)),
        Move((AMEND,), {REVIEWING, AMENDING}, guard=Guard.NOTICE_SENT,
             odd=(missing({FINAL}, NO_REVIEW, stays=True),)),
        Move((AMEND,), {REASSESSING}),
        Move((told(K.AMENDMENT_NOTICE_SENT),), {REVIEWING, AMENDING}, AMENDING, odd=(
            missing({FINAL}, no("review under way", "notice", first="review meeting") + " If there "
                    "was none, record a notice sent outside a review."),)),
    )),
    Row(13, "Notice of amendments is sent outside a review.", (
        Move((told(K.AMEND_NOTICE_SENT),), IN_USE, AMENDING),
    )),
    Row(14, "The amended plan is sent.", (
        Move((told(K.AMENDED_PLAN_SENT),), {AMENDING}, FINAL, odd=(
            missing({FINAL, REVIEWING}, no("notice of amendments", "amended plan")),
            missing({NO_CASE}, no("final plan", "amended plan")),
            repeated({CEASING}, second("a decision to cease the plan")))),
    )),
    Row(15, "The family is told that the plan will not be amended after all.", (
        Move((told(K.NO_AMENDMENT_NOTIFIED),), {AMENDING}, FINAL,
             odd=(missing({FINAL, REVIEWING}, no("notice of amendments", "decision")),)),
    )),
    Row(16, "A re-assessment is asked for.", (
        Move((told(K.REASSESSMENT_REQUESTED),), MAINTAINED,
             odd=(missing(CLOSED, no("final plan", "request"), stays=True),)),
    )),
    Row(17, "The council will re-assess: it was asked, ordered, or chose to. Or it will not.", (
        Move((REASSESS, told(K.REASSESSMENT_OWN_INITIATIVE),
              *settled("reassess", terms="assess", ground="refuse_to_reassess")),
             IN_USE, REASSESSING, afresh=True,
             odd=(repeated({REASSESSING}, second("a decision to re-assess")),)),
        Move((NOT_REASSESS,), MAINTAINED),
    )),
    Row(18, "A re-assessment ends in a final plan, or leaves the plan as it was.", (
        Move(DRAFTS, {REASSESSING}),
        Move((told(K.FINALISED_SENT),), {REASSESSING}, FINAL, guard=Guard.DRAFT_SERVED),
        Move((told(K.AMENDED_PLAN_SENT), told(K.NO_AMENDMENT_NOTIFIED)), {REASSESSING}, FINAL),
    )),
    Row(19, "Ceasing the plan is considered, consulted on, and decided.", (
        Move((told(K.CEASE_CONSIDERED), told(K.CEASE_CONSULTED)), MAINTAINED),
        Move((told(K.CEASE_DECIDED),), MAINTAINED, CEASING, afresh=True,
             once=second("a decision to cease the plan")),
        Move((CEASE,), {REVIEWING, CEASING}, CEASING, afresh=True,
             odd=(missing({FINAL, AMENDING, REASSESSING}, NO_REVIEW),)),
    )),
    Row(20, "The plan ceases, once the family can no longer appeal or its appeal is decided.", (
        Move((told(K.CEASE_TOOK_EFFECT, ground=NO_DECISION_NEEDED),), MAINTAINED, CEASED,
             guard=Guard.NO_APPEAL_OPEN),
        Move((told(K.CEASE_TOOK_EFFECT),), {CEASING}, CEASED, guard=Guard.APPEAL_OVER, odd=(
            missing({*IN_USE, REASSESSING}, no("decision to cease", "end of the plan")),
            missing({NO_CASE}, no("final plan", "end of the plan")),
            repeated({CEASED}, second("an end of the plan")))),
        Move(settled("dismiss_cease"), {CEASING}),
    )),
    Row(21, "The plan that was to cease goes on: ordered, agreed, or the appeal not opposed.", (
        Move(settled("continue", terms="continue", ground="cease"), {CEASING}, FINAL),
        Move(settled("continue_amend", terms="continue_amend"), {CEASING}, AMENDING),
    )),
    Row(22, "After a refusal the council must assess, or decide again. (An appeal that is "
            "dismissed, and an agreement about something else, change nothing.)", (
        Move(settled(("assess", "reconsider"), terms="assess", ground="refuse_to_assess"),
             {REFUSED, NO_PLAN}, ASSESSING, afresh=True,
             odd=(missing({*OVER, REQUESTED}, no("refusal", "outcome")),)),
        Move(settled("assess", terms="assess", ground="refuse_to_assess"), {ASSESSING}),
        Move(settled("dismiss", terms="other"), ANY),
    )),
    Row(23, "After a decision not to issue a plan the council must make one.", (
        Move(settled("make_plan", terms="make_plan", ground="refuse_to_issue"),
             {NO_PLAN}, AGREED, afresh=True,
             odd=(missing({*NOT_ASSESSED, ASSESSING}, no("decision about a plan", "outcome")),)),
        Move(settled("make_plan", terms="make_plan", ground="refuse_to_issue"), {AGREED, DRAFT}),
    )),
    Row(24, "The plan must be amended: ordered, agreed, or the appeal is not opposed.", (
        Move(settled(("amend_contents", "amend_school"), terms=("amend_contents", "amend_school"),
                     ground=("contents", "refuse_to_amend")), IN_USE, AMENDING),
    )),
    Row(25, "A child with a plan moves: the plan goes to the new council, which keeps it.", (
        Move((told(K.MOVE_KNOWN),), ANY),
        Move((told(K.MOVE_OCCURRED),), MAINTAINED),
        Move((told(K.PLAN_TRANSFERRED_OUT),), MAINTAINED, TRANSFERRED,
             odd=(missing(ANY - MAINTAINED, no("final plan", "transfer"), stays=True),)),
        Move((told(K.PLAN_TRANSFERRED_IN), told(K.PLAN_MADE)), ANY - MAINTAINED, FINAL),
        Move((told(K.PLAN_TRANSFERRED_IN), told(K.PLAN_MADE)), MAINTAINED),
    )),
    Row(26, "A child without a plan moves: the old council’s case ends. The new council’s begins "
            "by row 1.", (
        Move((told(K.MOVE_OCCURRED),), UNDECIDED, NO_CASE),
        Move((told(K.MOVE_OCCURRED),), CLOSED),
    )),
    Row(27, "A move to the next phase of education is planned.", (
        Move((told(K.PHASE_TRANSFER_PLANNED),), ANY),
    )),
    Row(28, "The child or young person is detained; on release the case is where it has got to.", (
        Move((told(K.DETAINED),), ANY, DETAINED, once=second("a detention")),
        Move((told(K.RELEASED),), ANY),
    )),
    Row(29, "Rights pass to the young person, or to somebody who acts for them.", (
        Move((told(K.REPRESENTATION_CHANGED),), ANY),
    )),
)

APPEAL = (K.APPEAL_RECEIVED, K.APPEAL_LA_RECEIVED)
NEEDS = {
    K.REASSESSMENT_DECIDED: ((K.REASSESSMENT_REQUESTED,),
                             no("request for a re-assessment", "decision")),
    K.CEASE_DECIDED: ((K.CEASE_CONSULTED,), no("consultation of the family and the setting",
                                               "decision", first="day")),
    K.APPEAL_UNOPPOSED: (APPEAL, no("appeal", "notification")),
    K.APPEAL_ORDER_MADE: (APPEAL, no("appeal", "order")),
    K.APPEAL_DETERMINED: (APPEAL, no("appeal", "decision")),
    K.APPEAL_WITHDRAWN: (APPEAL, no("appeal", "withdrawal")),
    K.RELEASED: ((K.DETAINED,), no("detention", "release")),
}
"""Of the kinds named, one must be on record somewhere before the event, or that is said."""
# fmt: on

TABLE = Table(ROWS, NEEDS)


def stage(history: Iterable[Event]) -> Stage:
    """Return the stage that standing events, in the order they happened, have led to."""
    return Walk(TABLE).over(history).stage
