"""Run every reference case under a folder: `./run reference [DIR]`.

Sub-folders are named after parts of the specification. A part the product has no adapter
for fails, a line a file: nothing is passed over in silence.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

PARTS = ("law", "sen2", "waiting", "places", "plan_quality")
Result = tuple[str, bool, str]


def results(folder: Path) -> Iterator[Result]:
    """Yield each case's id, whether the product passes it, and if not, why not."""
    for part in PARTS:
        if not (folder / part).is_dir():
            continue
        try:
            adapter = importlib.import_module(f"tools.reference.{part}")
        except ModuleNotFoundError:
            for file in sorted((folder / part).rglob("*.json*")):
                yield f"{part}/{file.name}", False, "the product does not know this part yet"
            continue
        yield from adapter.run(folder / part)


def main(folder: Path) -> int:
    """Print each failing case and the count; return the exit code."""
    if not folder.is_dir():
        print(f"{folder} is not a folder. Give one that holds law/, sen2/ and so on.")
        return 2
    passed = failed = 0
    for case, good, why in results(folder):
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"{case}: {why}")
    print(f"reference: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "tests/reference")))
