"""What is seen of a return as a whole: the header, strange elements, doubles and shares."""

import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from core.sen2.made_up import (
    SURVEY,
    active,
    as_file,
    check,
    found,
    header,
    historical,
    need,
    new_plan,
    person,
    placement,
    plan,
    read_all,
    record,
    request,
)
from sendpath.core.sen2.chain import Establishment
from sendpath.core.sen2.read import read_return
from sendpath.core.sen2.rules import NOT_RAISED, RULES
from sendpath.core.sen2.validate import TESTED_HERE, Validator
from tools.reference import sen2 as reference

CASES = Path(__file__).parents[2] / "reference/sen2"
NOW = datetime.fromisoformat("2026-01-20T12:00:00")


def named(content):
    return [(issue.rule, issue.person, issue.field) for issue in check(content).issues]


def spoilt(old, new, *people):
    content = as_file(*(people or (person(),))).decode()
    assert old in content
    return content.replace(old, new, 1).encode()


def test_every_rule_of_the_catalogue_is_tested_or_left_out_with_a_reason():
    assert SURVEY.rules.keys() == RULES.ids | TESTED_HERE | NOT_RAISED.keys()


@pytest.mark.parametrize(("file", "passed", "differs"), [*reference.run(CASES)])
def test_the_reference_cases_come_out_as_expected(file, passed, differs):
    assert (file, passed, differs) == (file, True, "")


def test_every_reference_case_that_is_stored_is_expected_to_something():
    stored = {path.relative_to(CASES).as_posix() for path in CASES.rglob("*.xml")}
    expected = json.loads((CASES / "expected.json").read_text())["cases"]

    assert stored == {case["file"] for case in expected}


@pytest.mark.parametrize(
    ("rule", "item", "values"),
    [
        ("S2-001", "ReferenceDate", {"ReferenceDate": "2026-01-16"}),
        ("S2-001", "Year", {"Year": "26"}),
        ("S2-002", "Collection", {"Collection": "CIN"}),
        ("S2-003", "LEA", {"LEA": "9190"}),
        ("S2-003", "LEA", {"LEA": None}),
        ("S2-003", "LEA", {"LEA": "909"}),
        ("S2-004", "SerialNo", {"SerialNo": "1"}),
        ("S2-004", "DateTime", {"DateTime": "2026-01-20"}),
        ("S2-004", "DateTime", {"DateTime": "2026-02-30T09:00:00"}),
        ("S2-004", "DateTime", {"DateTime": "2026-01-20T12:00:01"}),
        ("S2-005", "DCO", {"DCO": None}),
        ("S2-006", "DSCO", {"DSCO": "2"}),
    ],
)
def test_a_fault_in_the_header_is_the_files_and_nobodys(rule, item, values):
    lea = values.get("LEA", "999") or ""
    validator = Validator(SURVEY, lea=lea, now=NOW)
    validator.person(person(1, UPN="N919220000011"), 1)

    issues = validator.finish(header(**values))

    assert [(i.rule, i.person, i.field) for i in issues] == [(rule, 0, item)]


def test_the_moment_the_file_was_written_may_be_now():
    validator = Validator(SURVEY, lea="999", now=NOW)
    validator.person(person(), 1)

    assert validator.finish(header(DateTime="2026-01-20T12:00:00")) == []


def test_officers_may_stand_anywhere_around_the_people():
    moved = spoilt("<DSCO>1</DSCO>", "").replace(b"</Message>", b"<DSCO>0</DSCO></Message>")
    head, _ = read_all(moved)

    assert (head.values["DSCO"], named(moved)) == ("0", [])


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("<Surname>Testperson1</Surname>", "<Surname>T</Surname><Hobby>1</Hobby>", "Person/Hobby"),
        ("</UPN>", "</UPN><NamedPlan><PB>0</PB></NamedPlan>", "Person/NamedPlan"),
        ("<DMO>", "<LEA>919</LEA><DMO>", "Header/LEA"),
    ],
)
def test_an_element_that_is_not_in_the_specification_is_left_out_and_reported(old, new, path):
    report = check(spoilt(old, new))

    assert [(i.rule, i.person) for i in report.issues] == [("S2-F05", 0)]
    assert f"{path} is not part of this year's return at that place" in report.issues[0].message


@pytest.mark.parametrize(
    ("name", "other"),
    [("PostCode", "Postcode"), ("Surname", "FamilyName"), ("Persons", "persons")],
)
def test_another_spelling_is_read_and_reported_once_with_its_count(name, other):
    content = as_file(person(1), person(2)).decode()
    content = content.replace(f"<{name}>", f"<{other}>").replace(f"</{name}>", f"</{other}>")

    report = check(content.encode())

    assert [(i.rule, i.field) for i in report.issues] == [("S2-F05", other)]
    assert report.counts["person"] == 2
    assert [note.count for note in report.notes] == [1 if name == "Persons" else 2]


def test_flags_namespaces_attributes_and_stray_text_are_noted_without_an_issue():
    content = as_file(person()).decode()
    content = content.replace("<RYA>0<", "<RYA>false<").replace(
        "<Message>", '<Message xmlns="u:x">'
    )
    content = content.replace("<Person>", '<Person id="7">stray')

    report = check(content.encode())

    assert report.issues == ()
    assert [note.oddity for note in report.notes] == [
        "namespace",
        "attribute",
        "stray_text",
        "flag",
    ]


