"""The data officer loads a return, looks, accepts and writes one; others see what is theirs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sendpath.casework.models import Case
from sendpath.jobs.models import Job
from sendpath.jobs.worker import run_one
from sendpath.people.models import Person
from sendpath.returns.models import Upload, WrittenReturn
from sendpath.returns.services import export
from tests.returns.conftest import DAY, REFERENCE, a_file, a_person, a_request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(today):
    today(DAY)


@pytest.fixture
def as_dana(client, dana):
    client.force_login(dana)
    return client


def send(client, content, name="sen2.xml"):
    file = SimpleUploadedFile(name, content, content_type="text/xml")
    return client.post(reverse("returns:load"), {"file": file}, follow=True)


def page(client, name, *args):
    return client.get(reverse(f"returns:{name}", args=args)).text


def test_a_return_is_loaded_looked_at_accepted_and_written_again(as_dana, settings):
    settings.LA = "919"
    told = (REFERENCE / "valid" / "v01_small.xml").read_bytes()

    waiting = send(as_dana, told)
    assert "Reading the return" in waiting.text
    assert '<meta http-equiv="refresh" content="3">' in waiting.text
    run_one(worker="tests")

    (upload,) = Upload.objects.all()
    preview = page(as_dana, "upload", upload.pk)
    assert "4 people, 4 requests, 2 plans. Nothing has been recorded yet." in preview
    assert "0 errors, 0 queries" in preview
    assert "Testperson3" in page(as_dana, "people", upload.pk, "new")

    recording = as_dana.post(reverse("returns:accept", args=[upload.pk]), follow=True)
    assert "Recording the return" in recording.text
    run_one(worker="tests")
    assert "The return is recorded" in page(as_dana, "upload", upload.pk)
    assert Case.objects.count() == 4

    as_dana.post(reverse("returns:write"), {"year": "2026"})
    assert "Writing the return" in page(as_dana, "writing", Job.objects.last().pk)
    run_one(worker="tests")
    (written,) = WrittenReturn.objects.all()
    assert "4 people, 4 requests, 2 plans" in page(as_dana, "written", written.pk)

    file = as_dana.get(reverse("returns:download", args=[written.pk]))
    assert file["Content-Disposition"] == 'attachment; filename="919_SEN2_919LL26_002.xml"'
    assert b"<SerialNo>002</SerialNo>" in b"".join(file.streaming_content)
    start = page(as_dana, "start")
    assert "Recorded" in start
    assert "919_SEN2_919LL26_002.xml" in start


def test_no_file_is_asked_for_in_words(as_dana):
    answer = as_dana.post(reverse("returns:load"))

    assert "Choose the SEN2 file" in answer.text


def test_a_file_that_is_too_large_is_refused_unread(as_dana, settings):
    settings.LARGEST_RETURN = 1_000_000

    answer = send(as_dana, b"x" * 2_100_000)

    assert answer.status_code == 413
    assert "The file must be smaller than 1 MB" in answer.text


def test_loading_needs_the_token_of_the_form(dana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(dana)

    assert send(client, b"<Message/>").status_code == 403


def test_whoever_is_left_out_is_shown_with_the_reason(as_dana):
    born = a_person(PersonBirthDate="2015-02-30")
    send(as_dana, a_file(born, a_person(UPN="Q919220000022")).read())
    run_one(worker="tests")
    (upload,) = Upload.objects.all()

    left_out, new = (page(as_dana, "people", upload.pk, verdict) for verdict in ("faulty", "new"))

    assert "1 person, in the order of the file." in left_out
    assert "Date of birth is missing or not a real calendar date" in left_out
    assert "Date of birth is missing" not in new


def test_another_areas_return_is_recorded_only_when_confirmed(as_dana):
    send(as_dana, (REFERENCE / "valid" / "v01_small.xml").read_bytes())
    run_one(worker="tests")
    (upload,) = Upload.objects.all()
    accept = reverse("returns:accept", args=[upload.pk])

    assert "The return is of local authority 919 (Hertfordshire)" in page(
        as_dana, "upload", upload.pk
    )
    refused = as_dana.post(accept)
    assert "Confirm that it is the right return, or cancel it" in refused.text
    assert Upload.objects.get().state == "ready"

    as_dana.post(accept, {"confirmed": "on"})
    assert Upload.objects.get().state == "accepting"


def test_faults_are_listed_by_person_and_given_as_a_safe_spreadsheet(as_dana):
    formula = {"Surname": "=HYPERLINK(1)", "Forename": "<b>Amber</b>", "Sex": "Z"}
    send(as_dana, a_file(a_person(**formula)).getvalue())
    run_one(worker="tests")
    (upload,) = Upload.objects.all()

    listed = page(as_dana, "faults", upload.pk)
    assert "&lt;b&gt;Amber&lt;/b&gt; =HYPERLINK(1)" in listed
    assert "<b>Amber</b>" not in listed
    assert "Sex is missing or not a valid code" in listed

    send(as_dana, a_file(a_person(Forename="=1+1", Sex="Z")).getvalue())
    run_one(worker="tests")
    sheet = as_dana.get(reverse("returns:faults_csv", args=[upload.pk + 1])).content.decode()
    assert "'=1+1 Testchild" in sheet


def test_names_are_shown_as_they_are_written_and_never_run(as_dana, settings):
    settings.LA = "919"
    send(as_dana, (REFERENCE / "valid" / "v04_injection_text.xml").read_bytes())
    run_one(worker="tests")
    (upload,) = Upload.objects.all()

    shown = page(as_dana, "people", upload.pk, "new")

    assert "-2+3 &lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert" not in shown


def test_a_return_is_cancelled_after_a_question(as_dana):
    send(as_dana, a_file(a_person()).getvalue())
    run_one(worker="tests")
    (upload,) = Upload.objects.all()
    cancel = reverse("returns:cancel", args=[upload.pk])

    assert "Cancel this return?" in as_dana.get(cancel).text
    answer = as_dana.post(cancel, follow=True)

    assert "The return was cancelled" in answer.text
    assert Person.objects.count() == 0


def test_work_that_stopped_can_go_on(as_dana):
    send(as_dana, a_file(a_person()).getvalue())
    Job.objects.update(state="failed", fault="OperationalError")
    (upload,) = Upload.objects.all()

    assert "It stopped before the end" in page(as_dana, "upload", upload.pk)
    as_dana.post(reverse("returns:again", args=[upload.pk]))
    run_one(worker="tests")

    assert Upload.objects.get().state == "ready"


def test_a_fault_in_the_written_return_leads_to_the_case(as_dana):
    send(as_dana, a_file(a_person(a_request(RequestSource=""))).getvalue())
    run_one(worker="tests")
    as_dana.post(reverse("returns:accept", args=[Upload.objects.get().pk]))
    run_one(worker="tests")
    as_dana.post(reverse("returns:write"), {"year": "2026"})
    run_one(worker="tests")

    shown = page(as_dana, "written", WrittenReturn.objects.get().pk)

    assert "Amber Testchild" in shown
    assert reverse("casework:case", args=[Case.objects.get().pk]) in shown


LOADING = ("load", "upload", "people", "faults", "faults_csv", "cancel")
WRITING = ("write", "written", "download")
ALLOWED = {
    "priya": set(),
    "marcus": set(),
    "helen": {"start", *WRITING},
    "dana": {"start", *LOADING, *WRITING},
}


@pytest.mark.parametrize("who", sorted(ALLOWED))
def test_each_page_opens_for_those_who_may_use_it(request, client, stage, who, dana):
    upload, written = stage(a_file(a_person())), export.write(year=2026, by=dana)
    client.force_login(request.getfixturevalue(who))
    arguments = {
        "upload": [upload.pk], "people": [upload.pk, "new"], "faults": [upload.pk],
        "faults_csv": [upload.pk], "cancel": [upload.pk], "written": [written.pk],
        "download": [written.pk],
    }  # fmt: skip

    def code(name):
        answer = client.get(reverse(f"returns:{name}", args=arguments.get(name)))
        if answer.streaming:
            b"".join(answer.streaming_content)  # or the file would stay open
        return answer.status_code

    codes = {name: code(name) for name in ("start", *LOADING, *WRITING)}

    assert codes == {name: 200 if name in ALLOWED[who] else 403 for name in codes}


@pytest.mark.parametrize("name", ["accept", "again"])
def test_nobody_else_may_accept(client, stage, priya, name):
    upload = stage(a_file(a_person()))
    client.force_login(priya)

    answer = client.post(reverse(f"returns:{name}", args=[upload.pk]))

    assert answer.status_code == 403
    assert Upload.objects.get().state == "ready"


def test_what_does_not_exist_is_not_found(as_dana, stage):
    upload = stage(a_file(a_person()))

    for name, arguments in [("upload", [999]), ("written", [999]), ("people", [upload.pk, "odd"])]:
        assert as_dana.get(reverse(f"returns:{name}", args=arguments)).status_code == 404


def test_without_signing_in_there_is_nothing_to_see(client):
    answer = client.get(reverse("returns:start"))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:sign_in"))
