"""A return that is loaded becomes people, cases and facts; loading it again changes nothing."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from sendpath.audit.models import AuditEntry
from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.services import deadlines, record
from sendpath.casework.services.record import Reason
from sendpath.core.sen2.records import Record
from sendpath.core.sen2.refusal import Refused
from sendpath.jobs.models import Job
from sendpath.people.models import Person
from sendpath.people.services import merging
from sendpath.returns.models import CaseParticulars, StagedFault, StagedPerson, Upload
from sendpath.returns.services import files, uploads
from tests.returns.conftest import REFERENCE, a_file, a_person, a_request

pytestmark = pytest.mark.django_db

OTHER_UPN = "Q919220000022"


def reference(name):
    return BytesIO((REFERENCE / name).read_bytes())


def everything():
    """Return all that the record holds of people and cases."""
    columns = ("case", "number", "kind", "occurred_on", "facts", "source", "replaces", "voids")
    return (
        list(Person.objects.order_by("pk").values()),
        list(CaseEvent.objects.order_by("case", "number").values(*columns)),
        list(CaseParticulars.objects.order_by("case").values()),
    )


def verdicts(upload):
    return list(upload.people.values_list("verdict", flat=True))


def changes(upload):
    return [words for person in upload.people.all() for words in person.changes]


def test_four_people_four_requests_and_two_plans(load):
    upload = load(reference("valid/v01_small.xml"))

    assert upload.state == "accepted"
    assert (Person.objects.count(), Case.objects.count()) == (4, 4)
    assert CaseEvent.objects.filter(kind="plan.finalised_sent").count() == 2
    assert set(CaseEvent.objects.values_list("source", flat=True)) == {"sen2-2026"}
    assert deadlines.differences() == []


def test_the_same_file_again_changes_nothing(load, stage):
    load(reference("valid/v01_small.xml"))
    before = everything()

    again = stage(reference("valid/v01_small.xml"))
    assert verdicts(again) == ["unchanged"] * 4
    load(reference("valid/v01_small.xml"))

    assert everything() == before


def test_a_correction_made_here_outlives_the_file(load, stage, dana):
    load(a_file(a_person(a_request(received="2025-03-03"))))
    record.correct_event(
        case=Case.objects.get(),
        number=1,
        occurred_on=date(2025, 2, 28),
        facts={"by": "parent"},
        reason=Reason.FAMILY_POINTED_OUT,
        by=dana,
    )
    before = everything()

    again = stage(a_file(a_person(a_request(received="2025-03-03"))))
    load(a_file(a_person(a_request(received="2025-03-03"))))

    assert verdicts(again) == ["unchanged"]
    assert changes(again) == [
        "Date the request was received: 28 February 2025 (parent) kept, as recorded here; the "
        "return says 3 March 2025 (parent)"
    ]
    assert everything() == before


def test_a_date_that_changed_at_source_replaces_the_old_one(load):
    load(a_file(a_person(a_request(received="2025-03-03"))))
    load(a_file(a_person(a_request(received="2025-03-04"))))

    events = CaseEvent.objects.values_list("number", "occurred_on", "replaces")
    assert list(events) == [(1, date(2025, 3, 3), None), (2, date(2025, 3, 4), 1)]
    assert Case.objects.count() == 1


def test_a_decision_taken_back_at_source_is_voided(load):
    decided = {"outcome": "N", "RequestOutcomeDate": "2025-04-01"}
    load(a_file(a_person(a_request(**decided))))
    load(a_file(a_person(a_request())))

    events = CaseEvent.objects.values_list("number", "kind", "voids")
    assert list(events) == [
        (1, "ehc.request_received", None),
        (2, "ehc.assessment_decided", None),
        (3, "notice.sent", None),
        (4, "record.voided", 2),
        (5, "record.voided", 3),
    ]


def test_the_next_years_return_goes_on_with_the_same_case(load, today):
    load(
        a_file(a_person(a_request(received="2024-11-04")), Year="2025", ReferenceDate="2025-01-16")
    )
    decided = {"outcome": "N", "RequestOutcomeDate": "2025-01-20"}
    load(a_file(a_person(a_request(received="2024-11-04", **decided))))

    assert Case.objects.count() == 1
    sources = CaseEvent.objects.values_list("kind", "source")
    assert list(sources) == [
        ("ehc.request_received", "sen2-2025"),
        ("ehc.assessment_decided", "sen2-2026"),
        ("notice.sent", "sen2-2026"),
    ]


def test_an_earlier_return_does_not_undo_a_later_one(load):
    load(a_file(a_person(a_request(received="2024-11-04", outcome="W"))))
    before = everything()

    load(
        a_file(a_person(a_request(received="2024-11-04")), Year="2025", ReferenceDate="2025-01-16")
    )

    assert everything() == before


def test_details_of_a_person_follow_the_return(load, stage):
    load(a_file(a_person()))
    moved = stage(a_file(a_person(PostCode="SG2 9ZZ")))
    assert changes(moved) == ["PostCode: SG2 9ZZ instead of SG1 3XX"]

    load(a_file(a_person(PostCode="SG2 9ZZ")))

    assert Person.objects.get().postcode == "SG2 9ZZ"


@pytest.mark.parametrize(
    ("faulty", "rule"),
    [
        (a_person(UPN="N919220000012"), "S2-115"),
        (a_person(PersonBirthDate="2015-02-30"), "S2-102"),
        (a_person(Surname=""), "S2-101"),
        (a_person(a_request(received="2025-13-01")), "S2-201"),
        (a_person(a_request(outcome="X")), "S2-203"),
        (a_person(a_request(outcome="Y", RequestOutcomeDate="2025-04-01")), "S2-216"),
        (a_person(a_request(outcome="N", RequestOutcomeDate="2025-02-01")), "S2-206"),
        (a_person(Surname="T" * 101), "too-long"),
    ],
)
def test_an_unsafe_person_is_left_out_and_the_rest_are_loaded(load, faulty, rule):
    sound = a_person(UPN=OTHER_UPN, Forename="Jade")

    upload = load(a_file(faulty, sound))

    assert list(Person.objects.values_list("forename", flat=True)) == ["Jade"]
    assert upload.counts["left_out"] == 1
    blocking = upload.faults.filter(blocks=True).values_list("position", "rule", "mend_here")
    assert list(blocking) == [(1, rule, False)]


def test_two_people_with_one_upn_are_both_left_out(load):
    upload = load(a_file(a_person(), a_person(Forename="Jade")))

    assert Person.objects.count() == 0
    assert upload.counts["left_out"] == 2


@pytest.mark.parametrize("chunk", [1, 500])
def test_the_same_person_twice_without_identifiers_is_never_merged(load, monkeypatch, chunk):
    monkeypatch.setattr("sendpath.returns.services.accepting.CHUNK", chunk)
    monkeypatch.setattr("sendpath.returns.services.reading.CHUNK", chunk)
    unnumbered = {"UPN": "", "UPNunknown": "UN8"}

    load(a_file(a_person(**unnumbered), a_person(**unnumbered)))

    assert (Person.objects.count(), Case.objects.count()) == (1, 1)
    fault = StagedFault.objects.get(rule="identity")
    assert (fault.position, fault.blocks) == (2, True)


def test_what_can_be_mended_here_does_not_keep_anybody_out(load):
    upload = load(a_file(a_person(a_request(received="2025-03-03", RequestSource=""))))

    faults = upload.faults.filter(severity="error").values_list("rule", "mend_here", "blocks")
    assert list(faults) == [("S2-210", True, False)]
    assert Person.objects.count() == 1


def test_only_counts_and_faults_without_values_are_kept(load, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload = load(a_file(a_person(a_request(RequestSource="9"), PostCode="nowhere")))

    assert StagedPerson.objects.count() == 0
    assert set(upload.faults.values_list("message", flat=True)) == {""}
    assert not files.path_of(upload.sha256).exists()


def test_the_file_is_kept_under_its_hash_for_the_service_alone(stage):
    upload = stage(a_file(a_person()))

    path = files.path_of(upload.sha256)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == [f"{upload.sha256}.xml"]


def test_a_cancelled_upload_leaves_nothing(stage, dana):
    upload = stage(a_file(a_person()))

    uploads.cancel(upload=upload, by=dana)

    assert (StagedPerson.objects.count(), StagedFault.objects.count()) == (0, 0)
    assert Upload.objects.get().state == "cancelled"
    assert Person.objects.count() == 0
    with pytest.raises(ValidationError, match="not waiting to be accepted"):
        uploads.accept(upload=upload, by=dana)


def test_the_file_stays_while_another_upload_of_it_is_open(
    stage, dana, django_capture_on_commit_callbacks
):
    first, second = stage(a_file(a_person())), stage(a_file(a_person()))

    with django_capture_on_commit_callbacks(execute=True):
        uploads.cancel(upload=first, by=dana)
    assert files.path_of(second.sha256).exists()

    with django_capture_on_commit_callbacks(execute=True):
        uploads.cancel(upload=second, by=dana)
    assert not files.path_of(second.sha256).exists()


@pytest.mark.parametrize(
    "header",
    [{"LEA": "919"}, {"ReferenceDate": "2026-01-16"}, {"Collection": "CIN"}],
)
def test_a_return_in_doubt_needs_a_confirmation(load, header):
    file = a_file(a_person(), **header)

    with pytest.raises(ValidationError, match="Confirm that this is the right return"):
        load(file, confirmed=False)
    assert Person.objects.count() == 0

    file.seek(0)
    assert load(file, confirmed=True).state == "accepted"


def test_what_is_no_return_is_refused_and_changes_nothing(dana, today):
    with pytest.raises(Refused, match="PDF"):
        uploads.receive(source=BytesIO(b"%PDF-1.7"), name="a.xml", size=8, by=dana)

    assert Upload.objects.count() == 0


def test_a_file_cut_short_ends_as_refused(stage):
    whole = a_file(*[a_person() for _ in range(3)]).getvalue()

    upload = stage(BytesIO(whole[:-200]))

    assert upload.state == "refused"
    assert "cut short" in upload.refusal
    assert StagedPerson.objects.count() == 0


def test_each_step_has_its_line_in_the_log(load):
    load(a_file(a_person()))

    acts = AuditEntry.objects.filter(subject__startswith="upload:").values_list("act", flat=True)
    assert list(acts) == [
        "return_received",
        "return_read",
        "return_accepted",
        "return_people_recorded",
        "return_recorded",
    ]


def test_a_plan_with_its_request_starts_the_right_clocks(load):
    plan = Record("named_plan", {"StartDate": "2025-07-21", "PB": "0"})
    outcome = {
        "AssessmentOutcome": "Y", "AssessmentOutcomeDate": "2025-07-21", "Week20": "0",
        "AssessmentMediation": "0", "AssessmentTribunal": "0", "OtherMediation": "0",
        "OtherTribunal": "0",
    }  # fmt: skip
    decided = {"outcome": "Y", "RequestOutcomeDate": "2025-04-01"}
    assessment = Record("assessment", outcome, [plan])
    load(a_file(a_person(a_request(children=[assessment], **decided))))

    (case,) = Case.objects.all()
    twenty = case.deadlines.get(clock="issue_final_plan")
    assert (twenty.due_on, twenty.done_on) == (date(2025, 7, 21), date(2025, 7, 21))
    assert case.deadlines.filter(clock="first_annual_review").count() == 1


def test_a_return_with_the_number_of_a_record_that_was_merged_means_the_kept_one(load, stage, dana):
    load(a_file(a_person(a_request()), a_person(a_request(received="2024-03-04"), UPN=OTHER_UPN,
                                                Surname="Testchilde")))  # fmt: skip
    kept, other = Person.objects.order_by("pk")
    merging.merge(kept_id=kept.pk, other_id=other.pk, reason="One child", by=dana)
    before = everything()

    again = a_person(a_request(received="2024-03-04"), UPN=OTHER_UPN)
    assert verdicts(stage(a_file(again))) == ["unchanged"]
    load(a_file(again))

    assert everything() == before


def test_a_return_that_was_recorded_has_the_record_searched_for_second_records(load):
    load(a_file(a_person()))

    assert Job.objects.filter(kind="people.look_for_matches").count() == 1
