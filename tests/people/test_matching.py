"""The record is searched for people who are in it twice, and nobody is asked the same again."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from people.pairs import look
from sendpath.audit.models import AuditEntry
from sendpath.core.sen2.identifiers import upn_check_letter
from sendpath.jobs.models import Job
from sendpath.jobs.services import enqueue
from sendpath.jobs.worker import run_one
from sendpath.people import services as people
from sendpath.people.models import MatchDecision, Person, PossibleMatch
from sendpath.people.services.deciding import decide

pytestmark = pytest.mark.django_db

State = PossibleMatch.State


def pairs():
    rows = PossibleMatch.objects.order_by("pk").values_list("first", "second", "state")
    return [(first, second, str(state)) for first, second, state in rows]


@pytest.fixture
def amber(make_case):
    return make_case(surname="Witchcombe", forename="Amber").person


@pytest.fixture
def again(make_case, amber):
    """A second record of Amber, with a slip in it and no number yet."""
    return make_case(surname="Whitchcombe", forename="Amber", upn="").person


@pytest.fixture
def match(amber, again):
    look()
    return PossibleMatch.objects.get()


def change(person, **values):
    who = {name: getattr(person, name) for name in people.Particulars.__annotations__}
    people.change_people(changes={person.pk: {**who, **values}})


def test_two_records_of_one_person_are_found(amber, again):
    run = look()

    assert pairs() == [(amber.pk, again.pk, "open")]
    assert (run.people, run.found, run.passed_over) == (2, 1, 0)
    assert run.compared >= 1


def test_strangers_are_not_found(amber, make_case):
    make_case(surname="Okafor", forename="Dilan", birth_date=date(2012, 2, 29), postcode="YY9 9YY")

    look()

    assert pairs() == []


def test_what_is_kept_of_a_pair_holds_nothing_of_the_records(match):
    kept = repr((match.evidence, match.cautions)).lower()

    assert [each["field"] for each in match.evidence]
    assert "witchcombe" not in kept
    assert "amber" not in kept
    assert "2015" not in kept


def test_searching_again_changes_nothing(match):
    look()

    assert PossibleMatch.objects.get().pk == match.pk


def test_a_pair_that_is_no_longer_likely_is_forgotten(match, again):
    change(
        again, surname="Okafor", forename="Dilan", birth_date=date(2012, 2, 29), postcode="Y1 1A"
    )

    look()

    assert pairs() == []


def test_different_people_are_not_proposed_again(match, marcus):
    decide(match=match, verdict=State.DIFFERENT, note="Cousins", owner=None, by=marcus)

    look()

    assert [state for *_, state in pairs()] == ["different"]


def test_different_people_are_proposed_again_once_the_facts_change(match, again, marcus):
    decide(match=match, verdict=State.DIFFERENT, note="Cousins", owner=None, by=marcus)
    change(again, surname="Witchcombe")

    look()

    assert [state for *_, state in pairs()] == ["open"]
    assert MatchDecision.objects.get().note == "Cousins"  # what was decided is still there to read


def test_a_change_of_what_is_not_compared_asks_nobody_again(match, again, marcus):
    decide(match=match, verdict=State.DIFFERENT, note="", owner=None, by=marcus)
    change(again, ethnicity="WIRI")

    look()

    assert [state for *_, state in pairs()] == ["different"]


def test_not_sure_keeps_its_owner_and_note_though_no_longer_likely(match, again, marcus, priya):
    decide(match=match, verdict=State.UNSURE, note="Ask the school", owner=priya, by=marcus)
    change(again, surname="Okafor", forename="Dilan", birth_date=date(2012, 2, 29))

    look()

    match.refresh_from_db()
    assert (match.state, match.owner) == (State.UNSURE, priya)


@pytest.mark.parametrize(("note", "owned"), [("", True), ("Ask the school", False)])
def test_not_sure_needs_a_note_and_an_owner(match, marcus, priya, note, owned):
    with pytest.raises(ValidationError, match="who finds it out"):
        decide(
            match=match,
            verdict=State.UNSURE,
            note=note,
            owner=priya if owned else None,
            by=marcus,
        )


def test_a_decision_is_logged_with_ids_alone(match, marcus):
    decide(match=match, verdict=State.DIFFERENT, note="Amber has a cousin", owner=None, by=marcus)

    entry = AuditEntry.objects.get(act="match_decided")
    assert (entry.by, entry.subject) == ("marcus", f"match:{match.pk}")
    assert "Amber" not in repr(entry.details)


def test_the_database_takes_a_pair_once_and_the_lower_id_first(match):
    row = {"weight": 1, "probability": 1, "rank": 1, "band": "likely", "fingerprint": "",
           "run": match.run}  # fmt: skip
    for first, second in ((match.first_id, match.second_id), (match.second_id, match.first_id)):
        with pytest.raises(IntegrityError), transaction.atomic():
            PossibleMatch.objects.create(first_id=first, second_id=second, **row)


def test_a_search_reads_the_record_in_few_queries(amber, again):
    with CaptureQueriesContext(connection) as queries:
        look()

    assert len(queries) <= 14


def test_a_number_that_is_replaced_still_finds_its_owner(amber, make_case):
    upn = upn_check_letter("999220000001") + "999220000001"
    change(amber, upn=upn)
    change(amber, upn="P999220000011")
    other = make_case(surname="Okafor", forename="Amber", upn="", postcode="YY9 9YY").person
    change(other, upn=upn)

    look()

    assert PossibleMatch.objects.get().band == "certain"


@pytest.mark.parametrize("kind", ["people.look_for_matches", "people.look_for_matches_at_night"])
def test_a_worker_searches_when_it_is_told_to(amber, again, kind):
    job = enqueue(kind=kind, arguments={}, by=None)

    assert run_one(worker="tests")
    job.refresh_from_db()
    assert job.state == Job.State.DONE
    assert PossibleMatch.objects.count() == 1
    assert Person.objects.filter(merged_into__isnull=False).count() == 0  # it joins nobody
