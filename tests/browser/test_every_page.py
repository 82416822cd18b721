"""Every kind of page, at both widths, passes axe's rules and never scrolls sideways."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import Page

from browser import behind
from documents.conftest import described, work
from documents.made_up import docx, pdf, picture
from documents.test_filetypes import sound
from people.pairs import a_pair
from returns.conftest import a_file, a_person, a_request
from sendpath.audit import services as audit
from sendpath.audit.acting import Acting
from sendpath.casework.services import record
from sendpath.casework.services.record import Reason
from sendpath.core.casefile.events import Kind
from sendpath.core.people.parts import PARTS
from sendpath.documents.services import changing
from sendpath.documents.services import uploads as documents
from sendpath.documents.words import Scan, WhyVoid
from sendpath.establishments.services import Year
from sendpath.lawbook import services as law
from sendpath.oversight import services as oversight
from sendpath.oversight.models import Finding
from sendpath.oversight.rules import RULES
from sendpath.people import services as people
from sendpath.people.services import merging
from sendpath.people.services.facts import record_fact
from sendpath.returns.services import export, uploads
from sendpath.web import clock

TODAY = date(2026, 1, 19)
LONG_NAME = {"forename": "Maximiliana-Seraphina", "surname": "Featherstonehaugh-Wolfeschlegel"}
WIDTHS = (320, 1280)


@dataclass(frozen=True)
class Seen:
    """A page as somebody comes to it: the address, and the buttons pressed there in turn."""

    who: str
    path: str
    presses: tuple[str, ...] = ()
    status: int = 200


PAGES = {
    "signing in": Seen("", "/sign-in"),
    "signing in with nothing": Seen("", "/sign-in", ("Sign in",)),
    "the statement of accessibility": Seen("", "/accessibility"),
    "the first page for anybody": Seen("", "/"),
    "every time limit": Seen("", "/time-limits"),
    "time limits of one kind": Seen("", "/time-limits?kind=guidance"),
    "no time limit": Seen("", "/time-limits?words=zebra"),
    "all about one rule": Seen("", "/time-limits/issue_final_plan"),
    "all about a right": Seen("", "/time-limits/appeal_lodge"),
    "a rule that is not there": Seen("", "/time-limits/no_such_rule", status=404),
    "how the law is read": Seen("", "/time-limits/readings"),
    "what may have happened": Seen("", "/dates"),
    "what may have happened, by a word": Seen("", "/dates?words=review"),
    "nothing that happened": Seen("", "/dates?words=zebra"),
    "when it happened": Seen("", "/dates?what=notice.sent"),
    "when it happened, said wrongly": Seen("", "/dates?what=notice.sent", ("Work out the dates",)),
    "wrong term dates": Seen(
        "", "/dates?what=placement.consultation_sent&on=2026-03-02&f_calendar=x"
    ),
    "dates that run": Seen("", "/dates?what=ehc.request_received&on=2026-03-02&why=open"),
    "dates that might run": Seen("", "/dates?what=phase.transfer_planned&on=2026-09-01"),
    "dates that cannot be told": Seen("", "/dates?what=notice.sent&on=2035-03-02"),
    "the legal lead's first page": Seen("lena", "/"),
    "a rule that the legal lead may check": Seen("lena", "/time-limits/provide_advice"),
    "checking a rule": Seen("lena", "/time-limits/provide_advice/check"),
    "checking nothing": Seen("lena", "/time-limits/provide_advice/check", ("Save",)),
    "readings adopted": Seen("lena", "/time-limits/readings"),
    "adopting a reading": Seen("lena", "/time-limits/readings/A1/adopt"),
    "adopting nothing": Seen("lena", "/time-limits/readings/A1/adopt", ("Save",)),
    "an officer's first page": Seen("priya", "/"),
    "a manager's first page": Seen("marcus", "/"),
    "the first page of the head of service": Seen("helen", "/"),
    "the first page while a return waits": Seen("dana", "/"),
    "the worklist": Seen("priya", "/worklist"),
    "its second page": Seen("helen", "/worklist?page=2"),
    "what a return does not say": Seen("helen", "/worklist?when=untold"),
    "an empty worklist": Seen("tom", "/worklist"),
    "a filtered worklist": Seen("helen", "/worklist?officer=nobody&when=overdue"),
    "a case being decided": Seen("priya", "/cases/{asked}"),
    "a full case": Seen("priya", "/cases/{full}?record=whole"),
    "an empty case": Seen("priya", "/cases/{empty}"),
    "a case refused": Seen("priya", "/cases/{refused}"),
    "a case with flags and things to check": Seen("priya", "/cases/{odd}"),
    "rights to appeal": Seen("priya", "/cases/{refused}/rights"),
    "no right to appeal": Seen("priya", "/cases/{empty}/rights"),
    "a case as known on a past day": Seen("priya", "/cases/{full}?known_on=2026-01-18"),
    "a day that is none": Seen("priya", "/cases/{full}?known_on=2026-02-31"),
    "choosing what happened": Seen("priya", "/cases/{asked}/record"),
    "finding what happened": Seen("priya", "/cases/{asked}/record?words=complaints"),
    "finding nothing that happened": Seen("priya", "/cases/{asked}/record?words=zebra"),
    "recording": Seen("priya", "/cases/{asked}/record/ehc.assessment_decided"),
    "recording nothing": Seen("priya", "/cases/{asked}/record/plan.draft_sent", ("Continue",)),
    "recording no number": Seen(
        "priya", "/cases/{asked}/record/exclusion.board_informed.suspension", ("Continue",)
    ),
    "recording that a duty was done": Seen(
        "priya", "/cases/{asked}/record/duty.done.data_breach_ico"
    ),
    "claiming an exception": Seen("priya", "/cases/{asked}/record/exception.claimed.X_APPT"),
    "correcting": Seen("priya", "/cases/{asked}/events/1/correct"),
    "marking as a mistake": Seen("priya", "/cases/{asked}/events/1/void", ("Continue",)),
    "saying who holds a case": Seen("marcus", "/cases/{asked}/allocate"),
    "a case now held by another": Seen("marcus", "/cases/{asked}/allocate", ("Save",)),
    "finding": Seen("priya", "/find"),
    "finding nothing": Seen("priya", "/find", ("Find",)),
    "someone found": Seen("priya", "/find?words=fetherstonhaugh"),
    "nobody found": Seen("priya", "/find?words=zzzz"),
    "adding a child": Seen("priya", "/add"),
    "adding nobody": Seen("priya", "/add", ("Continue",)),
    "about a child": Seen("priya", "/people/{child}"),
    "about a child with a safe address, to whom it is not shown": Seen("dana", "/people/{child}"),
    "a case with what must be seen first": Seen("priya", "/cases/{about}"),
    "what was known of a child on a past day": Seen(
        "priya", "/people/{child}?known_on_day=15&known_on_month=1&known_on_year=2026"
    ),
    "adding to what is known of a child": Seen("priya", "/people/{child}/family"),
    "adding nothing to what is known": Seen("priya", "/people/{child}/orders", ("Save",)),
    "changing what is known": Seen("priya", "/people/{child}/addresses/{fact}"),
    "marking what is known as a mistake": Seen("priya", "/people/{child}/addresses/{fact}/mistake"),
    "all that was ever known": Seen("priya", "/people/{child}/addresses/history"),
    "the numbers of a child": Seen("priya", "/people/{child}/numbers", ("Save",)),
    "records that may be of one person": Seen("marcus", "/people/matches"),
    "records of different people": Seen("marcus", "/people/matches?state=different&owner=me"),
    "two records side by side": Seen("marcus", "/people/matches/{match}"),
    "two records that may be twins": Seen("marcus", "/people/matches/{twins}"),
    "saying what two records are": Seen("marcus", "/people/matches/{match}/decide", ("Save",)),
    "merging two records": Seen("marcus", "/people/matches/{match}/merge", ("Continue",)),
    "merged records": Seen("marcus", "/people/merges"),
    "one merge": Seen("marcus", "/people/merges/{merge}"),
    "undoing a merge": Seen("marcus", "/people/merges/{merge}/undo", ("Undo this merge",)),
    "claiming that a school was closed": Seen(
        "priya", "/cases/{asked}/record/exception.claimed.X_SCHOOL", ("Continue",)
    ),
    "term dates": Seen("priya", "/term-dates"),
    "term dates of no school": Seen("priya", "/term-dates?words=zzzz"),
    "adding term dates": Seen("priya", "/term-dates/add", ("Continue",)),
    "term dates of a school": Seen("priya", "/term-dates/990001"),
    "typing a year": Seen("priya", "/term-dates/990001/2026"),
    "typing no year": Seen("priya", "/term-dates/990001/2026", ("Continue",)),
    "checking a year": Seen("priya", "/term-dates/990001/2025", ("Continue",)),
    "a year published": Seen("priya", "/term-dates/990001/2025", ("Continue", "Publish")),
    "documents of a child": Seen("priya", "/documents/of/{papers}"),
    "documents of a kind": Seen("priya", "/documents/of/{papers}?kind=plan"),
    "no documents": Seen("priya", "/documents/of/{childless}"),
    "adding documents": Seen("priya", "/documents/of/{papers}/add"),
    "adding no document": Seen("priya", "/documents/of/{papers}/add", ("Add them",)),
    "a letter": Seen("priya", "/documents/{pdf}"),
    "an old version": Seen("priya", "/documents/{word}/versions/1"),
    "a Word document": Seen("priya", "/documents/{word}"),
    "a photo": Seen("priya", "/documents/{photo}"),
    "a recording": Seen("priya", "/documents/{sound}"),
    "a document not yet scanned": Seen("priya", "/documents/{unscanned}"),
    "a document that did harm": Seen("priya", "/documents/{harmful}"),
    "redacting": Seen("priya", "/documents/{pdf}/redact", ("Next page",)),
    "redacting nothing": Seen("priya", "/documents/{pdf}/redact", ("Make the copy",)),
    "adding a copy": Seen("priya", "/documents/{pdf}/copy", ("Add it",)),
    "adding a version": Seen("priya", "/documents/{pdf}/new-version", ("Add it",)),
    "describing a document": Seen("priya", "/documents/{pdf}/describe"),
    "taking a document away": Seen("priya", "/documents/{pdf}/take-away", ("Take it away",)),
    "searching documents": Seen("priya", "/documents?words=porridge"),
    "finding no document": Seen("priya", "/documents?words=zebra"),
    "schools": Seen("priya", "/establishments"),
    "schools found": Seen("priya", "/establishments?words=school"),
    "no school found": Seen("priya", "/establishments?words=zzzz"),
    "a school in the register": Seen("priya", "/establishments/990001"),
    "a school that closed": Seen("priya", "/establishments/990005"),
    "a school known by its term dates": Seen("priya", "/establishments/990003"),
    "extracts of the register": Seen("dana", "/establishments/loads"),
    "loading an extract": Seen("dana", "/establishments/loads/new"),
    "loading no extract": Seen("dana", "/establishments/loads/new", ("Load it",)),
    "an extract waiting to be read": Seen("dana", "/establishments/loads/{register_waiting}"),
    "an extract to look at": Seen("dana", "/establishments/loads/{register_ready}"),
    "accepting an extract in doubt": Seen(
        "dana", "/establishments/loads/{register_ready}", ("Accept and record it",)
    ),
    "what an extract changes": Seen(
        "dana", "/establishments/loads/{register_ready}/changes/changed"
    ),
    "what is wrong in an extract": Seen("dana", "/establishments/loads/{register_ready}/faults"),
    "cancelling an extract": Seen("dana", "/establishments/loads/{register_ready}/cancel"),
    "an extract recorded": Seen("dana", "/establishments/loads/{register_done}"),
    "operations": Seen("sam", "/operations"),
    "jobs that wait": Seen("sam", "/operations/waiting"),
    "giving up a job": Seen("sam", "/operations/jobs/{failed_job}/give-up", ("Give up",)),
    "returns": Seen("dana", "/sen2"),
    "loading a return": Seen("dana", "/sen2/load"),
    "loading nothing": Seen("dana", "/sen2/load", ("Load it",)),
    "a return waiting to be read": Seen("dana", "/sen2/loads/{waiting}"),
    "a return to look at": Seen("dana", "/sen2/loads/{ready}"),
    "accepting in doubt": Seen("dana", "/sen2/loads/{ready}", ("Accept and record it",)),
    "people left out": Seen("dana", "/sen2/loads/{ready}/people/faulty"),
    "people who are new": Seen("dana", "/sen2/loads/{ready}/people/new"),
    "faults": Seen("dana", "/sen2/loads/{ready}/faults"),
    "cancelling": Seen("dana", "/sen2/loads/{ready}/cancel"),
    "a return recorded": Seen("dana", "/sen2/loads/{accepted}"),
    "writing a return": Seen("helen", "/sen2/write"),
    "a return written": Seen("helen", "/sen2/written/{written}"),
    "looks to follow up": Seen("ingrid", "/oversight"),
    "looks of one kind": Seen("ingrid", "/oversight?rule=same_surname"),
    "looks followed up": Seen("ingrid", "/oversight?closed=yes"),
    "following a look up": Seen("ingrid", "/oversight/findings/{finding}"),
    "closing it with no reason": Seen(
        "ingrid", "/oversight/findings/{finding}", ("Close it, with this reason",)
    ),
    "what counts as unusual": Seen("ingrid", "/oversight/settings"),
    "finding whose record was looked at": Seen("ingrid", "/oversight/find?words=testchild"),
    "who looked": Seen("ingrid", "/oversight/children/{looked_at}"),
    "who looked, asked wrongly": Seen(
        "ingrid", "/oversight/children/{looked_at}?since_day=31&since_month=2&since_year=2026"
    ),
    "families somebody knows": Seen("ingrid", "/families-i-know"),
    "declaring nothing": Seen("ingrid", "/families-i-know", ("Declare",)),
    "a page of another role": Seen("priya", "/sen2", status=403),
    "a page that is not there": Seen("priya", "/cases/C999999", status=404),
}


@pytest.fixture
def area(
    make_case, publish, north, priya, marcus, helen, dana, tom, lena, ingrid, sam, today, settings
):
    """Make one of everything, and return where each is."""
    settings.SCANNER = "none"
    today(date(2026, 1, 16))
    publish("990001", name=f"{LONG_NAME['surname']} Primary School with Resource Base")
    publish("990002", year=Year(terms=((date(2025, 9, 2), date(2025, 12, 19)),)))
    publish("990003", 2026, Year(terms=((date(2026, 9, 2), date(2026, 10, 23)),)))
    assess = {"outcome": "assess"}
    asked = make_case((Kind.REQUEST_RECEIVED, TODAY - timedelta(weeks=9), {"by": "parent"}))
    refused = make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 10, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2025, 11, 1), {"outcome": "refuse"}),
    )
    full = make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 2, 3)),
        (Kind.ASSESSMENT_DECIDED, date(2025, 3, 3), assess),
        (Kind.FINALISED_SENT, date(2025, 7, 28), {"first": True}),
        (Kind.REVIEW_MEETING_HELD, date(2025, 11, 3), {"silent_on": "review.report_sent"}),
        *[(Kind.FAMILY_CONSULTED, TODAY - timedelta(days=n)) for n in range(4, 44)],
        **LONG_NAME,
    )
    with transaction.atomic():
        people.add_nhs_numbers(numbers={full.person_id: "9434765919"})
    for days in range(26):
        received = TODAY - timedelta(weeks=6, days=days)
        make_case((Kind.REQUEST_RECEIVED, received), officer=None, team=north)
    record.correct_event(
        case=full, number=1, occurred_on=date(2025, 2, 4), facts={},
        reason=Reason.FAMILY_POINTED_OUT, by=priya,
    )  # fmt: skip
    _settled(lena)
    odd = make_case(
        (Kind.FINALISED_SENT, date(2025, 7, 28), {"first": True}),
        (Kind.PHASE_TRANSFER_PLANNED, date(2026, 1, 5), {"transfer_on": "2026-09-01"}),
        (Kind.MEDIATION_REQUESTED, date(2026, 1, 6)),
        (Kind.APPEAL_RECEIVED, date(2026, 1, 9), {"ground": "contents", "time": "16:30"}),
        (Kind.REQUEST_RECEIVED, date(2026, 1, 13)),
    )
    cases = {
        "asked": asked, "refused": refused, "full": full, "empty": make_case(), "odd": odd,
    }  # fmt: skip
    places = {name: case.reference for name, case in cases.items()}
    looked = _looked(full.person_id, ingrid)
    held = _documents(full, priya) | {"childless": cases["empty"].person_id}
    held |= behind.extracts(dana) | behind.queue(dana)
    return places | _people(make_case, marcus, priya) | _returns(dana) | looked | held


def _people(make_case, marcus, priya):
    """Make a child of whom much is known, second records of others, and twins."""
    long = {**LONG_NAME, "birth_date": date(2016, 9, 1), "postcode": "ZZ9 9ZZ"}
    about = make_case(**long)
    answers = {
        "addresses": {"kind": "home", "address": "1 Made-up Street\nHartwell", "postcode": "",
                      "disclose": "no"},
        "contact_rules": {"kind": "never", "whom": "the father", "rule": "no letters, no calls"},
        "orders": {"kind": "other", "forbids": LONG_NAME["surname"] * 3, "document": "D-12"},
    }  # fmt: skip
    facts = {
        part: record_fact(
            person=about.person, part=PARTS[part], answers=told, from_on=date(2025, 9, 1),
            to_on=None, by=priya,
        )
        for part, told in answers.items()
    }  # fmt: skip
    again = make_case(**{**long, "surname": f"{long['surname']}s", "upn": ""})
    twin = make_case(**{**long, "forename": "Benedict"})
    third = make_case(**{**long, "surname": "Okafor"})
    match, twins = a_pair(about.person, again.person), a_pair(about.person, twin.person)
    merge = merging.merge(
        kept_id=about.person_id, other_id=third.person_id, reason="The school said so", by=marcus
    )
    return {
        "child": about.person_id,
        "about": about.reference,
        "fact": facts["addresses"].pk,
        "match": match.pk,
        "twins": twins.pk,
        "merge": merge.pk,
    }


def _looked(child, ingrid):
    oversight.declare_family(how="own", surname=LONG_NAME["surname"], postcode="ZZ1 1ZZ", by=ingrid)
    for rule in RULES:
        finding = Finding.objects.create(
            key=rule, rule=rule, day=TODAY, user=ingrid.pk, child=child, facts={"times": 2}
        )
    closed = {"dismissed_at": clock.now(), "dismissed_by": ingrid, "reason": "A manager knew."}
    Finding.objects.create(key="closed", rule=rule, day=TODAY, child=child,
                           facts={"people": 12, "days": 7}, **closed)  # fmt: skip
    audit.record_look(
        acting=Acting(
            user=ingrid.pk, by="ingrid", role="SEND officer", organisation="Hartwell council",
            request="r", page="casework:case", purpose="casework", children={child},
        )
    )  # fmt: skip
    return {"finding": finding.pk, "looked_at": child}


def _documents(case, by):
    def add(content, name, **said):
        return documents.add_document(
            person_id=case.person_id, file=io.BytesIO(content), name=name,
            described=described(case_number=case.pk, **said), by=by,
        )  # fmt: skip

    long = f"Advice about {LONG_NAME['forename']} {LONG_NAME['surname']}" * 3
    held = {
        "pdf": add(pdf("It says porridge.", "And more."), f"{long}.pdf", sensitivity="health"),
        "word": add(docx("Dear parent, porridge."), "Letter.docx", visibility="family"),
        "photo": add(picture(), "Drawing.jpg", kind="voice"),
        "sound": add(sound(), "Says.wav", kind="voice", visibility="officers"),
    }
    documents.add_version(document=held["word"], file=io.BytesIO(docx("Again.")), by=by)
    changing.void(document=add(pdf("Wrong"), "Wrong.pdf"), reason=WhyVoid.WRONG_CHILD, by=by)
    work()
    held |= {"unscanned": add(pdf("x"), "New.pdf"), "harmful": add(pdf("x"), "Bad.pdf")}
    held["harmful"].versions.update(scan=Scan.INFECTED, harm="Eicar-Test.UNOFFICIAL")
    return {name: document.pk for name, document in held.items()} | {"papers": case.person_id}


def _settled(lena):
    for day in (date(2026, 1, 12), date(2026, 1, 16)):
        law.record_check(
            rule="issue_final_plan", verified_on=day, name=lena.display_name, role="Solicitor",
            note="Read online, where no later change is noted.", by=lena,
        )  # fmt: skip
    for since in (date(2025, 9, 1), date(2026, 9, 1)):
        law.adopt_reading(ambiguity="A1", reading="by", since=since, reason="So decided.", by=lena)


def _returns(dana):
    wrong = a_person(a_request(received="2025-02-31"), PersonBirthDate="2015-03-32")
    doubtful = a_file(wrong, a_person(UPN="Q919220000022"), LEA="919")
    other = a_file(a_person(UPN="T919220000033", Surname=LONG_NAME["surname"]))
    accepted = _read(other, dana)
    uploads.accept(upload=accepted, by=dana, confirmed=True)
    written = export.write(year=2026, by=dana)
    waiting = _received(a_file(a_person()), dana)
    uploads.read_later(upload=waiting, by=dana)
    ready = _read(doubtful, dana)
    found = {"waiting": waiting, "ready": ready, "accepted": accepted, "written": written}
    return {name: row.pk for name, row in found.items()}


def _received(file: io.BytesIO, dana):
    name = "sen2_return_of_january_2026_as_made_by_the_case_system_final.xml"
    return uploads.receive(source=file, name=name, size=len(file.getvalue()), by=dana)


def _read(file: io.BytesIO, dana):
    return uploads.read(upload=_received(file, dana))


@pytest.fixture
def window(chromium, live_server, client):
    """Open a window with JavaScript as somebody who has signed in, or as nobody."""
    context = chromium.new_context(base_url=live_server.url)

    def open_as(user):
        if user:
            client.force_login(user)
            value = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        return context.new_page()

    yield open_as
    context.close()


@pytest.mark.parametrize(
    "who", ["", "priya", "marcus", "helen", "dana", "tom", "lena", "ingrid", "sam"]
)
def test_every_page_of_a_person_is_sound_at_both_widths(who, request, area, window):
    page = window(request.getfixturevalue(who) if who else None)

    wrong = {
        (name, width): found
        for name, seen in PAGES.items()
        if seen.who == who
        for width in WIDTHS
        if (found := faults(page, seen, width, area))
    }

    assert wrong == {}


def faults(page: Page, seen: Seen, width: int, area: dict[str, object]) -> list[object]:
    """Return what is wrong with a page as somebody comes to it in a window so wide."""
    page.set_viewport_size({"width": width, "height": 900})
    answer = page.goto(seen.path.format(**area))
    found: list[object] = [] if answer.status == seen.status else [answer.status]
    for button in seen.presses:
        with page.expect_navigation():
            page.get_by_role("button", name=button, exact=True).click()
    for rule in Axe().run(page).response["violations"]:
        found += [(rule["id"], node["html"]) for node in rule["nodes"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        found.append(f"scrolls sideways: {wide} pixels")
    if not page.title().endswith(" – SEND Path"):
        found.append(page.title())
    return found
