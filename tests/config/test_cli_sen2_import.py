"""`sendpath sen2 import` loads a return as the pages do, and may be run again at any time."""

import pytest

from sendpath.casework.models import CaseEvent
from sendpath.people.models import Person
from sendpath.returns.models import Upload
from tests.config.conftest import DONE, FAULTY, NO_RETURN, NOT_UNDERSTOOD, REFUSED, VALID
from tests.returns.conftest import DAY, a_file, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(today):
    today(DAY)


def sound(**values):
    return a_file(a_person(), **values)


def faulty():
    """A return of two people, one of whom was never born."""
    return a_file(a_person(), a_person(UPN="Q919220000022", PersonBirthDate="2015-02-30"))


def recorded():
    return Person.objects.count(), CaseEvent.objects.count()


def test_without_accept_it_says_what_would_change_and_records_nothing(run, answer, file, dana):
    path = file(sound())

    code, told = answer("sen2", "import", path, "--by", "dana")

    assert (code, told["state"], told["verdicts"]) == (DONE, "ready", {"new": 1})
    assert recorded() == (0, 0)
    in_words = run("sen2", "import", path, "--by", "dana")
    assert in_words.exit_code == DONE
    assert "The return of January 2026: 1 person, 1 request, 0 plans" in in_words.output
    assert "1  New: not in the record yet" in in_words.output
    assert "Nothing is recorded yet" in in_words.output


def test_with_accept_it_is_recorded_once_however_often_it_is_run(run, answer, file, dana):
    path = file(sound())
    command = ("sen2", "import", path, "--by", "dana", "--accept")

    code, told = answer(*command)
    after = recorded()
    again = run(*command)

    assert (code, told["state"], told["done"]["people"]) == (DONE, "accepted", 1)
    assert after == (1, CaseEvent.objects.count())
    assert after[1] > 0
    assert again.exit_code == DONE
    assert "Nothing had to be changed." in again.output
    assert recorded() == after


def test_whoever_is_left_out_makes_the_code_1_and_the_rest_is_recorded(run, answer, file, dana):
    path = file(faulty())

    code, told = answer("sen2", "import", path, "--by", "dana", "--accept")

    assert (code, told["left_out"], told["done"]["people"]) == (FAULTY, 1, 1)
    in_words = run("sen2", "import", path, "--by", "dana")
    assert in_words.exit_code == FAULTY
    assert "1  Left out until mended at source" in in_words.output


@pytest.mark.parametrize("content", [NO_RETURN, b"", VALID[: len(VALID) // 2]])
def test_a_file_that_is_no_return_changes_nothing(run, answer, file, dana, content):
    path = file(content)

    code, told = answer("sen2", "import", path, "--by", "dana", "--accept")

    assert (code, told["state"]) == (REFUSED, "refused")
    assert told["refusal"]
    in_words = run("sen2", "import", path, "--by", "dana", "--accept")
    assert in_words.exit_code == REFUSED
    assert in_words.stderr == f"Refused. {told['refusal']}\n"
    assert recorded() == (0, 0)


def test_another_areas_return_is_recorded_only_when_confirmed(answer, run, file, dana):
    command = ("sen2", "import", file(VALID), "--by", "dana", "--accept")

    code, told = answer(*command)

    assert code == REFUSED
    assert "local authority 919 (Hertfordshire)" in told["refusal"]
    assert "add --confirmed" in told["refusal"]
    assert recorded() == (0, 0)
    assert run(*command, "--confirmed").exit_code == DONE
    assert recorded()[0] == 4


def test_a_load_that_waits_is_replaced_when_the_same_file_is_loaded_again(run, file, dana):
    path, other = file(sound()), file(sound(SerialNo="002"), "other.xml")

    for wanted in (path, other, path):
        run("sen2", "import", wanted, "--by", "dana")

    states = Upload.objects.order_by("pk").values_list("name", "state")
    assert list(states) == [
        ("sen2.xml", "cancelled"),
        ("other.xml", "ready"),
        ("sen2.xml", "ready"),
    ]


@pytest.mark.parametrize(
    ("who", "words"), [("nobody", "Nobody signs in as “nobody”"), ("helen", "may not do this")]
)
def test_it_is_for_those_who_may_load(run, file, dana, helen, who, words):
    told = run("sen2", "import", file(sound()), "--by", who, "--accept")

    assert told.exit_code == NOT_UNDERSTOOD
    assert words in told.stderr
    assert recorded() == (0, 0)


def test_somebody_must_be_named(run, file, db):
    assert run("sen2", "import", file(sound())).exit_code == NOT_UNDERSTOOD
