"""The command as somebody would type it, on the record of the test."""

import json

import pytest
from click.testing import CliRunner

from sendpath.config.cli import sendpath
from tests.returns.conftest import REFERENCE

DONE, FAULTY, NOT_UNDERSTOOD, REFUSED, NO_RECORD = range(5)
VALID = (REFERENCE / "valid" / "v01_small.xml").read_bytes()
NO_RETURN = b"%PDF-1.7"


@pytest.fixture
def run():
    def run(*words):
        return CliRunner().invoke(sendpath, [str(word) for word in words])

    return run


@pytest.fixture
def answer(run):
    """Return the exit code and the one JSON value of a command."""

    def ask(*words):
        done = run(*words, "--json")
        return done.exit_code, json.loads(done.stdout)

    return ask


@pytest.fixture
def file(tmp_path):
    """Write a return, given as bytes or as an open file, where a command can find it."""

    def write(content, name="sen2.xml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.getvalue())
        return path

    return write
