"""Every address, asked for by somebody of every role, of their own child and of another's.

A new address without a row fails, and so does a new role without a column. To be sent to the
page for signing in (302) is what somebody gets who has not signed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from documents.conftest import described, work
from documents.made_up import pdf
from establishments.made_up_register import extract, school
from everybody import NAMES, tie_to
from people.pairs import a_pair
from returns.conftest import a_file, a_person
from sendpath.accounts.models import Membership
from sendpath.accounts.roles import ROLES, Relation
from sendpath.core.casefile.events import Kind
from sendpath.core.people.parts import PARTS
from sendpath.documents.services import uploads as documents
from sendpath.establishments.register import services as register_services
from sendpath.jobs import services as jobs
from sendpath.jobs.models import Job
from sendpath.oversight.models import Finding
from sendpath.people.models import EmergencyReason
from sendpath.people.services import emergency, merging
from sendpath.people.services.facts import record_fact
from sendpath.returns.services import export, uploads

pytestmark = pytest.mark.django_db

EXTRACT = date(2025, 4, 22)
PEOPLE = ("nobody", "tom", *(NAMES.get(role, role) for role in ROLES))
"""By name: tom is an officer of another team than that which holds the one child's case."""

Codes = dict[str, int]


def everyone(code: int, **but: int) -> Codes:
    """Return one answer for everybody who has signed in, but for some."""
    return {**dict.fromkeys(PEOPLE, code), "nobody": 302, **but}


def only(*who: str, code: int = 200, others: int = 403) -> Codes:
    return everyone(others, **dict.fromkeys(who, code))


OPEN = everyone(200, nobody=200)
SIGNED_IN = everyone(200)
FAMILY = ("parent", "young_person", "representative")
NO_RECORD = ("lena", "place_planner", "board_chair", "board_member", "information_governance",
             "sam")  # fmt: skip
SEE_ALL = ("dana", "helen", "quality_lead", "finance_officer")
INVOLVED = ("educational_psychologist", "senco", "head_teacher", "therapist", "doctor",
            "designated_officer", "commissioner", "social_worker", "social_care_lead",
            "sendiass_adviser", "mediator", "inspector", *FAMILY)  # fmt: skip
GRANTERS = ("helen", "sam", "head_teacher", "designated_officer", "social_care_lead")
OPENERS = ("priya", "tom", "marcus", "designated_officer", "social_worker", "social_care_lead")
REVIEWERS = ("information_governance", "marcus", "helen")

WORK = everyone(200, **dict.fromkeys((*NO_RECORD, *FAMILY), 403))
LEGAL, LOADS, WRITES = only("lena"), only("dana"), only("dana", "helen")
POST_ONLY = everyone(405, nobody=405)
NOT_HERE = everyone(404, nobody=404)
ASKED_FIRST = everyone(302)
GIVES = only("helen", "head_teacher") | dict.fromkeys(
    ("sam", "designated_officer", "social_care_lead"), 404
)
ONE_CHILD = only("priya", "marcus", *SEE_ALL, *INVOLVED, others=404)
ANOTHER = only("tom", *SEE_ALL, others=404)
"""Who sees a child with whom everybody is involved who can be, and who sees another."""


def acting(seen: Codes, *who: str) -> Codes:
    """Return the answers where those who see a case may not all do that in it."""
    able = dict.fromkeys(who, 200)
    return {name: able.get(name, 403) if code == 200 else code for name, code in seen.items()}


def staff(seen: Codes) -> Codes:
    """Return the answers where families see nothing: it is about all of a family at once."""
    return {**seen, **dict.fromkeys((*NO_RECORD, *FAMILY), 403)}


def record_of(seen: Codes) -> Codes:
    return acting(seen, "priya", "tom", "marcus", "dana", "helen")


JOINERS = ("marcus", "dana", "helen")
JOINS = (only(*JOINERS), only("dana", "helen") | {"marcus": 404})
ABOUT = (staff(ONE_CHILD), staff(ANOTHER))
RECORDS = (record_of(ABOUT[0]), record_of(ABOUT[1]))
LETTER = (
    ONE_CHILD | dict.fromkeys(FAMILY, 404),
    ANOTHER,
)
"""A letter that goes as far as those who advise, and not to the family."""

