"""Every address, asked for by every kind of person: what each is answered.

A new address without a row fails. Own case, another team's case; somebody not signed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from establishments.made_up_register import extract, school
from returns.conftest import a_file, a_person
from sendpath.core.casefile.events import Kind
from sendpath.establishments.register import services as register_services
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.returns.services import export, uploads

pytestmark = pytest.mark.django_db

EXTRACT = date(2025, 4, 22)
PEOPLE = ("nobody", "priya", "tom", "marcus", "dana", "helen", "lena", "sam")
OPEN = dict.fromkeys(PEOPLE, 200)
SIGNED_IN = {**OPEN, "nobody": 302}
CASES = {**SIGNED_IN, "lena": 403, "sam": 403}  # these see nobody's case
NORTH = {**SIGNED_IN, "tom": 404, "lena": 404, "sam": 404}  # the north team's; tom is in the south
SHARES_OUT = {**NORTH, "priya": 403, "dana": 403}
LEGAL = {**dict.fromkeys(PEOPLE, 403), "nobody": 302, "lena": 200}
LOADS = {**dict.fromkeys(PEOPLE, 403), "nobody": 302, "dana": 200}
WRITES = {**LOADS, "helen": 200}
KEEPS = {**dict.fromkeys(PEOPLE, 403), "nobody": 302, "sam": 200}
POST_ONLY = {**OPEN, **dict.fromkeys(PEOPLE, 405)}

EXPECTED = {
    "home": OPEN,
    "healthz": OPEN,
    "ready": dict.fromkeys(PEOPLE, 503),  # in a test no worker is at work
    "accessibility": OPEN,
    "accounts:sign_in": {**dict.fromkeys(PEOPLE, 302), "nobody": 200},
    "accounts:sign_in_as": POST_ONLY,
    "accounts:sign_out": POST_ONLY,
    "lawbook:time_limits": OPEN,
    "lawbook:rule": OPEN,
    "lawbook:check": LEGAL,
    "lawbook:readings": OPEN,
    "lawbook:adopt": LEGAL,
    "lawbook:dates": OPEN,
    "lawbook:dates_ics": dict.fromkeys(PEOPLE, 404),  # without an answer there is no calendar
    "casework:worklist": CASES,
    "casework:worklist_csv": CASES,
    "casework:find": CASES,
    "casework:case": NORTH,
    "casework:rights": NORTH,
    "casework:dates_ics": NORTH,
    "casework:allocate": SHARES_OUT,
    "casework:choose": NORTH,
    "casework:record": NORTH,
    "casework:correct": NORTH,
    "casework:void": NORTH,
    "establishments:calendars": SIGNED_IN,
    "establishments:school": SIGNED_IN,
    "establishments:add": {**SIGNED_IN, "lena": 403, "sam": 403},
    "establishments:year": {**SIGNED_IN, "lena": 403, "sam": 403},
    "register:find": SIGNED_IN,
    "register:show": SIGNED_IN,
    "register:loads": LOADS,
    "register:load": LOADS,
    "register:upload": LOADS,
    "register:accept": {**LOADS, "dana": 405},
    "register:cancel": LOADS,
    "register:again": {**LOADS, "dana": 405},
    "register:changes": LOADS,
    "register:faults": LOADS,
    "returns:start": WRITES,
    "returns:load": LOADS,
    "returns:upload": LOADS,
    "returns:accept": {**LOADS, "dana": 405},
    "returns:cancel": LOADS,
    "returns:again": {**LOADS, "dana": 405},
    "returns:people": LOADS,
    "returns:faults": LOADS,
    "returns:faults_csv": LOADS,
    "returns:write": WRITES,
    "returns:writing": WRITES,
    "returns:written": WRITES,
    "returns:download": WRITES,
    "jobs:operations": KEEPS,
    "jobs:waiting": KEEPS,
    "jobs:cancel": {**KEEPS, "sam": 405},
    "jobs:again": {**KEEPS, "sam": 405},
    "jobs:give_up": KEEPS,
}


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inside)
        else:
            yield f"{space}{pattern.name}"


@pytest.fixture
def arguments(make_case, publish, dana, today):
    """Return what each address needs: a case of the north team, a load, a written return."""
    today(date(2026, 1, 19))
    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))
    publish("990001")
    source = a_file(a_person())
    size = len(BytesIO(source.read()).getvalue())
    source.seek(0)
    upload = uploads.receive(source=source, name="return.xml", size=size, by=dana)
    upload = uploads.read(upload=upload)
    written = export.write(year=2026, by=dana)
    register = register_services.load_now(
        source=extract(school("990001")), links=None, name="x", extract_on=EXTRACT, by=dana
    )
    writing = jobs.enqueue(kind="returns.write", arguments={"year": 2026}, by=dana)
    failed = jobs.enqueue(kind="returns.forget", arguments={}, by=None)
    Job.objects.filter(pk=failed.pk).update(state=Job.State.FAILED, ended_at=failed.asked_at)
    return {
        "lawbook:rule": ["issue_final_plan"],
        "lawbook:check": ["issue_final_plan"],
        "lawbook:adopt": ["A1"],
        "casework:case": [case.pk],
        "casework:rights": [case.pk],
        "casework:dates_ics": [case.pk],
        "casework:allocate": [case.pk],
        "casework:choose": [case.pk],
        "casework:record": [case.pk, Kind.DRAFT_SENT.value],
        "casework:correct": [case.pk, 1],
        "casework:void": [case.pk, 1],
        "establishments:school": ["990001"],
        "establishments:year": ["990001", 2025],
        "register:show": ["990001"],
        "register:upload": [register.pk],
        "register:accept": [register.pk],
        "register:cancel": [register.pk],
        "register:again": [register.pk],
        "register:changes": [register.pk, "new"],
        "register:faults": [register.pk],
        "returns:upload": [upload.pk],
        "returns:accept": [upload.pk],
        "returns:cancel": [upload.pk],
        "returns:again": [upload.pk],
        "returns:people": [upload.pk, "new"],
        "returns:faults": [upload.pk],
        "returns:faults_csv": [upload.pk],
        "returns:writing": [writing.pk],
        "returns:written": [written.pk],
        "returns:download": [written.pk],
        "jobs:cancel": [writing.pk],
        "jobs:again": [failed.pk],
        "jobs:give_up": [failed.pk],
    }


@pytest.mark.parametrize("who", PEOPLE)
def test_every_address_answers_everyone_as_it_should(who, arguments, client, request):
    if who != "nobody":
        client.force_login(request.getfixturevalue(who))

    for name, codes in EXPECTED.items():
        answer = client.get(reverse(name, args=arguments.get(name, [])))
        answer.getvalue()  # read to its end, so that a file is closed
        assert (name, answer.status_code) == (name, codes[who])


def test_every_address_has_a_row():
    assert sorted(names(get_resolver().url_patterns)) == sorted(EXPECTED)


def test_a_demonstration_sign_in_is_nowhere_outside_a_demonstration(client, settings):
    settings.DEMO = False

    assert client.post(reverse("accounts:sign_in_as"), {"username": "priya"}).status_code == 404
