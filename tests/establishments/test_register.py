"""An extract is compared with what is held, accepted once, and nothing held is overwritten."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from establishments.made_up_register import CLOSED, extract, links, named, school
from sendpath.audit.models import AuditEntry
from sendpath.core.gias.read import Refused
from sendpath.establishments.models import (
    Establishment,
    EstablishmentDetails,
    EstablishmentLink,
    RegisterLoad,
)
from sendpath.establishments.register import files, selectors, services
from sendpath.establishments.register.services_accept import apply

pytestmark = pytest.mark.django_db

FIRST, LATER = date(2025, 4, 22), date(2026, 1, 19)


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 2, 1))


@pytest.fixture
def stage(dana):
    def bring_in(*rows, day=FIRST, linked=None):
        return services.load_now(
            source=extract(*rows), links=linked, name="edubasealldata.csv", extract_on=day, by=dana
        )

    return bring_in


@pytest.fixture
def load(stage, dana):
    def bring_in(*rows, confirmed=False, **said):
        return services.accept_now(load=stage(*rows, **said), by=dana, confirmed=confirmed)

    return bring_in


def counts(load):
    return {kind: n for kind, n in load.counts.items() if n and kind not in ("held", "links")}


def test_before_it_is_accepted_nothing_is_recorded(stage):
    found = stage(school(), school("990002"))

    assert (found.state, counts(found)) == ("ready", {"new": 2})
    assert not Establishment.objects.exists()


def test_accepted_it_can_be_found_and_read(load, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        load(school(), school("990002", Town="Birchford", **named("Elm School")))

    (found,) = selectors.found("birchford")
    assert (found.urn, found.details.town) == ("990002", "Birchford")
    assert [row.urn for row in selectors.found("wych")] == ["990001"]
    assert [row.urn for row in selectors.found("elm 990002")] == ["990002"]
    assert list(selectors.found("  ")) == []
    assert not files.path_of(RegisterLoad.objects.get().sha256).exists()
    assert AuditEntry.objects.filter(act="register_accepted").count() == 1


def test_the_same_extract_again_changes_nothing(load, stage):
    load(school(), school("990002"))

    again = stage(school(), school("990002"))

    assert counts(again) == {"unchanged": 2}
    assert EstablishmentDetails.objects.count() == 2


def test_what_a_later_extract_says_is_told_apart_and_the_earlier_is_kept(load, stage, dana):
    load(*(school(f"99000{n}") for n in (1, 2, 4)), school("990003", **CLOSED))
    later = stage(
        school("990001", SchoolCapacity="140"),
        school("990002", **CLOSED),
        school("990003"),
        school("990004"),
        school("990005"),
        day=LATER,
    )

    assert counts(later) == {"new": 1, "changed": 1, "closed": 1, "reopened": 1, "unchanged": 1}
    (change,) = selectors.changes_with(later, "changed")
    assert selectors.labels(change) == "Places"
    services.accept_now(load=later, by=dana, confirmed=False)

    newest, first = selectors.history("990001")
    assert (newest.from_day, first.from_day, first.changes) == (LATER, FIRST, [])
    assert [(c.label, c.before, c.after) for c in newest.changes] == [("Places", "120", "140")]
    assert selectors.establishment("990002").details.closed
    assert EstablishmentDetails.objects.filter(establishment="990001").count() == 2
    assert EstablishmentDetails.objects.filter(establishment="990004").count() == 1


def test_an_earlier_extract_than_the_one_held_is_refused(load, stage):
    load(school(), day=LATER)

    with pytest.raises(Refused, match="A later extract, of 19 January 2026, is in the record"):
        stage(school(), day=FIRST)


def test_an_extract_of_tomorrow_is_refused(stage):
    with pytest.raises(Refused, match="must be today or in the past"):
        stage(school(), day=date(2026, 2, 2))


def test_an_extract_that_lacks_much_of_what_is_held_is_in_doubt(load, stage, dana):
    load(*(school(f"9900{n}") for n in range(10, 50)))
    most = [school(f"9900{n}") for n in range(10, 48)]

    assert services.doubts(stage(*most, day=LATER)) == []
    part = stage(*most[:-1], day=LATER)
    assert "3 of the 40 establishments held are not in it" in services.doubts(part)[0]
    with pytest.raises(ValidationError, match="Confirm that it is the right file"):
        services.accept_now(load=part, by=dana, confirmed=False)
    services.accept_now(load=part, by=dana, confirmed=True)
    assert Establishment.objects.count() == 40


def test_rows_at_fault_are_left_out_and_told(stage):
    found = stage(school(), school("99", **named("X")), school("990002", SchoolCapacity="?"),
                  school("990001", **named("Twice")))  # fmt: skip

    assert counts(found) == {"new": 2, "left_out": 2, "faults": 3}
    assert [(f.line, f.blocks) for f in found.faults.all()] == [(3, True), (5, True), (4, False)]


def test_a_file_that_turns_out_to_be_cut_off_is_refused_as_a_whole(dana):
    cut = extract(school(), school("990002"))
    cut.truncate(len(cut.getvalue()) - 30)

    found = services.load_now(
        source=cut, links=None, name="x.csv", extract_on=FIRST, by=dana
    )  # fmt: skip

    assert (found.state, "cut off" in found.refusal) == ("refused", True)
    with pytest.raises(ValidationError):
        services.accept_now(load=found, by=dana, confirmed=True)


def test_work_that_was_killed_is_ended_by_doing_it_again(stage, dana, monkeypatch):
    monkeypatch.setattr("sendpath.establishments.register.services_read.CHUNK", 10)
    rows = [school(f"9900{n}") for n in range(10, 50)]
    found = services.begin_accepting(load=stage(*rows), by=dana, confirmed=False)

    def killed(done, total, doing):
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply(load=found, report=killed)
    assert EstablishmentDetails.objects.count() == 20

    assert apply(load=found).state == "accepted"
    assert EstablishmentDetails.objects.count() == 40


def test_links_are_kept_with_the_extracts_that_have_them(load):
    old, new = ("990001", "990009", "Old School", "Predecessor", "31-08-2020"), (
        "990001", "990008", "Other School", "Successor", "",
    )  # fmt: skip
    load(school(), linked=links(old))
    load(school(), day=LATER, linked=links(old, new))
    assert [link.other_urn for link in selectors.links("990001")] == ["990009", "990008"]

    load(school(), day=LATER, linked=links(new))

    assert [link.other_urn for link in selectors.links("990001")] == ["990008"]
    assert EstablishmentLink.objects.count() == 2
    load(school(), day=LATER)  # without a links file nothing is said of links
    assert len(selectors.links("990001")) == 1


def test_a_cancelled_load_leaves_nothing(stage, dana):
    found = stage(school())

    services.cancel(load=found, by=dana)

    assert RegisterLoad.objects.get().state == "cancelled"
    with pytest.raises(ValidationError):
        services.cancel(load=found, by=dana)


def test_a_school_known_by_its_term_dates_alone_gets_its_details(load, publish):
    publish("990001", name="Known as")

    load(school())

    found = selectors.establishment("990001")
    assert (found.name, found.details.town) == ("Wychcombe School", "Ashdown")
