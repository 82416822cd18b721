"""A statement made once answers as the ORM would, each time it is read."""

from datetime import date

import pytest

from sendpath.casework.models import CaseDeadline
from sendpath.core.casefile.events import Kind
from sendpath.database.made_ready import made_ready, read

pytestmark = pytest.mark.django_db

COLUMNS = "case", "clock", "due_on", "done_on", "exceptions", "untold", "team__name"
CLAIM = {"ground": "X_SCHOOL", "clock": "issue_final_plan"}


@pytest.fixture
def rows(make_case):
    make_case(
        (Kind.REQUEST_RECEIVED, date(2025, 9, 1), {"by": "parent"}),
        (Kind.EXCEPTION_CLAIMED, date(2025, 9, 2), CLAIM),
        (Kind.ASSESSMENT_DECIDED, date(2025, 9, 5), {"outcome": "yes"}),
    )
    make_case((Kind.REQUEST_RECEIVED, date(2025, 10, 6), {"by": "parent"}), officer=None)
    return CaseDeadline.objects.order_by("pk").values_list(*COLUMNS)


def test_dates_codes_and_what_is_missing_come_as_from_the_orm(rows):
    wanted = [list(row) for row in rows]

    assert read(made_ready(rows)) == wanted
    assert {type(value) for row in wanted for value in row} >= {date, list, bool, type(None)}


def test_it_sees_what_has_changed_since_it_was_made(rows):
    statement = made_ready(rows.filter(clock="issue_final_plan", due_on__gt=date(2026, 1, 1)))
    before = len(read(statement))

    CaseDeadline.objects.update(due_on=date(2026, 1, 1))

    assert (before, read(statement)) == (2, [])


def test_what_no_row_can_meet_is_not_asked(rows, django_assert_num_queries):
    statement = made_ready(rows.filter(pk__in=[]))

    with django_assert_num_queries(0):
        assert read(statement) == []
