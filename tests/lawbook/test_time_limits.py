"""The list of every rule and the page of one: what is law, what is not, and how sure we are."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from core.law.made_up_rules import SECTIONS as MADE_UP
from sendpath.core.law.clocks import RULES, SECTIONS
from sendpath.core.law.rule import RuleKind
from sendpath.lawbook.selectors.rules import Sure, WantedRules, listing
from sendpath.lawbook.selectors.settled import Check

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 1, 19))


def limits(client, **query):
    return client.get(reverse("lawbook:time_limits"), query)


def keys(page):
    found = page.context["found"]
    lines = [line for heading in found.headings for line in heading.lines]
    return {line.key for line in (*lines, *found.not_yet_law)}


def checked(rule, *, current=True):
    return Check(
        rule=rule, verified_on=date(2026, 1, 12), name="Lena", role="Solicitor", note="",
        current=current,
    )  # fmt: skip


def test_every_rule_is_listed_for_anybody_under_its_part_with_its_number(client):
    page = limits(client)

    assert keys(page) == set(RULES)
    for section in SECTIONS:
        lines = [rule for rule in section.rules if rule.kind is not RuleKind.FUTURE]
        if lines:
            assert f'id="part-{section.letter}"' in page.text


@pytest.mark.parametrize(
    ("query", "opened"), [({}, False), ({"open": "all"}, True), ({"words": "final plan"}, True)]
)
def test_parts_are_closed_until_somebody_looks_for_something(client, query, opened):
    page = limits(client, **query).text

    assert ('id="part-B" open' in page) is opened
    assert ("Open a part to see its rules" in page) is not opened


@pytest.mark.parametrize(
    ("query", "in_it", "not_in_it"),
    [
        ({"words": "final plan"}, "issue_final_plan", "provide_advice"),
        ({"words": "when is the FINAL plan due?"}, "issue_final_plan", "provide_advice"),
        ({"words": "13(2)"}, "issue_final_plan", "provide_advice"),
        ({"section": "C"}, "appeal_lodge", "issue_final_plan"),
        ({"kind": "right"}, "appeal_lodge", "issue_final_plan"),
        ({"kind": "guidance"}, "school_consultation_response", "issue_final_plan"),
        ({"body": "family"}, "appeal_lodge", "issue_final_plan"),
        ({"sure": "S"}, "provide_advice", "issue_final_plan"),
        ({"sure": "not_checked"}, "issue_final_plan", None),
        ({"kind": "nonsense", "section": "?"}, "issue_final_plan", None),
    ],
)
def test_the_list_is_searched_and_narrowed(client, query, in_it, not_in_it):
    found = keys(limits(client, **query))

    assert in_it in found
    assert not_in_it not in found


def test_a_search_that_finds_nothing_says_what_to_try(client):
    page = limits(client, words="zebra crossing")

    assert "0 rules found" in page.text
    assert "No rule matches that. Try fewer or other words" in page.text


def test_what_is_not_law_stands_under_a_heading_of_its_own():
    found = listing(WantedRules(), {}, MADE_UP)

    assert [line.key for line in found.not_yet_law] == ["new_thing"]
    lines = [line for heading in found.headings for line in heading.lines]
    assert "new_thing" not in {line.key for line in lines}
    assert {line.key: line.tag for line in lines if line.tag} == {
        "review_the_young": "Guidance, not law",
        "see_soon": "A standard",
    }
    page = render_to_string(
        "lawbook/parts/rules.html",
        {"lines": found.not_yet_law, "caption": "Not yet law", "not_law": True},
    )
    assert "Not yet law" in page
    assert "How long" not in page


def test_a_rule_nobody_has_read_is_marked_until_the_legal_lead_has():
    def marked(checks):
        lines = [x for h in listing(WantedRules(), checks, MADE_UP).headings for x in h.lines]
        return next(line.unverified for line in lines if line.key == "do_as_ordered")

    assert marked({}) is True
    assert marked({"do_as_ordered": checked("do_as_ordered")}) is False
    assert marked({"do_as_ordered": checked("do_as_ordered", current=False)}) is True


def test_rules_are_found_by_whether_they_were_checked():
    checks = {"do_as_ordered": checked("do_as_ordered")}
    done = listing(WantedRules(sure=Sure.CHECKED), checks, MADE_UP)
    waiting = listing(WantedRules(sure=Sure.NOT_CHECKED), checks, MADE_UP)

    assert [line.key for h in done.headings for line in h.lines] == ["do_as_ordered"]
    assert done.total + waiting.total == sum(len(section.rules) for section in MADE_UP)


@pytest.mark.parametrize("key", RULES)
def test_every_rule_has_a_page_for_anybody(client, key):
    page = client.get(reverse("lawbook:rule", args=[key]))

    assert page.status_code == 200
    assert "How sure we are of it" in page.text
    assert "Record a check" not in page.text


def test_the_page_of_a_rule_tells_it_in_order_and_leads_to_its_law_and_its_date(client):
    page = client.get(reverse("lawbook:rule", args=["issue_final_plan"])).text

    headings = ["What must happen", "How long there is", "How it is counted",
                "What does not stop the clock", "Exceptions", "more than one way",
                "What follows", "How the law has changed", "Where to read it"]  # fmt: skip
    assert [page.index(heading) for heading in headings] == sorted(map(page.index, headings))
    assert "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13" in page
    assert "/dates?what=ehc.request_received" in page
    assert page.count("is not legal advice") == 1


def test_a_rule_that_is_not_there_is_not_found(client, lena):
    assert client.get(reverse("lawbook:rule", args=["no_such_rule"])).status_code == 404
    client.force_login(lena)
    assert client.get(reverse("lawbook:check", args=["no_such_rule"])).status_code == 404
    assert client.get(reverse("lawbook:adopt", args=["A99"])).status_code == 404


def test_every_open_question_is_shown_to_anybody_with_its_readings(client):
    page = client.get(reverse("lawbook:readings")).text

    assert page.count("Hartwell has adopted no reading of its own.") == 21
    assert "Does “before 15 February” or “before 31 March” leave that day out?" in page
    assert "Adopt a reading" not in page


def test_looking_leaves_nothing_behind(client):
    for name in ("time_limits", "readings", "dates"):
        answer = client.get(reverse(f"lawbook:{name}"))
        assert dict(answer.cookies) == {}
