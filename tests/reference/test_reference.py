"""The worked cases pass: all of SEN2's, and all of the law's whose clock exists."""

import json
from pathlib import Path

import pytest

from sendpath.core.law.clocks import CLOCKS
from tools.reference import law, sen2

HERE = Path(__file__).parent
LAW = list(law.run(HERE / "law"))
SEN2 = list(sen2.run(HERE / "sen2"))


@pytest.mark.parametrize(("case", "passed", "why"), SEN2, ids=[case for case, *_ in SEN2])
def test_sen2(case, passed, why):
    assert passed, why


@pytest.mark.parametrize(("case", "passed", "why"), LAW, ids=[case for case, *_ in LAW])
def test_law(case, passed, why):
    unknown = why.startswith("no clock ")

    assert passed or unknown, why


def test_every_clock_has_a_worked_case():
    files = sorted((HERE / "law").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text().splitlines()]
    rules = {json.loads(line)["rule"] for line in lines}

    assert set(CLOCKS) - rules == set()
