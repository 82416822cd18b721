"""`sendpath sen2 validate` says what is wrong in a file, and how bad it is by its exit code."""

import pytest

from tests.config.conftest import DONE, FAULTY, NO_RETURN, NOT_UNDERSTOOD, REFUSED, VALID
from tests.returns.conftest import a_file, a_person, a_request


def test_a_sound_file(run, answer, file):
    path = file(VALID)

    code, report = answer("sen2", "validate", path)

    assert (code, report["accepted"], report["refused_by"]) == (DONE, True, None)
    assert (report["counts"]["person"], report["issues"]) == (4, [])
    told = run("sen2", "validate", path)
    assert told.exit_code == DONE
    assert "4 people, 4 requests, 2 plans: 0 errors, 0 queries." in told.output


def test_a_file_with_faults_names_the_place_and_not_the_person(run, answer, file):
    path = file(a_file(a_person(Sex="Z")))

    code, report = answer("sen2", "validate", path)

    assert (code, report["accepted"]) == (FAULTY, True)
    (issue,) = [issue for issue in report["issues"] if issue["rule"] == "S2-106"]
    assert (issue["person"], issue["field"], issue["severity"]) == (1, "Sex", "error")
    told = run("sen2", "validate", path)
    assert told.exit_code == FAULTY
    assert "error S2-106, person 1, line " in told.output
    assert "Testchild" not in told.output


def test_a_file_with_queries_only_is_sound(answer, file):
    early = a_request(received="2024-03-04")

    code, report = answer("sen2", "validate", file(a_file(a_person(early))))

    assert report["counts"].get("error", 0) == 0
    assert report["counts"]["query"] > 0
    assert code == DONE


def test_a_file_that_is_no_return(run, answer, file):
    path = file(NO_RETURN)

    code, report = answer("sen2", "validate", path)

    assert (code, report["accepted"], report["refused_by"]) == (REFUSED, False, "S2-F01")
    assert "It looks like a PDF" in report["refusal"]
    told = run("sen2", "validate", path)
    assert told.exit_code == REFUSED
    assert "Refused (S2-F01). " in told.output


@pytest.mark.parametrize("path", ["no-such-file.xml", "."])
def test_what_is_no_file(run, path):
    assert run("sen2", "validate", path).exit_code == NOT_UNDERSTOOD
