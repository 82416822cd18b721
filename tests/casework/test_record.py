"""Facts are added, corrected and voided; none is ever changed, and deadlines follow."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from sendpath.audit.models import AuditEntry
from sendpath.casework.models import AppendOnly, CaseEvent
from sendpath.casework.services import deadlines, record
from sendpath.casework.services.record import NewEvent, Reason
from sendpath.core.casefile.events import Kind

pytestmark = pytest.mark.django_db

REQUEST = date(2025, 11, 24)  # so the plan is due on 13 April 2026
TODAY = date(2026, 1, 19)


@pytest.fixture
def case(make_case, today):
    today(TODAY)
    return make_case((Kind.REQUEST_RECEIVED, REQUEST, {"by": "parent"}))


def due(case, clock="issue_final_plan"):
    return [row.due_on for row in case.deadlines.filter(clock=clock)]


def test_recording_a_request_starts_its_clocks(case):
    assert due(case, "decide_whether_to_assess") == [date(2026, 1, 5)]
    assert due(case, "decide_not_to_issue_notify") == [date(2026, 3, 16)]
    assert due(case) == [date(2026, 4, 13)]


def test_correcting_the_request_moves_the_dates_and_keeps_both_facts(case, priya):
    record.correct_event(
        case=case,
        number=1,
        occurred_on=date(2025, 11, 21),
        facts={"by": "parent"},
        reason=Reason.FAMILY_POINTED_OUT,
        by=priya,
    )

    assert due(case) == [date(2026, 4, 10)]
    assert list(case.events.values_list("number", "occurred_on", "replaces")) == [
        (1, REQUEST, None),
        (2, date(2025, 11, 21), 1),
    ]


def test_voiding_the_correction_restores_the_first_date(case, priya):
    record.correct_event(
        case=case,
        number=1,
        occurred_on=date(2025, 11, 21),
        facts={},
        reason=Reason.MISTYPED,
        by=priya,
    )

    record.void_event(case=case, number=2, reason=Reason.WRONG_CASE, by=priya)

    assert due(case) == [date(2026, 4, 13)]


def test_voiding_the_request_leaves_no_deadline(case, priya):
    record.void_event(case=case, number=1, reason=Reason.DID_NOT_HAPPEN, by=priya)

    assert list(case.deadlines.all()) == []


def test_what_has_not_happened_yet_is_refused(case, priya):
    with pytest.raises(ValidationError, match="today or in the past"):
        record.record_event(
            case=case,
            new=NewEvent(kind=Kind.DRAFT_SENT, occurred_on=date(2026, 1, 20)),
            by=priya,
        )

    assert case.events.count() == 1


def test_a_date_before_the_law_is_refused_in_words(make_case, priya):
    with pytest.raises(ValidationError, match="began on Monday 1 September 2014"):
        make_case((Kind.REQUEST_RECEIVED, date(2013, 1, 7)))

    assert not CaseEvent.objects.exists()


def test_an_imported_date_before_the_law_is_seen_and_not_lost(make_case, priya):
    case = make_case()
    early = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=date(2013, 1, 7))

    record.record_events(additions={case.pk: [early]}, by=priya, source="sen2-2026")

    rows = case.deadlines.values_list("clock", "due_on")
    assert list(rows) == [(deadlines.NOT_WORKED_OUT, date(2013, 1, 7))]


def test_two_people_cannot_correct_the_same_entry(case, priya):
    correction = {"facts": {}, "reason": Reason.MISTYPED, "by": priya}
    record.correct_event(case=case, number=1, occurred_on=date(2025, 11, 21), **correction)

    with pytest.raises(ValidationError, match="already corrected"):
        record.correct_event(case=case, number=1, occurred_on=date(2025, 11, 20), **correction)


def test_a_correction_keeps_the_kind_of_event(case, priya):
    with pytest.raises(ValidationError, match="same kind"):
        record.record_event(
            case=case,
            new=NewEvent(kind=Kind.DRAFT_SENT, occurred_on=REQUEST, replaces=1),
            by=priya,
        )


def test_the_database_refuses_to_rewrite_history(case):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        CaseEvent.objects.filter(case=case).update(occurred_on=date(2025, 3, 1))
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        CaseEvent.objects.filter(case=case)._raw_delete("default")
    with pytest.raises(AppendOnly):
        case.events.get().save()
    with pytest.raises(AppendOnly):
        case.events.get().delete()


def test_every_change_has_its_line_in_the_log(case, priya):
    record.void_event(case=case, number=1, reason=Reason.WRONG_CASE, by=priya)

    lines = AuditEntry.objects.filter(subject=f"case:{case.pk}").values_list("act", "by")
    assert list(lines) == [
        ("case_opened", "priya"),
        ("event_recorded", "priya"),
        ("event_recorded", "priya"),
    ]


def test_a_change_that_cannot_be_logged_does_not_happen(case, priya, monkeypatch):
    def full_disk(**entry):
        raise OSError("no space")

    monkeypatch.setattr("sendpath.audit.services.record", full_disk)
    with pytest.raises(OSError, match="no space"):
        record.void_event(case=case, number=1, reason=Reason.WRONG_CASE, by=priya)

    assert case.events.count() == 1
    assert due(case) == [date(2026, 4, 13)]


def test_many_cases_at_once_get_their_numbers_and_deadlines(make_case, priya, today):
    today(TODAY)
    first, second = make_case((Kind.REQUEST_RECEIVED, REQUEST)), make_case()
    request = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=REQUEST)
    decided = NewEvent(
        kind=Kind.ASSESSMENT_DECIDED, occurred_on=date(2026, 1, 2), facts={"outcome": "assess"}
    )

    added = record.record_events(
        additions={first.pk: [decided], second.pk: [request, decided]}, by=priya, source="sen2-2026"
    )

    assert added == 3
    numbers = CaseEvent.objects.order_by("case", "number").values_list("case", "number", "kind")
    assert list(numbers) == [
        (first.pk, 1, "ehc.request_received"),
        (first.pk, 2, "ehc.assessment_decided"),
        (second.pk, 1, "ehc.request_received"),
        (second.pk, 2, "ehc.assessment_decided"),
    ]
    assert due(second) == [date(2026, 4, 13)]


def test_a_full_rebuild_equals_what_stands(make_case, priya, today):
    today(TODAY)
    for day in range(1, 15):
        make_case((Kind.REQUEST_RECEIVED, date(2025, 12, day)))

    assert deadlines.differences() == []


def test_a_projection_that_drifted_is_found_and_mended(case):
    case.deadlines.filter(clock="issue_final_plan").update(due_on=date(2026, 5, 1))

    assert deadlines.differences() == [case.pk]
    deadlines.rebuild_all(by="tests")

    assert deadlines.differences() == []
    assert due(case) == [date(2026, 4, 13)]