def test_a_file_of_strange_elements_does_not_fill_the_memory_with_notes():
    strange = "".join(f"<x{n}/>" for n in range(2000))
    notes = check(spoilt("</UPN>", f"</UPN>{strange}")).notes

    assert len(notes) == 501
    assert sum(note.count for note in notes) == 2000


def test_an_item_given_twice_keeps_the_first_and_is_reported():
    content = spoilt("</Surname>", "</Surname><Surname>Other</Surname>")

    (who,) = people_of(content)
    assert who.values["Surname"] == "Testperson1"
    assert named(content) == [("S2-F06", 1, "Surname")]


def people_of(content):
    return read_all(content)[1]


def test_two_plans_under_one_assessment_are_reported():
    twice = historical(plan(StartDate="2025-02-01"), active())
    twice.children[0].children.append(plan(StartDate="2025-02-01"))

    assert ("S2-F06", 1, "NamedPlan") in found(person(1, twice))


def test_a_return_without_people_is_an_error_and_not_a_refusal():
    assert found() == [("S2-F08", 0, "")]


def test_the_same_numbers_and_names_are_named_on_both_people():
    names = {"Surname": "Test", "Forename": "Amber"}
    one = person(1, **names, UniqueLearnerNumber="1000000035")
    other = person(2, **names, UniqueLearnerNumber="1000000035", UPN=one.values["UPN"])

    assert found(one, person(3), other) == [
        (rule, number, item)
        for number in (1, 3)
        for rule, item in (
            ("S2-119", "UPN"),
            ("S2-121", "UniqueLearnerNumber"),
            ("S2-122", "Surname"),
        )
    ]


def test_no_message_holds_a_name():
    people = [person(n, Surname="Secretname", Forename="Hiddenname", Sex="x") for n in (1, 2)]

    report = check(as_file(*people))

    assert len(report.issues) == 4
    for issue in report.issues:
        assert "Secretname" not in issue.message + issue.fix
        assert "Hiddenname" not in issue.message + issue.fix


def many(count, make):
    """Twenty people, of whom the first few are made so."""
    return [make(n) if n <= count else person(n) for n in range(1, 21)]


@pytest.mark.parametrize(
    ("rule", "item", "most", "make"),
    [
        ("S2-108", "Ethnicity", 1, lambda n: person(n, Ethnicity="NOBT")),
        ("S2-604", "SENtype", 2, lambda n: person(n, historical(
            plan(StartDate="2025-02-01"), active(placement(), need(SENtype="OTH"))))),
    ],
)  # fmt: skip
def test_a_share_is_queried_once_it_is_over_its_limit(rule, item, most, make):
    assert found(*many(most, make)) == []
    assert found(*many(most + 1, make)) == [(rule, 0, item)]


class Register:
    """A made-up register of two schools, and an area of one postcode."""

    def establishment(self, urn):
        known = {
            "117001": Establishment(expected=True, sen_unit=False, resourced_provision=True),
            "117002": Establishment(expected=False),
        }
        return known.get(urn)

    def in_area(self, postcode):
        return postcode == "HW1 1AA"


@pytest.mark.parametrize(
    ("who", "rules"),
    [
        (person(), []),
        (person(1, PostCode="SG1 3XX"), ["S2-110"]),
        (person(1, historical(plan(StartDate="2025-02-01"), active(
            placement(SENunitIndicator="1"), need()))), ["S2-560"]),
        (person(1, historical(plan(StartDate="2025-02-01"), active(
            placement(ResourcedProvisionIndicator="1"), need()))), []),
        (person(1, historical(plan(StartDate="2025-02-01"), active(
            placement(URN="117002"), need()))), ["S2-561", "S2-564"]),
        (person(1, historical(plan(StartDate="2025-02-01"), active(
            placement(URN="999999"), need()))), ["S2-552", "S2-564"]),
    ],
)  # fmt: skip
def test_look_ups_sharpen_the_rules_that_need_them(who, rules):
    validator = Validator(SURVEY, lea="999", reference=Register())

    assert [issue.rule for issue in validator.person(who, 1)] == rules


def test_an_issue_says_what_stands_there_where_and_what_to_do():
    (issue,) = check(as_file(person(1, PostCode="SG1 3XXX"))).issues

    assert issue.message == (
        "Postcode is missing or not in a valid UK format. PostCode is “SG1 3XXX”."
    )
    assert issue.fix == (
        "Correct “Home postcode” (PostCode) in the case system, then export the return again."
    )
    assert issue.line == 22


def test_a_query_asks_for_a_note():
    late = request(RequestOutcome="N", RequestOutcomeDate="2025-03-18")

    (issue,) = check(as_file(person(1, late))).issues

    assert issue.severity == "query"
    assert issue.fix == (
        "Check “Date requester told of decision” (RequestOutcomeDate). "
        "If it is right, write a note that explains it (rule S2-208)."
    )


def test_an_earlier_year_is_checked_by_its_own_rules():
    content = as_file(person(1, new_plan())).decode()
    content = content.replace("<Year>2026", "<Year>2024").replace("2026-01-15", "2024-01-18")
    file = read_return(io.BytesIO(content.encode()))

    assert file.survey.year == 2024
    assert "DSCO" not in file.header.values


def test_a_person_without_a_record_below_is_read_as_such():
    (who,) = people_of(as_file(record("person", {"Surname": "Test"})))

    assert who.children == []
