"""Two records become one and are parted again; nothing of either is lost on the way."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.test.utils import isolate_apps

from sendpath.audit.models import AuditEntry
from sendpath.casework.models import Case, CaseEvent
from sendpath.casework.services import check, record
from sendpath.casework.services.cases import open_case
from sendpath.casework.services.record import NewEvent
from sendpath.core.casefile.events import Kind
from sendpath.people import belongings, selectors
from sendpath.people import services as people
from sendpath.people.models import FormerNumber, MatchRun, Merge, Person, PossibleMatch
from sendpath.people.services import merging
from sendpath.people.services.matching import look_for_matches
from sendpath.web import clock

pytestmark = pytest.mark.django_db

CASE = "casework.Case.person"
NHS, OTHER_NHS = "9990000018", "9990000026"


@pytest.fixture
def kept_case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Witchcombe")


@pytest.fixture
def other_case(make_case, kept_case):
    return make_case(
        (Kind.REQUEST_RECEIVED, date(2024, 3, 1)),
        (Kind.ASSESSMENT_DECIDED, date(2024, 4, 1), {"decision": "refuse"}),
        surname="Whitchcombe",
    )


@pytest.fixture
def kept(kept_case):
    return kept_case.person


@pytest.fixture
def other(other_case):
    return other_case.person


@pytest.fixture
def join(kept, other, marcus):
    def merge():
        return merging.merge(kept_id=kept.pk, other_id=other.pk, reason="Same child", by=marcus)

    return merge


def part(merge, by, give=None):
    return merging.undo(merge=merge, reason="They are cousins", give=give or {}, by=by)


def owner_of(case):
    return Case.objects.get(pk=case.pk).person_id


def everything():
    """Return every row of every table that a merge may touch, but for what only grows."""
    grows = {"AuditEntry", "ChainHead", "Merge", "MatchDecision", "Job"}
    tables = belongings.keys_to_people().values()
    names = {key.related_model for key in tables} | {Person, CaseEvent}
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in names
        if model.__name__ not in grows
    }


def test_the_cases_of_both_are_the_kept_ones(join, kept, kept_case, other_case):
    join()

    assert owner_of(kept_case) == owner_of(other_case) == kept.pk


def test_each_case_keeps_its_own_events(join, kept_case, other_case):
    before = list(CaseEvent.objects.values_list())

    join()

    assert list(CaseEvent.objects.values_list()) == before
    assert check.faults() == []


def test_the_other_record_stays_as_it_was_and_leads_to_the_kept_one(join, kept, other):
    join()

    other.refresh_from_db()
    assert (other.merged_into, other.surname) == (kept, "Whitchcombe")


def test_the_other_record_is_not_found_any_more(join, kept, other, helen):
    join()

    assert list(selectors.visible_to(helen)) == [kept]


def test_a_number_that_only_the_other_had_is_the_kept_ones(join, kept, other):
    people.add_nhs_numbers(numbers={other.pk: NHS})

    join()

    kept.refresh_from_db()
    assert kept.nhs_number == NHS
    assert not FormerNumber.objects.filter(kind="nhs_number").exists()


def test_where_both_have_a_number_the_others_is_a_former_one_and_still_finds(
    join, kept, other, helen
):
    upns = kept.upn, other.upn

    join()

    kept.refresh_from_db()
    assert kept.upn == upns[0]
    among = selectors.visible_to(helen)
    assert [selectors.find(words=upn, born_on=None, among=among) for upn in upns] == [[kept]] * 2


def test_a_merge_is_logged_under_both_records_with_ids_alone(join, kept, other):
    merge = join()

    rows = AuditEntry.objects.filter(act="people_merged")
    assert [row.subject for row in rows] == [f"person:{kept.pk}", f"person:{other.pk}"]
    assert rows[0].details == {"merge": merge.pk, "kept": kept.pk, "other": other.pk, CASE: 1}


def test_parting_puts_everything_back_as_it_was(join, kept, other, marcus):
    people.add_nhs_numbers(numbers={other.pk: NHS})
    before = everything()

    part(join(), marcus)

    withdrawn = FormerNumber.objects.all()
    assert [row.withdrawn_at is not None for row in withdrawn] == [True]  # the UPN, kept to see
    withdrawn_label = FormerNumber._meta.label
    assert {**everything(), withdrawn_label: []} == {**before, withdrawn_label: []}
    assert check.faults() == []


def test_events_added_since_go_with_their_case(join, other_case, other, marcus, priya):
    merge = join()
    new = NewEvent(kind=Kind.REQUEST_RECEIVED, occurred_on=date(2026, 1, 12), facts={})
    record.record_event(case=Case.objects.get(pk=other_case.pk), new=new, by=priya)

    part(merge, marcus)

    assert owner_of(other_case) == other.pk
    assert other_case.events.count() == 3
    assert check.faults() == []


def test_what_was_added_since_stays_with_the_kept_record(join, kept, marcus, priya):
    merge = join()
    added = open_case(person_id=kept.pk, team=None, officer=priya, by=priya)

    part(merge, marcus)

    assert owner_of(added) == kept.pk


def test_what_was_added_since_goes_where_it_is_sent(join, kept, other, marcus, priya):
    merge = join()
    added = open_case(person_id=kept.pk, team=None, officer=priya, by=priya)

    part(merge, marcus, give={CASE: [added.pk]})

    assert owner_of(added) == other.pk


def test_nothing_is_given_away_that_was_not_added_since(join, kept, kept_case, marcus):
    merge = join()

    part(merge, marcus, give={CASE: [kept_case.pk]})

    assert owner_of(kept_case) == kept.pk


def test_a_case_that_has_gone_to_a_third_person_since_is_left_there(
    join, other_case, make_case, marcus
):
    merge = join()
    third = make_case(surname="Okafor").person
    Case.objects.filter(pk=other_case.pk).update(person=third)

    part(merge, marcus)

    assert owner_of(other_case) == third.pk


def test_a_number_given_to_the_kept_record_since_stays_its_own(join, kept, other, marcus):
    people.add_nhs_numbers(numbers={other.pk: NHS})
    merge = join()
    people.add_nhs_numbers(numbers={kept.pk: OTHER_NHS})

    part(merge, marcus)

    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.nhs_number, other.nhs_number) == (OTHER_NHS, NHS)


def test_a_number_that_somebody_else_has_by_now_must_be_put_right_first(
    join, kept, other, marcus, make_case
):
    upn = other.upn
    merge = join()
    make_case(surname="Okafor", upn=upn)

    with pytest.raises(ValidationError, match="Somebody else has been given a number"):
        part(merge, marcus)
    other.refresh_from_db()
    assert other.merged_into == kept  # and nothing was half done


def test_merged_records_cannot_be_merged_again(join, kept, other, marcus, make_case):
    join()
    third = make_case(surname="Okafor").person

    for pair in ((third.pk, other.pk), (other.pk, third.pk), (kept.pk, other.pk)):
        with pytest.raises(ValidationError, match="merged already"):
            merging.merge(kept_id=pair[0], other_id=pair[1], reason="", by=marcus)


def test_nor_can_somebody_be_merged_with_themselves(kept, marcus):
    with pytest.raises(ValidationError, match="two records"):
        merging.merge(kept_id=kept.pk, other_id=kept.pk, reason="", by=marcus)


def test_the_database_itself_takes_one_merge_of_a_record_at_a_time(join, kept, other, marcus):
    merge = join()
    row = {"other": other, "reason": "", "moved": {}, "kept_had": {}, "before": {},
           "merged_by": marcus, "merged_at": merge.merged_at}  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        Merge.objects.create(kept=kept, **row)
    part(merge, marcus)
    Merge.objects.create(kept=kept, **row)  # once undone it may be merged again


def test_the_database_takes_nobody_merged_into_themselves(kept):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=kept.pk).update(merged_into=kept.pk)


def test_merges_on_merges_are_undone_the_last_one_first(join, kept, other, marcus, make_case):
    first = join()
    third = make_case(surname="Witchcombe").person
    second = merging.merge(kept_id=third.pk, other_id=kept.pk, reason="", by=marcus)
    other.refresh_from_db()
    assert other.merged_into == third  # its old links lead to whoever stands for it now

    with pytest.raises(ValidationError, match="Undo that first"):
        part(first, marcus)
    part(second, marcus)
    part(first, marcus)

    assert not Person.objects.filter(merged_into__isnull=False).exists()
    assert [case.person.surname for case in Case.objects.order_by("pk")] == [
        "Witchcombe", "Whitchcombe", "Witchcombe",
    ]  # fmt: skip


def test_a_merge_undone_cannot_be_undone_again(join, marcus):
    merge = part(join(), marcus)

    with pytest.raises(ValidationError, match="undone already"):
        part(merge, marcus)


def test_those_parted_are_not_proposed_again(join, marcus):
    look_for_matches(found_by=MatchRun.FoundBy.NIGHT, report=lambda compared: None)
    merge = join()
    assert PossibleMatch.objects.get().state == "merged"

    part(merge, marcus)
    look_for_matches(found_by=MatchRun.FoundBy.NIGHT, report=lambda compared: None)

    assert PossibleMatch.objects.get().state == "different"


def test_a_merge_that_fails_leaves_nothing_done(join, kept, other_case, monkeypatch):
    def fail(**row):
        raise RuntimeError

    monkeypatch.setattr(merging.audit, "record", fail)

    with pytest.raises(RuntimeError):
        join()

    assert owner_of(other_case) == other_case.person_id
    assert not Merge.objects.exists()


def test_every_table_that_names_a_person_has_a_rule():
    assert belongings.without_a_rule() == []
    assert len(belongings.keys_to_people()) >= 8


@isolate_apps("sendpath.casework", attr_name="apps")
def test_a_new_table_that_names_a_person_is_noticed_and_merging_refuses(monkeypatch, join):
    class Letter(models.Model):
        to = models.ForeignKey(Person, on_delete=models.CASCADE)

        class Meta:
            app_label = "casework"

        def __str__(self):
            return "letter"

    found = {**belongings.keys_to_people(), "casework.Letter.to": Letter._meta.get_field("to")}
    monkeypatch.setattr(belongings, "keys_to_people", lambda: found)

    assert belongings.without_a_rule() == ["casework.Letter.to"]
    with pytest.raises(belongings.NoRule, match=r"casework\.Letter\.to"):
        join()


KNOWN_ELSEWHERE = {
    # history of a file or a return, which stays as it was written
    "returns.StagedPerson.person_id", "returns.WrittenFault.person_id",
}  # fmt: skip


def test_no_table_names_a_person_by_a_mere_number():
    numbers = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.IntegerField) and field.name in {"person_id", "child_id"}
    }
    assert numbers == KNOWN_ELSEWHERE


def test_a_row_that_both_have_stays_where_it_is(join, kept, other, marcus):
    for person in (kept, other):
        FormerNumber.objects.create(
            person=person,
            kind="upn",
            number="P999220000011",
            why=FormerNumber.Why.REPLACED,
            recorded_at=clock.now(),
        )

    merge = join()

    held = FormerNumber.objects.filter(number="P999220000011").order_by("person")
    assert [row.person for row in held] == [kept, other]
    part(merge, marcus)
    assert [row.person for row in held.all()] == [kept, other]
