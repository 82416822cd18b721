"""`sendpath demo-area` writes Hartwell and `demo-load` brings it in, once or again."""

import pytest

from sendpath.accounts.models import User
from sendpath.casework.models import CaseEvent
from sendpath.returns.models import Upload
from tests.config.conftest import DONE, NOT_UNDERSTOOD

FILES = [
    "hartwell-ended-before-2022.csv",
    "hartwell-local.csv",
    "hartwell-schools.csv",
    "hartwell-sen2-2023.xml",
    "hartwell-sen2-2024.xml",
    "hartwell-sen2-2025.xml",
    "hartwell-sen2-2026.xml",
]


@pytest.fixture
def area(answer, tmp_path):
    """Write the small area; return its folder and what the command said."""
    folder = tmp_path / "area"
    code, told = answer("demo-area", "--out", folder)
    assert code == DONE
    return folder, told


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_files_are_written_and_named(area, run):
    folder, told = area

    assert told["files"] == FILES == sorted(contents(folder))
    assert (told["people"], told["plans"]) == (388, 222)
    for file in FILES[3:]:
        assert run("sen2", "validate", folder / file).exit_code == DONE


def test_only_what_was_written_is_named(run, tmp_path):
    (tmp_path / "notes.txt").write_text("of somebody else")

    told = run("demo-area", "--out", tmp_path)

    assert told.output == f"388 people, 222 plans: {', '.join(FILES)}\n"


def test_the_same_seed_writes_the_same_files_and_another_does_not(area, run, tmp_path):
    folder, _ = area
    for seed in ("1", "2"):
        run("demo-area", "--seed", seed, "--out", tmp_path / seed)

    assert contents(tmp_path / "1") == contents(folder)
    assert contents(tmp_path / "2")[FILES[-1]] != contents(folder)[FILES[-1]]


@pytest.mark.parametrize("words", [("--size", "village"), ("--seed", "one"), ("--out", __file__)])
def test_what_is_not_understood_writes_nothing(run, words):
    assert run("demo-area", *words).exit_code == NOT_UNDERSTOOD


@pytest.mark.django_db
def test_loading_it_again_changes_nothing(area, run, settings):
    settings.DEMO = True
    folder, _ = area

    first = run("demo-load", folder)
    events, people = CaseEvent.objects.count(), User.objects.count()
    again = run("demo-load", folder)

    assert (first.exit_code, again.exit_code) == (DONE, DONE)
    assert '"people": 288' in first.output
    assert '"people": 288' not in again.output
    assert (CaseEvent.objects.count(), User.objects.count()) == (events, people)
    assert set(Upload.objects.values_list("state", flat=True)) == {"accepted"}


@pytest.mark.django_db
def test_made_up_people_stay_out_of_a_real_record(area, run, settings):
    settings.DEMO = False

    told = run("demo-load", area[0])

    assert told.exit_code == NOT_UNDERSTOOD
    assert "Set SENDPATH_DEMO=1" in told.stderr
    assert User.objects.count() == 0


def test_the_people_to_sign_in_as_are_listed(run, answer):
    code, people = answer("demo-people")

    assert code == DONE
    assert [(who["username"], who["role"]) for who in people] == [
        ("priya", "SEND officer"),
        ("marcus", "Team manager"),
        ("dana", "Data officer"),
        ("helen", "Head of SEND"),
        ("lena", "Legal lead"),
        ("sam", "System keeper"),
    ]
    assert all(who["name"] in run("demo-people").output for who in people)
