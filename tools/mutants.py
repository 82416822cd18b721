"""`./run mutants`: change the law's code in one place at a time, and see that a test fails.

A mutant is a copy of the code with one such fault. What is changed, and which tests are tried,
stands under `[tool.mutmut]` in pyproject.toml. Only a test that fails kills a mutant: one that no
test reaches is alive, and so is one that ran out of time, which may be the machine's doing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "mutants"
ENOUGH = 90
"""Per cent of the mutants that must be killed."""


def verdict(counts: Mapping[str, int]) -> tuple[str, bool]:
    """Return what came of a run, as a line and as whether it is enough.

    `counts` are mutmut's own, by verdict.
    """
    killed, total = counts["killed"], counts["total"]
    tenths = killed * 1000 // total if total else 0  # rounded down: 89.96 % is not 90.0 %
    line = f"mutants: {killed} of {total} killed ({tenths // 10}.{tenths % 10} %)"
    return line, tenths >= ENOUGH * 10


def main(arguments: Sequence[str]) -> int:
    """Run mutmut afresh, list the mutants that are still alive, and say how many are not."""
    # mutmut keeps a verdict until the code changes, and so would miss that a test has
    shutil.rmtree(FOLDER, ignore_errors=True)
    if _mutmut("run", *arguments, quietly=True) or _mutmut("export-cicd-stats", quietly=True):
        return 1
    _mutmut("results")
    line, enough = verdict(json.loads((FOLDER / "mutmut-cicd-stats.json").read_text("utf-8")))
    print(line)
    return 0 if enough else 1


def _mutmut(*arguments: str, quietly: bool = False) -> int:
    """Run mutmut. `quietly` sends what it says to the side, so that the answer stands alone."""
    program = Path(sys.executable).with_name("mutmut")
    aside = sys.stderr if quietly else None
    return subprocess.run([program, *arguments], cwd=PROJECT, stdout=aside).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