EXPECTED: dict[str, Codes | tuple[Codes, Codes]] = {
    "home": OPEN,
    "healthz": OPEN,
    "ready": everyone(503, nobody=503),  # in a test no worker is at work
    "accessibility": OPEN,
    "accounts:sign_in": everyone(302, nobody=200),
    "accounts:sign_in_as": POST_ONLY,
    "accounts:sign_out": POST_ONLY,
    "accounts:roles": OPEN,
    "accounts:people": only(*GRANTERS),
    "accounts:which_role": only(*GRANTERS),
    "accounts:give_role": GIVES,
    "accounts:invite": GIVES,
    "accounts:end_membership": GIVES,
    "accounts:person": GIVES,
    "accounts:help_person": only(*GRANTERS, code=405),
    "accounts:unlock_address": only(*GRANTERS, code=405),
    "accounts:code": ASKED_FIRST,  # for whoever has shown a password
    "accounts:recovery_code": ASKED_FIRST,
    "accounts:passkey": everyone(302, nobody=200),
    "accounts:leave": NOT_HERE,  # without a provider in the settings
    "accounts:come_back": NOT_HERE,
    "accounts:recover": OPEN,
    "accounts:recovery": NOT_HERE,  # without the secret of a letter
    "accounts:invitation": NOT_HERE,
    "accounts:account": SIGNED_IN,
    "accounts:confirm": SIGNED_IN,
    "accounts:change_password": SIGNED_IN,
    "accounts:sessions": SIGNED_IN,
    "accounts:set_up": ASKED_FIRST,  # each asks first who somebody is
    "accounts:app": ASKED_FIRST,
    "accounts:app_picture": ASKED_FIRST,
    "accounts:passkeys": ASKED_FIRST,
    "accounts:add_passkey": ASKED_FIRST,
    "accounts:rename_passkey": ASKED_FIRST,
    "accounts:remove_factor": ASKED_FIRST,
    "accounts:recovery_codes": ASKED_FIRST,
    "accounts:recovery_codes_file": ASKED_FIRST,
    "lawbook:time_limits": OPEN,
    "lawbook:rule": OPEN,
    "lawbook:check": LEGAL,
    "lawbook:readings": OPEN,
    "lawbook:adopt": LEGAL,
    "lawbook:dates": OPEN,
    "lawbook:dates_ics": everyone(404, nobody=404),  # without an answer there is no calendar
    "casework:worklist": WORK,
    "casework:worklist_csv": WORK,
    "casework:find": WORK,
    "casework:add_child": only("priya", "tom", "marcus", "dana", "helen"),
    "casework:case": (ONE_CHILD, ANOTHER),
    "casework:rights": (ONE_CHILD, ANOTHER),
    "casework:dates_ics": (ONE_CHILD, ANOTHER),
    "casework:allocate": (
        acting(ONE_CHILD, "marcus", "helen"),
        acting(ANOTHER, "marcus", "helen"),
    ),
    "casework:choose": (record_of(ONE_CHILD), record_of(ANOTHER)),
    "casework:record": (record_of(ONE_CHILD), record_of(ANOTHER)),
    "casework:correct": (record_of(ONE_CHILD), record_of(ANOTHER)),
    "casework:void": (record_of(ONE_CHILD), record_of(ANOTHER)),
    "casework:caseload": only("marcus", "helen"),
    "casework:move": (only("marcus", "helen"), only("helen") | {"marcus": 404}),
    "casework:cover": only("marcus", "helen"),
    "casework:end_cover": everyone(405),
    "casework:open_record": only(*OPENERS),
    "casework:openings": only(*REVIEWERS),
    "casework:review_opening": (
        only(*REVIEWERS),
        only("helen", "information_governance") | {"marcus": 404},
    ),
    "people:matches": only(*JOINERS),
    "people:match": JOINS,
    "people:decide": JOINS,
    "people:join": JOINS,
    "people:merges": only(*JOINERS),
    "people:merge": JOINS,
    "people:undo": JOINS,
    "people:person": ABOUT,
    "people:history": ABOUT,
    "people:add": RECORDS,
    "people:change": RECORDS,
    "people:mistake": RECORDS,
    "people:numbers": RECORDS,
    "documents:search": WORK,
    "documents:of_person": (ONE_CHILD, ANOTHER),
    "documents:add": (record_of(ONE_CHILD), record_of(ANOTHER)),
    "documents:document": LETTER,
    "documents:version": LETTER,
    "documents:download": LETTER,
    "documents:play": everyone(404),  # a PDF makes no sound
    "documents:page": LETTER,
    "documents:add_version": (record_of(LETTER[0]), record_of(LETTER[1])),
    "documents:add_copy": (record_of(LETTER[0]), record_of(LETTER[1])),
    "documents:redact": (record_of(LETTER[0]), record_of(LETTER[1])),
    "documents:describe": (record_of(LETTER[0]), record_of(LETTER[1])),
    "documents:void": (record_of(LETTER[0]), record_of(LETTER[1])),
    "establishments:calendars": SIGNED_IN,
    "establishments:school": SIGNED_IN,
    "establishments:add": only("priya", "tom", "marcus", "dana", "helen"),
    "establishments:year": only("priya", "tom", "marcus", "dana", "helen"),
    "register:find": SIGNED_IN,
    "register:show": SIGNED_IN,
    "register:loads": LOADS,
    "register:load": LOADS,
    "register:upload": LOADS,
    "register:accept": only("dana", code=405),
    "register:cancel": LOADS,
    "register:again": only("dana", code=405),
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
    "oversight:findings": only("information_governance"),
    "oversight:dismiss": only("information_governance"),
    "oversight:look_over": everyone(405),
    "oversight:settings": only("information_governance"),
    "oversight:find": only("information_governance"),
    "oversight:looks": only("information_governance"),
    "oversight:looks_csv": only("information_governance"),
    "oversight:families": SIGNED_IN,
    "oversight:end_family": everyone(405),
    "jobs:operations": only("sam"),
    "jobs:waiting": only("sam"),
    "jobs:cancel": only("sam", code=405),
    "jobs:again": only("sam", code=405),
    "jobs:give_up": only("sam"),
}
"""For an address of a child, or of something about one: of the one child, and of another."""


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inside)
        else:
            yield f"{space}{pattern.name}"


