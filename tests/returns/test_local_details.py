"""What SEN2 cannot carry is loaded from a table: NHS numbers, teams and officers."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError

from sendpath.casework.models import Case
from sendpath.people.models import Person
from sendpath.returns.services import local_details
from tests.returns.conftest import a_file, a_person

pytestmark = pytest.mark.django_db

NHS = "9990085404"


def table(*rows, columns="upn,uln,nhs_number,team,officer"):
    return BytesIO("\n".join([columns, *rows]).encode())


@pytest.fixture
def loaded(load):
    load(a_file(a_person()))


def test_a_person_gets_a_number_and_their_case_a_holder(loaded, dana):
    result = local_details.load(source=table(f"N919220000011,,{NHS},North,noor"), by=dana)

    assert (result.numbers, result.allocated, result.faults) == (1, 1, [])
    assert Person.objects.get().nhs_number == NHS
    case = Case.objects.get()
    assert (case.team.name, case.officer.username) == ("North", "noor")
    assert not case.officer.has_usable_password()
    assert set(case.deadlines.values_list("officer__username", flat=True)) == {"noor"}


def test_the_same_table_again_changes_nothing(loaded, dana):
    row = f"N919220000011,,{NHS},North,noor"
    local_details.load(source=table(row), by=dana)

    again = local_details.load(source=table(row), by=dana)

    assert (again.numbers, again.allocated, again.faults) == (0, 0, [])


def test_a_case_may_be_a_teams_without_an_officer(loaded, dana):
    local_details.load(source=table("N919220000011,,,West,"), by=dana)

    case = Case.objects.get()
    assert (case.team.name, case.officer) == ("West", None)


def test_rows_that_cannot_be_used_are_named_and_the_rest_loaded(loaded, dana):
    result = local_details.load(
        source=table(
            "Q919220000022,,,North,",
            ",,,North,",
            "N919220000011,,9990085405,North,",
            f"N919220000011,,{NHS},North,",
        ),
        by=dana,
    )

    assert [(fault.line, fault.words) for fault in result.faults] == [
        (2, "Nobody in the record has this UPN or ULN."),
        (3, "There is no UPN and no ULN to tell whose row it is."),
        (4, "The NHS number fails its check digit."),
    ]
    assert (result.numbers, result.allocated) == (1, 1)


def test_a_table_without_its_columns_is_refused(loaded, dana):
    with pytest.raises(ValidationError, match="no column nhs_number, team"):
        local_details.load(source=table(columns="upn,uln,officer"), by=dana)
