"""An answer is kept for as long as the log of changes stays as it is, and no longer."""

import pytest
from django.db import transaction

from sendpath.audit import services
from sendpath.audit.acting import Acting
from sendpath.audit.kept import until_something_changes

pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    """Ask something whose answer says how often it was worked out."""
    asked = []

    @until_something_changes
    def answer(of):
        asked.append(of)
        return len(asked)

    return answer


def something_changes():
    services.record(by="priya", act="looked", subject="case:1", details={})


def test_a_question_is_worked_out_once_until_something_changes(question):
    something_changes()
    before = [question("north"), question("north")]
    something_changes()

    assert [*before, question("north")] == [1, 1, 2]


def test_a_look_changes_nothing(question):
    something_changes()
    before = question("north")
    services.record_look(
        acting=Acting(
            user=7, by="priya", role="", organisation="", request="", page="p", children={5}
        )
    )

    assert (before, question("north")) == (1, 1)


def test_another_question_has_its_own_answer(question):
    something_changes()

    assert [question("north"), question("south"), question("north")] == [1, 2, 1]


def test_nothing_is_kept_while_nothing_has_been_logged(question):
    assert [question("north"), question("north")] == [1, 2]


def test_a_change_that_is_undone_leaves_the_answer_as_it_was(question):
    something_changes()
    before = question("north")
    with transaction.atomic():
        something_changes()
        inside = question("north")
        transaction.set_rollback(True)

    assert (before, inside, question("north")) == (1, 2, 1)
