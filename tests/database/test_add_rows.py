"""Rows added past the ORM are the rows it would have added."""

import json
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from sendpath.casework.models import CaseEvent
from sendpath.core.casefile.events import Kind
from sendpath.database.add_rows import add_rows

pytestmark = pytest.mark.django_db

FIELDS = ("case", "number", "kind", "occurred_on", "recorded_at", "recorded_by", "source",
          "facts", "replaces", "voids")  # fmt: skip
# in summer time, to the microsecond, and with what COPY and JSON each have to escape
AT = datetime(2026, 7, 1, 8, 5, 0, 123456, tzinfo=UTC)
FACTS = {"by": "parent", "said": 'a "quoted"\tword, a \\ and a \n', "zoë": None}
DAY = date(2024, 2, 29)


def row(case, user, number=1, facts=FACTS):
    kind = Kind.REQUEST_RECEIVED.value
    return (case.pk, number, kind, DAY, AT, user.pk, "tests", json.dumps(facts), None, None)


def test_a_row_reads_as_it_would_have_been_saved(make_case, priya):
    case = make_case()
    add_rows(CaseEvent, FIELDS, [row(case, priya)])
    CaseEvent.objects.create(
        case=case,
        number=2,
        kind=Kind.REQUEST_RECEIVED,
        occurred_on=DAY,
        recorded_at=AT,
        recorded_by=priya,
        source="tests",
        facts=FACTS,
    )

    first, second = (
        {name: getattr(event, name) for name in FIELDS if name != "number"}
        for event in CaseEvent.objects.filter(case=case)
    )

    assert first == second
    found = CaseEvent.objects.filter(recorded_at=AT, facts__by="parent").order_by("number")
    assert list(found.values_list("number", flat=True)) == [1, 2]


def test_rows_come_from_anything_that_yields_them(make_case, priya):
    case = make_case()

    add_rows(CaseEvent, FIELDS, (row(case, priya, number) for number in range(1, 1001)))
    add_rows(CaseEvent, FIELDS, [])

    assert case.events.count() == 1000


def test_what_a_constraint_forbids_is_refused_and_nothing_of_it_stays(make_case, priya):
    case = make_case()

    with pytest.raises(IntegrityError), transaction.atomic():
        add_rows(CaseEvent, FIELDS, [row(case, priya, 1), row(case, priya, 2), row(case, priya, 1)])

    assert case.events.count() == 0
