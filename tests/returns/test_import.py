"""A return that is loaded becomes people, cases and facts; loading it again changes nothing."""

from datetime import date

import pytest

from sendpath.casework.models import Case, CaseEvent
from sendpath.people.models import Person
from sendpath.returns.models import CaseParticulars, StagedPerson
from tests.returns.conftest import REFERENCE, a_file, a_person, a_request

pytestmark = pytest.mark.django_db


def test_four_people_four_requests_and_two_plans(load):
    with (REFERENCE / "valid" / "v01_small.xml").open("rb") as file:
        from io import BytesIO

        upload = load(BytesIO(file.read()))

    assert upload.state == "accepted"
    assert (Person.objects.count(), Case.objects.count()) == (4, 4)
    assert CaseEvent.objects.filter(kind="plan.finalised_sent").count() == 2
    assert CaseParticulars.objects.count() == 4
    assert StagedPerson.objects.count() == 0
