"""What the legal lead settles: checks that replace one another, and readings by the day."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.law.made_up_rules import RULES as MADE_UP
from sendpath.audit.models import AuditEntry
from sendpath.core.law.clock import Limit
from sendpath.core.law.clocks import RULES
from sendpath.core.law.counting import Weeks
from sendpath.core.law.fingerprint import fingerprint
from sendpath.lawbook import services
from sendpath.lawbook.models import AdoptedReading, RuleCheck
from sendpath.lawbook.selectors.settled import adopted_on, adoptions, checks, checks_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 19)


@pytest.fixture(autouse=True)
def _day(today):
    today(TODAY)


@pytest.fixture
def check(lena):
    def record(day=TODAY, *, rule="issue_final_plan", name="Lena Okoro", note=""):
        return services.record_check(
            rule=rule, verified_on=day, name=name, role="Solicitor", note=note, by=lena
        )

    return record


@pytest.fixture
def adopt(lena):
    def record(reading, since, *, ambiguity="A1"):
        return services.adopt_reading(
            ambiguity=ambiguity, reading=reading, since=since, reason="So decided.", by=lena
        )

    return record


def test_a_later_check_takes_the_place_of_an_earlier_and_both_are_kept(check):
    check(date(2026, 1, 12), note="Read online.")
    check(date(2026, 1, 19), name="L. Okoro")

    assert checks()["issue_final_plan"].name == "L. Okoro"
    assert [(c.verified_on.day, c.note) for c in checks_of("issue_final_plan")] == [
        (19, ""),
        (12, "Read online."),
    ]
    assert set(checks()) == {"issue_final_plan"}


def test_a_check_counts_for_the_rule_as_it_was_written_then(check):
    row = check()
    assert checks()["issue_final_plan"].current is True

    RuleCheck.objects.filter(pk=row.pk).update(wording="0" * 16)

    assert checks()["issue_final_plan"].current is False


def test_a_fingerprint_changes_with_the_law_and_not_with_the_sentences():
    plan = RULES["issue_final_plan"]
    reworded = replace(plan, duty="Send the plan", follows="", otherwise="x")
    longer = replace(plan, limits=(Limit(count=Weeks(21), law=plan.now.law),))

    assert fingerprint(reworded) == fingerprint(plan)
    assert fingerprint(longer) != fingerprint(plan)
    assert fingerprint(replace(plan, grounds=plan.grounds[1:])) != fingerprint(plan)


def test_every_rule_has_a_fingerprint_of_its_own():
    rules = [*RULES.values(), *MADE_UP.values()]

    assert len({fingerprint(rule) for rule in rules}) == len(rules)


def test_both_are_written_in_the_log_without_a_name(check, adopt):
    check()
    adopt("by", date(2026, 2, 1))

    said = AuditEntry.objects.filter(subject__in=["rule:issue_final_plan", "reading:A1"])
    assert [(entry.act, entry.by) for entry in said] == [
        ("rule_checked", "lena"),
        ("reading_adopted", "lena"),
    ]
    assert "Okoro" not in str([entry.details for entry in said])


@pytest.mark.parametrize(
    ("rule", "day"), [("no_such_rule", TODAY), ("issue_final_plan", date(2026, 1, 20))]
)
def test_a_check_of_nothing_or_from_the_future_is_refused(check, rule, day):
    with pytest.raises(ValidationError):
        check(day, rule=rule)

    assert not RuleCheck.objects.exists()


@pytest.mark.parametrize(("ambiguity", "reading"), [("A1", "sent"), ("A99", "before")])
def test_only_a_reading_of_the_question_can_be_adopted(adopt, ambiguity, reading):
    with pytest.raises(ValidationError):
        adopt(reading, TODAY, ambiguity=ambiguity)

    assert not AdoptedReading.objects.exists()


def test_the_reading_in_force_is_the_newest_not_later_than_the_day(adopt):
    adopt("by", date(2026, 4, 1))
    adopt("before", date(2025, 9, 1))

    def on(day):
        return {key: one.reading for key, one in adopted_on(day).items()}

    assert on(date(2025, 8, 31)) == {}
    assert on(date(2025, 9, 1)) == {"A1": "before"}
    assert on(date(2026, 3, 31)) == {"A1": "before"}
    assert on(date(2026, 4, 1)) == {"A1": "by"}
    assert [one.reading for one in adoptions()["A1"]] == ["by", "before"]


def test_of_two_from_the_same_day_the_later_recorded_counts(adopt):
    adopt("by", date(2025, 9, 1))
    adopt("before", date(2025, 9, 1))

    assert adopted_on(TODAY)["A1"].reading == "before"
