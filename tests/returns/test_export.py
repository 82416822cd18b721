"""The return written from the record says what was loaded, and what was corrected since."""

from datetime import date
from io import BytesIO

import pytest

from sendpath.audit.models import AuditEntry
from sendpath.casework.models import Case
from sendpath.casework.services import record
from sendpath.casework.services.record import NewEvent, Reason
from sendpath.core.casefile.events import Kind
from sendpath.core.sen2.read import read_return
from sendpath.jobs.worker import run_one
from sendpath.returns.mapping import copied
from sendpath.returns.models import WrittenReturn
from sendpath.returns.services import export, files
from tests.returns.conftest import REFERENCE, a_file, a_person, a_request

pytestmark = pytest.mark.django_db


def people_in(file):
    return [plain(person) for person in read_return(file).persons()]


def plain(person):
    """Return a person's records with each parent's children in one order."""
    copy = copied(person)
    for inner in copy.walk():
        inner.children.sort(key=lambda child: (child.module, sorted(child.values.items())))
    return copy


def written(year, by):
    row = export.write(year=year, by=by)
    return row, BytesIO(files.path_of(row.sha256, place=files.WRITTEN).read_bytes())


@pytest.mark.parametrize("name", ["v01_small.xml", "v04_injection_text.xml"])
def test_nothing_changed_so_the_return_says_the_same(load, settings, dana, name):
    settings.LA = "919"
    told = (REFERENCE / "valid" / name).read_bytes()
    load(BytesIO(told))

    row, file = written(2026, dana)

    assert people_in(file) == people_in(BytesIO(told))
    assert row.faults.count() == 0


def test_a_corrected_date_is_in_the_return(load, dana):
    load(a_file(a_person(a_request(received="2025-12-10"))))
    record.correct_event(
        case=Case.objects.get(),
        number=1,
        occurred_on=date(2025, 12, 8),
        facts={"by": "school"},
        reason=Reason.MISTYPED,
        by=dana,
    )

    _, file = written(2026, dana)

    (person,) = people_in(file)
    request = person.first("requests")
    assert (request.values["ReceivedDate"], request.values["RequestSource"]) == ("2025-12-08", "2")


def test_a_decision_recorded_here_is_in_the_return(load, dana):
    load(a_file(a_person(a_request(received="2025-12-10"))))
    refused = NewEvent(
        kind=Kind.ASSESSMENT_DECIDED, occurred_on=date(2026, 1, 14), facts={"outcome": "refuse"}
    )
    record.record_event(case=Case.objects.get(), new=refused, by=dana)

    row, file = written(2026, dana)

    (person,) = people_in(file)
    request = person.first("requests").values
    assert (request["RequestOutcome"], request["RequestOutcomeDate"]) == ("N", "2026-01-14")
    fault = row.faults.get(rule="S2-212")
    assert fault.case_id == Case.objects.get().pk


def test_each_return_has_the_next_serial_number(load, dana):
    load(a_file(a_person(), SerialNo="004"))

    serials = [export.write(year=2026, by=dana).serial for _ in range(2)]

    assert serials == ["005", "006"]


def test_the_next_year_tells_of_open_plans_as_historical_and_leaves_out_what_ended(load, dana):
    refused = a_request(outcome="N", received="2025-03-03", RequestOutcomeDate="2025-04-01")
    waiting = a_request(received="2025-12-10")
    load(
        a_file(
            a_person(refused, Forename="Ended"),
            a_person(waiting, Forename="Waiting", UPN="Q919220000022"),
        )
    )
    agreed = NewEvent(
        kind=Kind.ASSESSMENT_DECIDED, occurred_on=date(2025, 12, 22), facts={"outcome": "assess"}
    )
    case = Case.objects.get(person__forename="Waiting")
    record.record_event(case=case, new=agreed, by=dana)

    _, file = written(2027, dana)

    (person,) = people_in(file)
    request = person.first("requests")
    assert (person.values["Forename"], request.values) == ("Waiting", {"RequestOutcome": "H"})
    assert request.first("assessment").values == {"AssessmentOutcome": "A"}


def test_a_case_opened_here_is_in_the_return_with_what_is_missing(make_case, today, dana):
    today(date(2026, 1, 19))
    make_case((Kind.REQUEST_RECEIVED, date(2025, 12, 10), {"by": "parent"}))

    row, file = written(2026, dana)

    (person,) = people_in(file)
    assert person.first("requests").values == {
        "ReceivedDate": "2025-12-10", "RequestSource": "1", "RequestOutcome": "A",
    }  # fmt: skip
    assert row.counts["people"] == 1


def test_a_case_opened_after_survey_day_is_for_the_next_return(make_case, today, dana):
    today(date(2026, 1, 19))
    make_case((Kind.REQUEST_RECEIVED, date(2026, 1, 16), {"by": "parent"}))

    row, _ = written(2026, dana)

    assert row.counts["people"] == 0


def test_a_worker_writes_it_once_however_often_it_runs(load, dana):
    load(a_file(a_person()))
    job = export.write_later(year=2026, by=dana)

    run_one(worker="tests")
    export.write(year=2026, by=dana, job=job)

    assert WrittenReturn.objects.get().job == job


def test_the_written_file_is_for_the_service_alone_and_each_opening_is_noted(load, dana):
    load(a_file(a_person()))
    row = export.write(year=2026, by=dana)

    export.open_written(written=row, by=dana).close()

    assert files.path_of(row.sha256, place=files.WRITTEN).stat().st_mode & 0o777 == 0o600
    assert AuditEntry.objects.filter(act="return_downloaded", by="dana").count() == 1
