"""What is known about somebody is dated, kept, and shown to those alone whose work needs it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sendpath.audit.models import AuditEntry
from sendpath.casework.models import CaseDeadline
from sendpath.casework.permissions import duties_in_view
from sendpath.casework.services import check
from sendpath.core.casefile.events import Kind
from sendpath.core.people.part import Form
from sendpath.core.people.parts import PARTS
from sendpath.core.sen2.identifiers import upn_check_letter
from sendpath.people.models import FamilyMember, FormerNumber, PersonFact
from sendpath.people.models.facts import NeverChanged
from sendpath.people.selectors import facts
from sendpath.people.selectors.about import about, who_decides
from sendpath.people.services import merging
from sendpath.people.services.facts import change_numbers, mark_as_mistake, record_fact

pytestmark = pytest.mark.django_db

HOME = {"kind": "home", "address": "1 Made-up Street", "postcode": "ZZ1 1ZZ", "disclose": "yes"}
SAFE = {**HOME, "address": "7 Nowhere Lane", "postcode": "ZZ9 9ZZ", "disclose": "no"}
MOTHER = {"name": "Fern Witchcombe", "relation": "parent", "what": "mother",
          "responsibility": "yes"}  # fmt: skip
UPN = upn_check_letter("999220000001") + "999220000001"


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)), surname="Witchcombe")


@pytest.fixture
def amber(case):
    return case.person


@pytest.fixture
def know(amber, priya):
    def record(part, answers, from_on=None, to_on=None, replaces=None, by=priya):
        return record_fact(
            person=amber,
            part=PARTS[part],
            answers=answers,
            from_on=from_on,
            to_on=to_on,
            replaces=replaces,
            by=by,
        )

    return record


def shown(user, person, part, known_on=None):
    parts = facts.parts_shown(user, person, known_on=known_on)
    return next(one for one in parts if one.part.key == part)


def test_every_part_has_what_a_form_and_a_page_need():
    for key, part in PARTS.items():
        assert (key, part.key) == (key, key)
        assert part.questions, key
        assert all(
            question.choices if question.form is Form.CHOICE else not question.choices
            for question in part.questions
        )
        assert all(question.called[0].islower() for question in part.questions)


def test_a_correction_takes_the_place_of_what_was_known_and_keeps_it(know, amber, priya):
    old = know("addresses", HOME, date(2020, 1, 1))
    know("addresses", {**HOME, "address": "2 Made-up Street"}, date(2020, 1, 1), replaces=old)

    (row,) = shown(priya, amber, "addresses").rows
    assert ("Address", "2 Made-up Street") in row.told
    everything = facts.history(priya, amber, PARTS["addresses"]).rows
    assert [one.standing_for for one in everything] == ["", "Replaced"]


def test_what_was_known_on_a_past_day_can_be_seen(know, amber, priya, today):
    old = know("addresses", HOME)
    today(date(2026, 1, 26))
    new = know("addresses", {**HOME, "address": "2 Made-up Street"}, replaces=old)
    mark_as_mistake(fact=new, by=priya)

    def known(day):
        rows = shown(priya, amber, "addresses", known_on=day).rows
        return [dict(row.told)["Address"] for row in rows]

    assert known(date(2026, 1, 18)) == []
    assert known(date(2026, 1, 19)) == ["1 Made-up Street"]
    assert known(date(2026, 1, 25)) == ["1 Made-up Street"]
    assert shown(priya, amber, "addresses").rows == []


def test_a_row_can_neither_be_changed_nor_deleted(know):
    row = know("pronouns", {"pronouns": "she and her"})

    for act in (row.save, row.delete):
        with pytest.raises(NeverChanged):
            act()


def test_two_cannot_correct_the_same_row(know):
    old = know("pronouns", {"pronouns": "she and her"})
    know("pronouns", {"pronouns": "they and them"}, replaces=old)

    with pytest.raises(ValidationError, match="after you looked"):
        know("pronouns", {"pronouns": "he and him"}, replaces=old)


def test_what_has_ended_is_said_to_have_ended(know, amber, priya):
    know("addresses", HOME, date(2020, 1, 1), date(2026, 1, 18))
    know("addresses", HOME, date(2026, 1, 1), date(2026, 1, 19))

    assert [row.past for row in shown(priya, amber, "addresses").rows] == [False, True]


def test_an_end_before_the_beginning_is_refused(know):
    with pytest.raises(ValidationError, match="must not be before the first"):
        know("addresses", HOME, date(2026, 1, 2), date(2026, 1, 1))


def test_the_log_holds_ids_alone(know, amber):
    know("addresses", SAFE)
    know("names", {"kind": "sealed", "forename": "Secretname", "surname": "Birthname"})

    logged = repr(list(AuditEntry.objects.filter(subject=f"person:{amber.pk}").values_list()))
    assert "'part': 'addresses'" in logged
    for secret in ("Nowhere", "ZZ9", "Secretname", "Birthname"):
        assert secret not in logged


def test_a_safe_address_is_seen_by_those_alone_whose_work_needs_it(know, amber, priya, dana):
    know("addresses", SAFE)

    assert dict(shown(priya, amber, "addresses").rows[0].told)["Address"] == "7 Nowhere Lane"
    withheld = shown(dana, amber, "addresses")
    assert withheld.rows == []
    assert withheld.withheld == PARTS["addresses"].withheld
    for user in (priya, dana):
        assert facts.banners(user, amber)[0].startswith("Safe address: do not tell anyone")


def test_a_sealed_name_is_not_even_hinted_at(know, amber, priya, everybody):
    know("names", {"kind": "sealed", "forename": "Secretname", "surname": "Birthname"})

    names = shown(priya, amber, "names")
    assert [dict(row.told)["First name"] for row in names.rows] == ["Secretname"]
    finance = shown(everybody["finance_officer"], amber, "names")
    assert (finance.rows, finance.withheld) == ([], "")


def test_numbers_from_before_an_adoption_are_sealed_with_the_name(
    know, amber, priya, everybody, case
):
    change_numbers(person=amber, numbers={"upn": UPN}, by=priya)
    amber.refresh_from_db()
    finance = everybody["finance_officer"]
    assert [n.former for n in about_of(finance, amber).numbers] == [False, True]

    know("names", {"kind": "sealed", "forename": "Secretname"})

    assert [n.former for n in about_of(finance, amber).numbers] == [False]
    assert [n.former for n in about_of(priya, amber).numbers] == [False, True]


def about_of(user, person):
    return about(user=user, person=person, today=date(2026, 1, 19), known_on=None)


def test_an_order_is_a_banner_as_long_as_it_holds(know, amber, priya):
    order = {"kind": "prohibited_steps", "forbids": "do not tell the father which school",
             "document": "D12"}  # fmt: skip
    know("orders", order, date(2025, 1, 1), date(2026, 1, 19))
    know("orders", {**order, "forbids": "an old order"}, date(2020, 1, 1), date(2026, 1, 18))
    know("orders", {**order, "forbids": "one to come"}, date(2026, 1, 20))

    assert facts.banners(priya, amber) == [
        "Prohibited steps order: do not tell the father which school"
    ]


def test_families_are_not_shown_what_keeps_one_of_them_safe(know, amber, everybody):
    know("contact_rules", {"kind": "never", "whom": "the father", "rule": "non-molestation order"})

    assert facts.banners(everybody["parent"], amber) == []


def test_who_is_a_parent_with_what_right_is_said_to_access_too(know, amber):
    row = know("family", MOTHER, date(2015, 3, 14))
    member = FamilyMember.objects.get(person=amber)
    assert (member.relation, member.has_parental_responsibility) == ("parent", True)

    row = know("family", {**MOTHER, "responsibility": "no"}, date(2015, 3, 14), replaces=row)

    member.refresh_from_db()
    assert member.has_parental_responsibility is False
    mark_as_mistake(fact=row, by=row.recorded_by)
    member.refresh_from_db()
    assert member.ends_on == date(2026, 1, 18)


def test_somebody_else_in_the_family_is_given_no_right(know, amber):
    know("family", {**MOTHER, "relation": "other", "what": "sister"})

    assert not FamilyMember.objects.filter(person=amber).exists()


def test_death_takes_every_duty_off_the_lists_and_leaves_the_record(
    know, case, amber, helen, client
):
    before = open_count(helen)
    assert before > 0
    row = know("death", {"source": "The NHS"}, date(2026, 1, 17))

    assert open_count(helen) == 0
    assert CaseDeadline.objects.filter(case=case).exists()
    assert check.faults() == []
    client.force_login(helen)
    assert "BEGIN:VEVENT" not in client.get(f"/cases/{case.reference}/dates.ics").text
    assert "They have died" in facts.banners(helen, amber)[0]

    mark_as_mistake(fact=row, by=helen)
    assert open_count(helen) == before
    assert check.faults() == []


def open_count(user):
    return CaseDeadline.objects.filter(CaseDeadline.TO_DO & duties_in_view(user)).count()


def test_a_death_is_not_in_the_future(know):
    with pytest.raises(ValidationError, match="today or in the past"):
        know("death", {"source": "The NHS"}, date(2026, 1, 20))


def test_a_number_that_is_replaced_becomes_a_former_one(amber, priya):
    before = amber.upn

    change_numbers(person=amber, numbers={"upn": UPN}, by=priya)

    amber.refresh_from_db()
    assert amber.upn == UPN
    assert FormerNumber.objects.get().number == before


@pytest.mark.parametrize(
    ("kind", "number"), [("upn", "A999220000011"), ("uln", "1000000001"), ("nhs_number", "999")]
)
def test_a_number_whose_check_digit_is_wrong_is_refused(amber, priya, kind, number):
    with pytest.raises(ValidationError, match="it has a mistake in it"):
        change_numbers(person=amber, numbers={kind: number}, by=priya)


def test_somebody_elses_number_is_refused_and_nothing_is_saved(amber, priya, make_case):
    make_case(surname="Okafor", upn=UPN)
    before = amber.upn

    with pytest.raises(ValidationError, match="Somebody else has this UPN"):
        change_numbers(person=amber, numbers={"nhs_number": "9990000018", "upn": UPN}, by=priya)

    amber.refresh_from_db()
    assert (amber.upn, amber.nhs_number) == (before, "")


def test_what_is_known_goes_with_the_record_in_a_merge_and_back(know, amber, priya, make_case):
    know("pronouns", {"pronouns": "she and her"})
    other = make_case(surname="Whitchcombe").person

    merge = merging.merge(kept_id=other.pk, other_id=amber.pk, reason="One child", by=priya)
    assert [f.person for f in PersonFact.objects.all()] == [other]
    merging.undo(merge=merge, reason="Two", give={}, by=priya)

    assert [f.person for f in PersonFact.objects.all()] == [amber]


def test_a_merge_with_somebody_known_to_have_died_stops_the_duties_of_both(
    know, amber, helen, make_case
):
    know("death", {"source": "The NHS"}, date(2026, 1, 17))
    other = make_case((Kind.REQUEST_RECEIVED, date(2025, 12, 1)), surname="Whitchcombe").person
    assert open_count(helen) > 0

    merge = merging.merge(kept_id=other.pk, other_id=amber.pk, reason="One child", by=helen)
    assert open_count(helen) == 0
    merging.undo(merge=merge, reason="Two", give={}, by=helen)

    assert open_count(helen) > 0
    assert check.faults() == []


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (
            date(2031, 3, 13),
            "Their parents, until compulsory school age ends on Friday 27 June 2031.",
        ),
        (
            date(2031, 6, 27),
            "Their parents, until compulsory school age ends on Friday 27 June 2031.",
        ),
        (
            date(2031, 6, 28),
            "The young person: compulsory school age ended on Friday 27 June 2031.",
        ),
    ],
)
def test_whose_the_rights_are_turns_the_day_after_compulsory_school_age(day, begins):
    lines = who_decides(date(2015, 3, 14), day)

    assert lines[0].startswith(begins)
    assert any("They are 16" in line for line in lines) == (day == date(2031, 6, 27))
