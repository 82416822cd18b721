"""`./run bench [NAME ...]`: measure what the product promises, and write it down."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.bench.benchmark import Benchmark, Figure, benchmarks
from tools.bench.ground import Ground
from tools.bench.results import keep
from tools.docs_benchmarks import benchmarks_page
from tools.make_docs import DOCS

RUNS, PATIENCE = 3, 60


def main() -> int:
    """Measure, print as it goes, and write the page; the exit code says if all was kept."""
    every = benchmarks()
    asked = _asked(every)
    kept = True
    with tempfile.TemporaryDirectory(prefix="sendpath-bench-") as folder:
        ground = Ground(Path(folder), runs=asked.runs, patience=asked.patience)
        try:
            for name in asked.names or every:
                figures = _measured(every[name], ground)
                keep(name, every[name], figures)
                kept &= all(figure.kept for figure in figures)
                (DOCS / "benchmarks.md").write_text(benchmarks_page())
        finally:
            ground.clear()
    return 0 if kept else 1


def _asked(every: dict[str, Benchmark]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(every)}; all if none is named"
    )
    parser.add_argument("--runs", type=int, default=RUNS, help="how often to repeat each")
    parser.add_argument(
        "--patience", type=float, default=PATIENCE,
        help="how many seconds to wait, each time, for other programs to leave the machine alone",
    )  # fmt: skip
    asked = parser.parse_args()
    if unknown := sorted(set(asked.names) - set(every)):
        parser.error(f"There is no benchmark {unknown[0]}. There are {', '.join(every)}.")
    return asked


def _measured(benchmark: Benchmark, ground: Ground) -> list[Figure]:
    print(benchmark.title, flush=True)
    figures = []
    for figure in benchmark.measure(ground):
        values = ", ".join(f"{value:,.1f}" for value in figure.values)
        warning = "" if figure.kept else "NOT KEPT "
        print(f"  {warning}{figure.what}: {values} {figure.unit}", flush=True)
        figures.append(figure)
    return figures


if __name__ == "__main__":
    sys.exit(main())
