"""`sendpath rebuild` works every deadline out again, and `sendpath check` says what is amiss."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from sendpath.casework.models import CaseDeadline
from sendpath.core.casefile.events import Kind
from tests.config.conftest import DONE, FAULTY, NO_RECORD

COMMAND = Path(sys.executable).with_name("sendpath")


@pytest.fixture
def case(make_case, today):
    today(date(2026, 1, 19))
    return make_case((Kind.REQUEST_RECEIVED, date(2025, 11, 24)))


def deadlines():
    return sorted(CaseDeadline.objects.values_list("case", "clock", "run", "due_on"))


def test_rebuild_makes_again_what_was_thrown_away(run, answer, case):
    before = deadlines()
    CaseDeadline.objects.all().delete()

    code, told = answer("rebuild")

    assert (code, told["cases"], told["deadlines"]) == (DONE, 1, len(before))
    assert told["seconds"] >= 0
    assert deadlines() == before
    in_words = run("rebuild")
    assert in_words.exit_code == DONE
    assert f"{len(before)} deadlines worked out for 1 cases in " in in_words.output


@pytest.mark.django_db
def test_rebuild_of_an_empty_record_is_done(answer):
    code, told = answer("rebuild")

    assert (code, told["cases"], told["deadlines"]) == (DONE, 0, 0)


def test_a_whole_record_is_said_to_be_whole(run, answer, case):
    assert answer("check") == (DONE, {"whole": True, "faults": []})
    assert run("check").output == "The record is whole.\n"


def test_a_deadline_that_is_not_what_the_events_make_it_is_named(run, answer, case):
    CaseDeadline.objects.filter(clock="issue_final_plan").update(due_on=date(2026, 4, 14))

    code, told = answer("check")

    assert (code, told["whole"]) == (FAULTY, False)
    (fault,) = told["faults"]
    assert f"1 cases: C{case.pk:06d}" in fault
    assert run("check").exit_code == FAULTY
    run("rebuild")
    assert run("check").exit_code == DONE


@pytest.mark.django_db
def test_a_guard_that_was_dropped_is_named(answer):
    on_table = " ON casework_caseevent" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER casework_caseevent_no_update{on_table}")

    code, told = answer("check")

    assert (code, told["whole"]) == (FAULTY, False)
    (fault,) = told["faults"]
    assert "The database guard casework_caseevent_no_update is missing" in fault


@pytest.mark.parametrize("command", ["rebuild", "check"])
def test_a_record_that_was_never_set_up_is_no_fault_in_a_record(tmp_path, command):
    told = subprocess.run(
        [COMMAND, command],
        env={"SENDPATH_DATA": str(tmp_path), "SENDPATH_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stdout) == (NO_RECORD, "")
    assert "The record cannot be used: " in told.stderr
    assert "sendpath manage migrate" in told.stderr
