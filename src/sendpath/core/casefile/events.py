"""What has happened in a case, as facts that are never edited.

A case's history is a series of events. Its stage, its deadlines and its line in the
worklist are all worked out from that history, so they can be worked out again for any
past day when a parent, an inspector or the Ombudsman asks.

A wrong fact is not changed. A later event replaces it, or voids it, and all of them stay
on record. The law looks at `occurred_on` only; `recorded_at` says what was known when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
Fact = str | int | bool | None
"""A fact is a date in ISO form, a code, a count or an id: never prose, never a name."""


class Kind(StrEnum):
    """What happened. The values are stored: add to them, never rename one."""

    # Enum's own hash is a Python call; kinds are looked up for every event of every clock.
    __hash__ = str.__hash__

    # 2.1 person, calendars, corrections
    PERSON_REGISTERED = "person.registered"
    PERSON_BORN = "person.born"
    ADDRESS_CHANGED = "person.address_changed"
    REPRESENTATION_CHANGED = "person.representation_changed"
    SETTING_CHANGED = "person.setting_changed"
    LEFT_SETTING = "yp.left_setting"
    NEET = "yp.neet"
    SCHOOL_CALENDAR_PUBLISHED = "calendar.school_published"
    TERM_START = "term.start"
    BANK_HOLIDAYS_PUBLISHED = "calendar.bank_holidays_published"
    RULESET_PUBLISHED = "ruleset.published"
    RECORD_CORRECTED = "record.corrected"
    RECORD_VOIDED = "record.voided"
    NOTE_ADDED = "record.note_added"
    # 2.2 notices and exceptions
    NOTICE_SENT = "notice.sent"
    NOTICE_RETURNED = "notice.returned"
    NOTICE_READ = "notice.read"
    NOTICE_DEEMED_SERVED = "notice.deemed_served"
    EXCEPTION_CLAIMED = "exception.claimed"
    EXCEPTION_ENDED = "exception.ended"
    EXCEPTION_REJECTED = "exception.rejected"
    # 2.3 request and assessment
    REQUEST_RECEIVED = "ehc.request_received"
    FORM_COMPLETED = "ehc.form_completed"
    REQUEST_WITHDRAWN = "ehc.request_withdrawn"
    RESPONSIBILITY_BEGAN = "ehc.responsibility_began"
    FAMILY_CONSULTED = "ehc.family_consulted"
    PARTIES_NOTIFIED = "ehc.parties_notified"
    ASSESSMENT_DECIDED = "ehc.assessment_decided"
    ADVICE_REQUESTED = "advice.requested"
    EXISTING_ADVICE_ACCEPTED = "advice.existing_accepted"
    ADVICE_RECEIVED = "advice.received"
    ADVICE_RETURNED = "advice.returned_for_quality"
    APPOINTMENT_OFFERED = "advice.appointment_offered"
    APPOINTMENT_MISSED = "advice.appointment_missed"
    ASSESSMENT_COMPLETED = "ehc.assessment_completed"
    PLAN_DECIDED = "ehc.plan_decided"
    # 2.4 plan and placement
    DRAFT_SENT = "plan.draft_sent"
    DRAFT_SERVED = "plan.draft_served"
    REPRESENTATIONS_RECEIVED = "plan.representations_received"
    PLAN_MEETING_REQUESTED = "plan.meeting_requested"
    PLAN_MEETING_HELD = "plan.meeting_held"
    PLACEMENT_REQUESTED = "placement.requested"
    CONSULTATION_SENT = "placement.consultation_sent"
    CONSULTATION_RESPONSE = "placement.consultation_response"
    PLACEMENT_OFFERED = "placement.offered"
    PLACEMENT_STARTED = "placement.started"
    PLACEMENT_ENDED = "placement.ended"
    FINALISED_SENT = "plan.finalised_sent"
    PLAN_MADE = "plan.made"
    PROVISION_STARTED = "provision.line_started"
    PROVISION_GAP = "provision.line_gap"
    PROVISION_RESTORED = "provision.line_restored"
    AMEND_NOTICE_SENT = "amend.notice_sent"
    BUDGET_REQUESTED = "pb.requested"
    BUDGET_REFUSED = "pb.refused"
    BUDGET_FIRST_PAYMENT = "pb.first_payment"
    BUDGET_REVIEWED = "pb.reviewed"
    BUDGET_STOP_NOTICE = "pb.stop_notice"
    # 2.5 review, re-assessment, ceasing, phase
    REVIEW_MEETING_DATE = "review.meeting_date"
    REVIEW_INVITATIONS_SENT = "review.invitations_sent"
    REVIEW_ADVICE_CIRCULATED = "review.advice_circulated"
    REVIEW_MEETING_HELD = "review.meeting_held"
    REVIEW_REPORT_SENT = "review.report_sent"
    REVIEW_DECISION_NOTIFIED = "review.decision_notified"
    AMENDMENT_NOTICE_SENT = "review.amendment_notice_sent"
    AMENDMENT_NOTICE_SERVED = "review.amendment_notice_served"
    NO_AMENDMENT_NOTIFIED = "review.no_amend_notified"
    AMENDED_PLAN_SENT = "review.amended_plan_sent"
    REVIEW_COMPLETED = "review.completed"
    REASSESSMENT_REQUESTED = "reassess.requested"
    REASSESSMENT_DECIDED = "reassess.decision_notified"
    REASSESSMENT_OWN_INITIATIVE = "reassess.decided_own_initiative"
    CEASE_CONSIDERED = "cease.considered"
    CEASE_CONSULTED = "cease.consulted"
    CEASE_DECIDED = "cease.decided"
    CEASE_TOOK_EFFECT = "cease.took_effect"
    PHASE_TRANSFER_PLANNED = "phase.transfer_planned"
    TRANSITION_PROTECTED = "transition.protection_recorded"
    # 2.6 dispute
    MEDIATION_CONTACTED = "mediation.adviser_contacted"
    MEDIATION_DECLINED = "mediation.declined"
    MEDIATION_REQUESTED = "mediation.requested"
    MEDIATION_ICB_NOTIFIED = "mediation.icb_notified"
    MEDIATION_LA_UNABLE = "mediation.la_unable"
    MEDIATION_HELD = "mediation.held"
    CERTIFICATE_ISSUED = "mediation.certificate_issued"
    AGREEMENT_MADE = "mediation.agreement_made"
    APPEAL_RECEIVED = "appeal.received"
    APPEAL_LA_RECEIVED = "appeal.la_received"
    APPEAL_LA_RESPONDED = "appeal.la_responded"
    APPEAL_UNOPPOSED = "appeal.unopposed_notified"
    APPEAL_DIRECTIONS_MADE = "appeal.directions_made"
    APPEAL_ORDER_MADE = "appeal.order_made"
    APPEAL_REASONS_SENT = "appeal.reasons_sent"
    APPEAL_WITHDRAWN = "appeal.withdrawn"
    APPEAL_DETERMINED = "appeal.determined"
    APPEAL_EXTENSION_GRANTED = "appeal.extension_granted"
    RECOMMENDATION_MADE = "tribunal.recommendation_made"
    RECOMMENDATION_RESPONDED = "tribunal.recommendation_responded"
    DISCRIMINATION = "discrimination.act"
    COMPLAINT_RECEIVED = "complaint.received"
    COMPLAINT_ACKNOWLEDGED = "complaint.acknowledged"
    COMPLAINT_STAGE1_REPLIED = "complaint.stage1_replied"
    COMPLAINT_STAGE2_ACKNOWLEDGED = "complaint.stage2_acknowledged"
    COMPLAINT_MATTER_KNOWN = "complaint.matter_known"
    COMPLAINT_LGSCO_DECISION = "complaint.lgsco_decision"
    DECISION_MADE = "decision.date"
    # 2.7 moves, custody, health commissioner
    MOVE_KNOWN = "move.known"
    MOVE_OCCURRED = "move.occurred"
    PLAN_TRANSFERRED_OUT = "plan.transferred_out"
    PLAN_TRANSFERRED_IN = "plan.transferred_in"
    MOVE_FAMILY_INFORMED = "move.family_informed"
    ICB_CHANGE_KNOWN = "icb.change_known"
    ICB_NOTIFIED = "icb.notified"
    ICB_REVIEW_REQUESTED = "icb.review_requested"
    DETAINED_REQUEST_RECEIVED = "detained.request_received"
    DETAINED_CAME_TO_ATTENTION = "detained.came_to_attention"
    DETAINED = "detained.detained"
    RELEASED = "detained.released"
    # 2.8 school, attendance, exclusion, home education, alternative provision
    SENCO_APPOINTED = "senco.appointed"
    SENCO_QUALIFIED = "senco.qualified"
    SEP_STARTED = "senco.sep_started"
    SEN_CYCLE_REVIEWED = "senco.cycle_reviewed"
    SEN_INFO_PUBLISHED = "school.sen_info_published"
    LOCAL_OFFER_COMMENTS_PUBLISHED = "local_offer.comments_published"
    EXCLUSION_RISK_FLAGGED = "exclusion.risk_flagged"
    EXCLUSION_DECIDED = "exclusion.decided"
    EXCLUSION_FIRST_DAY = "exclusion.first_day"
    EXCLUSION_CANCELLED = "exclusion.cancelled"
    BOARD_INFORMED = "exclusion.board_informed"
    BOARD_MET = "exclusion.board_met"
    BOARD_DECISION_GIVEN = "exclusion.board_decision_given"
    IRP_APPLIED = "exclusion.irp_applied"
    IRP_MET = "exclusion.irp_met"
    IRP_DECISION_GIVEN = "exclusion.irp_decision_given"
    SUSPENSION_TOTAL = "exclusion.suspension_total"
    EXCLUSION_EDUCATION_STARTED = "exclusion.education_started"
    ABSENCE_BEGAN = "attendance.absence_began"
    ABSENCE_ENDED = "attendance.absence_ended"
    HEALTH_ABSENCE_BEGAN = "attendance.health_absence_began"
    ILLNESS_DAYS = "attendance.illness_days"
    ROLL_ADDED = "attendance.roll_added"
    ROLL_DELETED = "attendance.roll_deleted"
    AP_STARTED = "ap.started"
    AP_ENDED = "ap.ended"
    EHE_STARTED = "ehe.started"
    EHE_WITHDRAWAL_REQUESTED = "ehe.withdrawal_requested"
    EHE_CONSENT_REQUESTED = "ehe.special_consent_requested"
    EHE_CONSENT_DECIDED = "ehe.special_consent_decided"
    EHE_NOTICE_SERVED = "ehe.s437_notice_served"
    EHE_ORDER_MADE = "ehe.sao_made"
    EHE_ENDED = "ehe.ended"
    CNIS_REGISTERED = "cnis.registered"
    # 2.9 health and social care
    SEN_SUSPECTED = "health.sen_suspected"
    REFERRAL_RECEIVED = "health.referral_received"
    WAIT_PAUSED = "health.clock_paused"
    FIRST_CONTACT = "health.first_contact"
    HEALTH_ASSESSMENT_STARTED = "health.assessment_started"
    HEALTH_OUTCOME_GIVEN = "health.outcome_given"
    WAIT_STOPPED = "health.clock_stopped"
    CARE_REFERRAL_RECEIVED = "care.referral_received"
    CARE_ASSESSMENT_COMPLETED = "care.assessment_completed"
    STRATEGY_DISCUSSION = "care.strategy_discussion"
    ICPC_HELD = "care.icpc_held"
    BECAME_LOOKED_AFTER = "care.became_looked_after"
    LAC_REVIEW_HELD = "care.lac_review_held"
    CEASED_LOOKED_AFTER = "care.ceased_looked_after"
    # 2.10 information rights, inspection
    SAR_RECEIVED = "sar.received"
    SAR_PAUSED = "sar.clock_paused"
    SAR_EXTENDED = "sar.extended"
    SAR_CLOSED = "sar.closed"
    FOI_RECEIVED = "foi.received"
    EDUCATION_RECORD_REQUESTED = "record.requested"
    BREACH_AWARE = "breach.aware"
    INSPECTION_REPORT_FINAL = "inspection.report_final"
    ACTION_PLAN_SUBMITTED = "inspection.pap_submitted"
    # beyond the catalogue: a duty whose doing has no event of its own (ADR 9)
    DUTY_DONE = "duty.done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact: what happened, on what day, and when we wrote it down."""

    number: int
    kind: Kind
    occurred_on: date
    recorded_at: datetime
    facts: Mapping[str, Fact] = field(default_factory=dict)
    replaces: int | None = None
    voids: int | None = None


