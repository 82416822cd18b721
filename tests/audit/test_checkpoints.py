"""A checkpoint says how far the log had come, and nobody else can have written it."""

import json
import stat
from datetime import date

import pytest

from sendpath.audit import checkpoints, services
from sendpath.audit.models import Chain, ChainHead
from sendpath.casework.services import check

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path, today):
    settings.DATA = tmp_path
    today(date(2026, 1, 19))


@pytest.fixture
def written():
    for n in (1, 2):
        services.record(by="priya", act="changed", subject=f"case:{n}", details={})
    return checkpoints.write()


def test_it_says_what_each_chain_ends_with(written):
    changes, looks = checkpoints.marks([written])

    assert (changes.chain, changes.number, changes.kept) == (
        Chain.CHANGES, 2, "the checkpoint 999-2026-01-19.json",
    )  # fmt: skip
    assert len(changes.hash) == 64
    assert (looks.chain, looks.number, looks.hash) == (Chain.LOOKS, 0, "")


def test_the_key_is_made_once_for_nobody_else_to_read(written, settings):
    key = settings.DATA / checkpoints.KEY

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert checkpoints.public_key() == json.loads(written.read_text())["public_key"]
    assert [path.name for path in settings.DATA.iterdir() if path.is_file()] == [key.name]


def test_written_again_it_says_the_latest(written):
    services.record(by="priya", act="changed", subject="case:3", details={})

    assert checkpoints.write() == written
    assert checkpoints.marks([written])[0].number == 3
    assert checkpoints.kept_here() == [written]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda told: told["chains"]["changes"].update(number=1), "was altered"),
        (lambda told: told.update(made_at="2026-01-01"), "was altered"),
        (lambda told: told.pop("signature"), "is no checkpoint"),
        (lambda told: told.update(signature="xyz"), "is no checkpoint"),
    ],
)
def test_one_that_was_altered_is_refused(written, change, why):
    told = json.loads(written.read_text())
    change(told)
    written.write_text(json.dumps(told))

    with pytest.raises(checkpoints.NotGenuine, match=why):
        checkpoints.marks([written])


def test_one_signed_with_another_key_is_refused(written, settings, tmp_path):
    ours = checkpoints.public_key()
    settings.DATA = tmp_path / "elsewhere"
    settings.DATA.mkdir()
    forged = checkpoints.write()

    assert checkpoints.marks([forged])
    with pytest.raises(checkpoints.NotGenuine, match="another key"):
        checkpoints.marks([forged], key=ours)


def test_what_is_no_json_is_refused(tmp_path):
    (tmp_path / "x.json").write_text("no")

    with pytest.raises(checkpoints.NotGenuine, match=r"x\.json is no checkpoint"):
        checkpoints.marks([tmp_path / "x.json"])


def test_the_nightly_check_goes_by_those_still_here(written, without_triggers):
    assert check.faults() == []
    without_triggers("DELETE FROM audit_auditentry")
    ChainHead.objects.filter(pk=1).update(number=0, hash="")

    assert check.faults()[-1] == (
        "Chain of changes: the chain ends with entry 0, but the checkpoint 999-2026-01-19.json "
        "names entry 2: what followed was cut off."
    )


def test_the_nightly_check_says_which_is_not_genuine(written):
    written.write_text("{}")

    assert check.faults() == [
        "999-2026-01-19.json is no checkpoint: KeyError. Compare it with the copy that is kept "
        "elsewhere."
    ]


def test_a_check_makes_no_key(settings):
    assert check.faults() == []
    assert list(settings.DATA.iterdir()) == []
