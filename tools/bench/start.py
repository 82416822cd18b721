"""From a clean clone to the first page of the demonstration, set-up included."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tools.bench.measure import PROJECT, Figure

PORT = 8766


def first_page(folder: Path) -> Iterator[Figure]:
    """Clone what is committed, run the demonstration, and wait for its first page."""
    clone = folder / "clone"
    started = time.monotonic()
    subprocess.run(["git", "clone", "-q", str(PROJECT), str(clone)], check=True)
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("SENDPATH_", "DJANGO_", "VIRTUAL"))
    }
    demo = subprocess.Popen(
        ["./run", "demo"], cwd=clone, env={**kept, "PORT": str(PORT)}, start_new_session=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for_page(demo)
        seconds = time.monotonic() - started
    finally:
        os.killpg(demo.pid, signal.SIGTERM)
        demo.wait()
    yield Figure(
        name="From a clean clone to the first page of `./run demo`",
        measured=f"{seconds:.0f} s",
        promised="at most 180 s",
        kept=seconds <= 180,
    )


def _wait_for_page(demo: subprocess.Popen[bytes]) -> None:
    while demo.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/sign-in", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit("./run demo ended before its first page.")