@pytest.fixture
def people(everybody, tom):
    return {"tom": tom, **{user.username: user for user in everybody.values()}}


@pytest.fixture
def one_child(make_case, today, people, everybody, dana, tom):
    """Return a case of the north team, with whose child everybody is involved who can be."""
    today(date(2026, 1, 19))
    case = make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))
    tie_to(case.person, everybody, dana)
    return case


@pytest.fixture
def another(make_case, tom):
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), officer=tom)


def a_letter(person, by):
    document = documents.add_document(
        person_id=person.pk,
        file=BytesIO(pdf("Dear parent")),
        name="a.pdf",
        described=described(),
        by=by,
    )
    work()
    return document.pk


def about(case, officer, opened_by):
    """Return what each address of a child needs: of this one."""
    reason = EmergencyReason.SAFETY
    opening = emergency.open_record(
        person=case.person, reason=reason, words="A made-up reason", by=opened_by
    )
    letter = a_letter(case.person, officer)
    return {
        "documents:of_person": [case.person_id],
        "documents:add": [case.person_id],
        "documents:document": [letter],
        "documents:version": [letter, 1],
        "documents:download": [letter, 1],
        "documents:play": [letter, 1],
        "documents:page": [letter, 1, 1],
        "documents:add_version": [letter],
        "documents:add_copy": [letter],
        "documents:redact": [letter],
        "documents:describe": [letter],
        "documents:void": [letter],
        "casework:case": [case.pk],
        "casework:rights": [case.pk],
        "casework:dates_ics": [case.pk],
        "casework:allocate": [case.pk],
        "casework:choose": [case.pk],
        "casework:record": [case.pk, Kind.DRAFT_SENT.value],
        "casework:correct": [case.pk, 1],
        "casework:void": [case.pk, 1],
        "casework:move": [officer.pk],
        "casework:review_opening": [opening.pk],
        "oversight:looks": [case.person_id],
        "oversight:looks_csv": [case.person_id],
    }


def about_a_person(person, alike, merged, by):
    """Return what each address about a person needs: of this one, who is in the record twice."""
    match = a_pair(person, alike)
    row = merging.merge(kept_id=person.pk, other_id=merged.pk, reason="The school said", by=by)
    fact = record_fact(
        person=person,
        part=PARTS["pronouns"],
        answers={"pronouns": "she and her"},
        from_on=None,
        to_on=None,
        by=by,
    )
    return {
        "people:match": [match.pk],
        "people:decide": [match.pk],
        "people:join": [match.pk],
        "people:merge": [row.pk],
        "people:undo": [row.pk],
        "people:person": [person.pk],
        "people:history": [person.pk, "pronouns"],
        "people:add": [person.pk, "names"],
        "people:change": [person.pk, "pronouns", fact.pk],
        "people:mistake": [person.pk, "pronouns", fact.pk],
        "people:numbers": [person.pk],
    }


