"""`sendpath sen2 export` writes the return of a year into a file that only its owner can read."""

import stat

import pytest

from sendpath.audit.models import AuditEntry
from sendpath.returns.models import WrittenReturn
from tests.config.conftest import DONE, FAULTY, NOT_UNDERSTOOD
from tests.returns.conftest import DAY, a_file, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(today):
    today(DAY)


@pytest.fixture
def load(run, file, dana):
    """Record a return as the command does."""

    def accept(content):
        assert run("sen2", "import", file(content), "--by", "dana", "--accept").exit_code == DONE

    return accept


def test_what_was_loaded_is_written_for_its_owner_only(run, answer, load, tmp_path):
    load(a_file(a_person()))

    code, told = answer("sen2", "export", "--year", 2026, "--by", "dana", "--out", tmp_path / "o")

    path = tmp_path / "o" / "999_SEN2_999LL26_002.xml"
    assert (code, told["file"], told["serial"], told["people"]) == (DONE, str(path), "002", 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run("sen2", "validate", path).exit_code == DONE
    assert AuditEntry.objects.filter(act="return_downloaded").count() == 1


def test_a_file_that_stood_there_open_to_all_is_closed(run, load, tmp_path):
    load(a_file(a_person()))
    path = tmp_path / "999_SEN2_999LL26_002.xml"
    path.write_bytes(b"older and longer than nothing")
    path.chmod(0o644)

    told = run("sen2", "export", "--year", 2026, "--by", "dana", "--out", tmp_path)

    assert told.output == f"{path}: 1 person, 1 request, 0 plans: 0 errors, 1 query.\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_errors_in_what_was_written_make_the_code_1(answer, load, tmp_path):
    load(a_file(a_person(Sex="Z")))

    code, told = answer("sen2", "export", "--year", 2026, "--by", "dana", "--out", tmp_path)

    assert (code, told["severities"]["error"]) == (FAULTY, 1)


@pytest.mark.parametrize(
    ("year", "who", "words"),
    [
        ("2031", "dana", "No survey of 2031 is known. Known survey years: 2023, "),
        ("soon", "dana", "'soon' is not a valid integer"),
        ("2026", "priya", "Priya Tester may not do this"),
        ("2026", "nobody", "Nobody signs in as “nobody”"),
    ],
)
def test_what_can_not_be_written_is_not(run, dana, priya, tmp_path, year, who, words):
    told = run("sen2", "export", "--year", year, "--by", who, "--out", tmp_path)

    assert told.exit_code == NOT_UNDERSTOOD
    assert words in told.stderr
    assert (list(tmp_path.glob("*.xml")), WrittenReturn.objects.count()) == ([], 0)
