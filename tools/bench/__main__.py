"""`./run bench`: measure everything the product promises, and write it down."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools.bench import law, pages, returns, start
from tools.bench.measure import PROJECT, Figure, run

PAGE = PROJECT / "docs" / "benchmarks.md"


def databases(folder: Path) -> dict[str, str]:
    """Return an empty database of each kind, by name."""
    server = os.environ["TEST_POSTGRESQL"].rpartition("/")[0]
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for name in ("bench_county", "bench_national"):
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
    return {
        "SQLite": f"sqlite:///{folder}/bench_county.sqlite3",
        "PostgreSQL": f"{server}/bench_county",
        "SQLite 60,000": f"sqlite:///{folder}/bench_national.sqlite3",
        "PostgreSQL 60,000": f"{server}/bench_national",
    }


def figures(folder: Path) -> Iterator[Figure]:
    """Measure one promise after another."""
    base = {"SENDPATH_DEMO": "1", "SENDPATH_TODAY": "2026-01-19", "SENDPATH_LA": "999"}
    yield from returns.generating(folder, base | {"SENDPATH_DATA": str(folder / "none")})
    where = databases(folder)
    for name in ("SQLite", "PostgreSQL"):
        data = folder / name
        data.mkdir()
        environment = {**base, "SENDPATH_DATABASE_URL": where[name], "SENDPATH_DATA": str(data)}
        yield from returns.loading(folder, name, environment, size="county", promise=60)
        yield from returns.rebuilding(name, environment)
        yield from law.clocks(name, environment)
        yield from law.rehearsal(name, environment)
        run([*_manage("collectstatic"), "--noinput", "-v", "0"], environment)
        yield from pages.pages(name, environment)
        environment["SENDPATH_DATABASE_URL"] = where[f"{name} 60,000"]
        yield from returns.loading(folder, name, environment, size="national", promise=300)
    yield from start.first_page(folder)


def _manage(command: str) -> list[str]:
    return [sys.executable, "-m", "sendpath.config.cli", "manage", command]


def machine() -> str:
    """Return what this was measured on, in one line."""
    model = next(
        (line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.processor(),
    )  # fmt: skip
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, Linux, Python {python}"


def main() -> int:
    """Measure, print as it goes, and write the page; the exit code says if all was kept."""
    done: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="sendpath-bench-") as folder:
        for figure in figures(Path(folder)):
            print(
                f"{'kept  ' if figure.kept else 'BROKEN'} {figure.name}: {figure.measured}",
                flush=True,
            )
            done.append(figure)
    rows = "\n".join(
        f"| {f.name} | {f.measured} | {f.promised} | {'yes' if f.kept else '**no**'} |"
        for f in done
    )
    PAGE.write_text(
        "# Speed and size\n\n"
        f"Measured on {datetime.now(tz=UTC):%d %B %Y} with `./run bench`, each figure once, on "
        f"whole processes. Machine: {machine()}. It is shared: read large differences only.\n\n"
        f"| what | measured | promised | kept |\n|---|---|---|---|\n{rows}\n"
    )
    return 0 if all(figure.kept for figure in done) else 1


if __name__ == "__main__":
    sys.exit(main())