@pytest.fixture
def records(one_child, another, make_case, dana, tom):
    """Return, for the one child and for another, what the addresses about a person need."""
    return tuple(
        about_a_person(
            case.person,
            make_case(surname="Testchilde", officer=case.officer).person,
            make_case(surname="Otherchild", officer=case.officer).person,
            dana,
        )
        for case in (one_child, another)
    )


@pytest.fixture
def arguments(one_child, another, records, people, publish, make_user, dana, tom, priya, settings):
    """Return what each address needs: of the one child, and of another."""
    """Return what each address needs: of the one child, and of another."""
    settings.SCANNER = "none"
    passing_by = make_user("passing")  # of no team, so that an opening makes nobody's own seen
    # first, because their letters are read by a worker, which would do other jobs too
    of_one, of_another = about(one_child, priya, passing_by), about(another, tom, passing_by)
    publish("990001")
    source = a_file(a_person())
    size = len(BytesIO(source.read()).getvalue())
    source.seek(0)
    upload = uploads.receive(source=source, name="return.xml", size=size, by=dana)
    upload = uploads.read(upload=upload)
    written = export.write(year=2026, by=dana)
    writing = jobs.enqueue(kind="returns.write", arguments={"year": 2026}, by=dana)
    register = register_services.load_now(
        source=extract(school("990001")), links=None, name="x", extract_on=EXTRACT, by=dana
    )
    failed = jobs.enqueue(kind="returns.forget", arguments={}, by=None)
    Job.objects.filter(pk=failed.pk).update(state=Job.State.FAILED, ended_at=failed.asked_at)
    finding = Finding.objects.create(
        key="a", rule="not_theirs", day=date(2026, 1, 19), user=dana.pk,
        child=one_child.person_id, facts={"times": 1},
    )  # fmt: skip
    general = {
        "accounts:give_role": ["senco"],
        "accounts:end_membership": [Membership.objects.get(user=people["senco"]).pk],
        "accounts:invite": ["senco"],
        "accounts:person": [people["senco"].pk],
        "accounts:help_person": [people["senco"].pk, "unlock"],
        "accounts:leave": ["entra"],
        "accounts:come_back": ["entra"],
        "accounts:recovery": ["nobody-was-sent-this"],
        "accounts:invitation": ["nobody-was-sent-this"],
        "accounts:rename_passkey": [1],
        "accounts:remove_factor": [1],
        "lawbook:rule": ["issue_final_plan"],
        "lawbook:check": ["issue_final_plan"],
        "lawbook:adopt": ["A1"],
        "casework:end_cover": [1],
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
        "oversight:dismiss": [finding.pk],
        "oversight:end_family": [1],
        "jobs:cancel": [writing.pk],
        "jobs:again": [failed.pk],
        "jobs:give_up": [failed.pk],
    }
    return general | records[0] | of_one, general | records[1] | of_another


def wrong_answers(client, who, arguments):
    """Yield each address that answers somebody otherwise than it should."""
    for name, codes in EXPECTED.items():
        columns = codes if isinstance(codes, tuple) else (codes,)
        for column, expected in enumerate(columns):
            address = reverse(name, args=arguments[column].get(name, []))
            answer = client.get(address)
            answer.getvalue()  # read to its end, so that a file is closed
            if answer.status_code != expected[who]:
                yield name, column, answer.status_code, expected[who]
            # what cannot be looked at cannot be sent to either
            if expected[who] in {403, 404} and name != "lawbook:dates_ics":
                sent = client.post(address).status_code
                if sent not in {expected[who], 405}:
                    yield name, column, sent, "sent to"


def test_every_address_answers_everyone_as_it_should(arguments, people):
    wrong = {}
    for who in PEOPLE:
        client = Client()
        if who != "nobody":
            client.force_login(people[who])
        wrong[who] = list(wrong_answers(client, who, arguments))

    assert {who: found for who, found in wrong.items() if found} == {}


def test_every_address_has_a_row():
    assert sorted(names(get_resolver().url_patterns)) == sorted(EXPECTED)


def test_every_role_has_a_column(people):
    held = {held.role_key for user in people.values() for held in user.memberships_now}

    assert held == set(ROLES)
    assert set(people) == set(PEOPLE) - {"nobody"}


def test_every_kind_of_involvement_makes_somebody_see_the_one_child(one_child):
    kinds = set(one_child.person.involvements.values_list("kind", flat=True))

    assert kinds == {kind.value for kind in Relation}


def test_a_demonstration_sign_in_is_nowhere_outside_a_demonstration(client, settings):
    settings.DEMO = False

    assert client.post(reverse("accounts:sign_in_as"), {"username": "priya"}).status_code == 404
