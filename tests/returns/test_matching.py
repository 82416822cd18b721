"""A record of a return is about the right person and the right case, or somebody must decide."""

from datetime import date

import pytest

from sendpath.core.sen2.identifiers import upn_check_letter
from sendpath.people.matching import KnownPerson
from sendpath.returns.matching import CaseKeys, KnownPeople, RecordKeys, paired

UPN, OTHER_UPN = "N919220000011", "Q919220000022"
TEMPORARY_UPN = upn_check_letter("91922000003A") + "91922000003A"
ULN, OTHER_ULN = "1000000018", "1000000026"
BORN, MARCH, APRIL = date(2015, 3, 14), date(2025, 3, 3), date(2025, 4, 1)


def who(**values):
    return {
        "surname": "Testchild", "forename": "Amber", "birth_date": BORN, "sex": "F",
        "ethnicity": "WBRI", "postcode": "SG1 3XX", "upn": "", "uln": "", "upn_unknown": "",
        **values,
    }  # fmt: skip


def known(person_id, **values):
    return KnownPerson(person_id=person_id, nhs_number="", **who(**values))


@pytest.mark.parametrize(
    ("told", "people", "person_id"),
    [
        (who(upn=UPN), [known(1, upn=UPN)], 1),
        (who(upn=UPN, surname="Married"), [known(1, upn=UPN)], 1),
        (who(upn=UPN, birth_date=date(2015, 3, 15)), [known(1, upn=UPN)], 1),
        (who(uln=ULN), [known(1, uln=ULN)], 1),
        (who(upn=UPN, uln=ULN), [known(1, uln=ULN), known(2, upn=OTHER_UPN)], 1),
        (who(), [known(1)], 1),
        (who(forename="amber"), [known(1)], 1),
        (who(postcode="sg13xx"), [known(1)], 1),
        (who(upn=UPN), [known(1)], 1),
        (who(), [], None),
        (who(upn=UPN), [known(1, upn=OTHER_UPN)], None),
        (who(forename="Jade"), [known(1)], None),
        (who(birth_date=date(2015, 3, 15)), [known(1)], None),
    ],
)
def test_who_is_meant(told, people, person_id):
    match = KnownPeople(people).match(told)

    assert (match.person_id, match.fault) == (person_id, "")


@pytest.mark.parametrize(
    ("told", "people", "words"),
    [
        (
            who(upn=UPN, surname="Stranger", birth_date=date(2009, 1, 1)),
            [known(1, upn=UPN)],
            "with another name and another date of birth",
        ),
        (who(upn=UPN, uln=ULN), [known(1, upn=UPN), known(2, uln=ULN)], "two different people"),
        (who(postcode="SG1 4YY"), [known(1)], "no identifier shows"),
        (who(), [known(1), known(2)], "no identifier shows"),
        (who(upn=UPN), [known(1, upn=TEMPORARY_UPN)], "no identifier shows"),
    ],
)
def test_when_somebody_must_decide(told, people, words):
    match = KnownPeople(people).match(told)

    assert match.person_id is None
    assert words in match.fault


def case(case_id, *, received=(), started=(), year=2026):
    return CaseKeys(
        case_id=case_id,
        received_on=frozenset(received),
        started_on=frozenset(started),
        survey_year=year,
    )


REQUEST_MARCH, REQUEST_APRIL = RecordKeys(MARCH, None), RecordKeys(APRIL, None)
PLAN_APRIL, UNDATED = RecordKeys(None, APRIL), RecordKeys(None, None)


@pytest.mark.parametrize(
    ("records", "cases", "expected"),
    [
        ([REQUEST_MARCH], [case(1, received=[MARCH])], [1]),
        ([REQUEST_APRIL, REQUEST_MARCH], [case(1, received=[MARCH]), case(2, received=[APRIL])],
         [2, 1]),
        ([REQUEST_MARCH], [case(1, received=[MARCH, APRIL])], [1]),
        ([PLAN_APRIL], [case(1, received=[MARCH], started=[APRIL], year=2025)], [1]),
        ([REQUEST_APRIL], [case(1, received=[MARCH])], [1]),
        ([REQUEST_APRIL], [case(1, received=[MARCH], year=2025)], [None]),
        ([REQUEST_APRIL], [case(1, received=[MARCH], year=None)], [None]),
        ([UNDATED], [case(1, received=[MARCH], year=2025)], [1]),
        ([UNDATED], [case(1, year=2025), case(2, year=2025)], [None]),
        ([REQUEST_MARCH, REQUEST_APRIL], [case(1, received=[date(2025, 5, 6)])], [None, None]),
        ([REQUEST_MARCH, REQUEST_MARCH], [case(1, received=[MARCH])], [1, None]),
        ([REQUEST_MARCH], [], [None]),
    ],
)  # fmt: skip
def test_which_case_is_meant(records, cases, expected):
    assert paired(records, cases, survey_year=2026) == expected