def standing(events: Iterable[Event], *, known_at: datetime | None = None) -> tuple[Event, ...]:
    """Return the events that still hold, in the order in which they happened.

    Left out are events that a later one replaces or voids, and the voiding events
    themselves. Voiding a replacement restores what it replaced: the history is then
    exactly as it was before. With `known_at`, events recorded after that moment are
    ignored: the answer is what the authority knew then, whatever it has learnt since.
    """
    known = sorted(
        (e for e in events if known_at is None or e.recorded_at <= known_at),
        key=lambda e: e.number,
    )
    voided: set[int] = set()
    for event in reversed(known):
        if event.voids is not None and event.number not in voided:
            voided.add(event.voids)
    replaced = {e.replaces for e in known if e.replaces is not None and e.number not in voided}
    return tuple(
        sorted(
            (
                e
                for e in known
                if e.voids is None and e.number not in voided and e.number not in replaced
            ),
            key=lambda e: (e.occurred_on, e.number),
        )
    )


def with_birth(events: Iterable[Event], born: date) -> tuple[Event, ...]:
    """Return a case's events with the day the person was born, unless they tell it already.

    Whose case it is stands outside the record, and some rules ask how old they are. The birth
    is entry 0, known from the earliest moment there is, so that it is known on any past day.
    """
    told = tuple(events)
    if any(event.kind is Kind.PERSON_BORN for event in told):
        return told
    return (
        Event(number=0, kind=Kind.PERSON_BORN, occurred_on=born, recorded_at=EARLIEST),
        *told,
    )
