"""`sendpath gias import` loads the register as the pages do, and may be run again at any time."""

from datetime import date

import pytest

from establishments.made_up_register import CLOSED, extract, links, school
from sendpath.establishments.models import EstablishmentDetails, EstablishmentLink
from tests.config.conftest import DONE, FAULTY, NOT_UNDERSTOOD, REFUSED

pytestmark = pytest.mark.django_db

NAME = "edubasealldata20260119.csv"


@pytest.fixture(autouse=True)
def _day(today):
    today(date(2026, 2, 1))


def test_without_accept_it_says_what_would_change(run, answer, file, dana):
    path = file(extract(school()), NAME)

    code, told = answer("gias", "import", path, "--by", "dana")

    assert (code, told["state"], told["new"]) == (DONE, "ready", 1)
    assert not EstablishmentDetails.objects.exists()
    said = run("gias", "import", path, "--by", "dana").output
    assert "The register as it was on 19 January 2026" in said
    assert "Nothing is recorded yet" in said


def test_with_accept_it_is_recorded_once_however_often_it_is_run(run, answer, file, dana):
    path = file(extract(school(), school("990002", **CLOSED)), NAME)
    linked = file(links(("990001", "990002", "X", "Predecessor", "")), "links.csv")
    command = ("gias", "import", path, "--links", linked, "--by", "dana", "--accept")

    assert answer(*command)[1]["new"] == 2
    code, told = answer(*command)

    assert (code, told["state"], told["unchanged"]) == (DONE, "accepted", 2)
    assert (EstablishmentDetails.objects.count(), EstablishmentLink.objects.count()) == (2, 1)


def test_rows_left_out_make_the_code_1(run, file, dana):
    path = file(extract(school(), school("x")), NAME)

    done = run("gias", "import", path, "--by", "dana", "--accept")

    assert done.exit_code == FAULTY
    assert "line 3, URN x: The URN must be 6 numbers." in done.output


def test_a_file_that_is_none_is_refused(run, answer, file, dana):
    path = file(links(), NAME)

    code, told = answer("gias", "import", path, "--by", "dana", "--accept")

    assert (code, told["state"]) == (REFUSED, "refused")
    assert "It is the file of links." in told["refusal"]


def test_an_extract_in_doubt_is_recorded_only_when_confirmed(run, file, dana):
    run("gias", "import", file(extract(school(), school("990002")), NAME), "--by", "dana",
        "--accept")  # fmt: skip
    part = ("gias", "import", file(extract(school()), NAME), "--by", "dana", "--accept")

    refused = run(*part)

    assert refused.exit_code == REFUSED
    assert "1 of the 2 establishments held are not in it" in refused.stderr
    assert run(*part, "--confirmed").exit_code == DONE


def test_the_day_must_be_known(run, file, dana):
    path = file(extract(school()), "schools.csv")

    assert run("gias", "import", path, "--by", "dana").exit_code == NOT_UNDERSTOOD
    told = run("gias", "import", path, "--by", "dana", "--extract-on", "2026-01-19")
    assert told.exit_code == DONE
