"""`sendpath audit` says where the log was changed, and signs how far it has come."""

import json
from datetime import date

import pytest

from sendpath.audit import services
from sendpath.audit.models import AuditEntry, ChainHead
from tests.config.conftest import DONE, FAULTY, NOT_UNDERSTOOD, REFUSED

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def log(settings, tmp_path, today):
    settings.DATA = tmp_path
    today(date(2026, 1, 19))
    for n in (1, 2, 3):
        services.record(by="priya", act="changed", subject=f"case:{n}", details={})


def cut_short():
    end = AuditEntry.objects.get(number=2)
    ChainHead.objects.filter(pk=1).update(number=2, hash=end.hash)
    AuditEntry.objects.filter(number=3)._raw_delete("default")


def test_a_whole_log_is_said_to_be(run, answer):
    assert run("audit", "verify").output == (
        "The log is whole. 3 changes, 0 looks, 0 checkpoints.\n"
    )
    whole = {"whole": True, "entries": {"changes": 3, "looks": 0}, "checkpoints": 0, "faults": []}
    assert answer("audit", "verify") == (DONE, whole)


def test_what_is_wrong_is_said_with_its_place(run, answer):
    ChainHead.objects.filter(pk=1).update(number=5)

    done = run("audit", "verify")
    assert done.exit_code == FAULTY
    assert "Chain of changes: entries 4 to 5 are missing." in done.output
    assert "The log is not whole." in done.output
    code, told = answer("audit", "verify")
    assert (code, told["whole"], told["faults"][0]["kind"]) == (FAULTY, False, "missing")


def test_a_checkpoint_kept_elsewhere_shows_that_the_end_was_cut_off(
    run, answer, tmp_path, without_triggers
):
    code, told = answer("audit", "checkpoint", "--out", tmp_path / "elsewhere")
    assert code == DONE
    without_triggers("SELECT 1")
    cut_short()

    assert run("audit", "verify").exit_code == DONE
    given = ("--checkpoint", told["file"], "--public-key", told["public_key"])
    done = run("audit", "verify", *given)
    assert done.exit_code == FAULTY
    assert "names entry 3: what followed was cut off." in done.output


def test_a_checkpoint_that_is_not_genuine_is_refused(run, answer):
    path = answer("audit", "checkpoint")[1]["file"]
    with open(path) as file:
        told = json.load(file)
    told["chains"]["changes"]["number"] = 1
    with open(path, "w") as file:
        json.dump(told, file)

    done = run("audit", "verify")
    assert (done.exit_code, "was altered" in done.output) == (REFUSED, True)
    assert answer("audit", "verify")[0] == REFUSED


def test_the_public_key_is_printed_to_be_kept(run):
    done = run("audit", "checkpoint")

    assert done.exit_code == DONE
    assert "Public key, to be kept elsewhere too: " in done.output


def test_what_is_not_understood(run):
    assert run("audit", "verify", "--checkpoint", "nowhere.json").exit_code == NOT_UNDERSTOOD
