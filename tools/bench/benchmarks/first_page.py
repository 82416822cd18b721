"""From a clean clone to the first page of the demonstration, set-up included."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

from tools.bench.benchmark import Benchmark, Figure
from tools.bench.ground import Ground
from tools.bench.machine import Watch, settle
from tools.bench.measure import PROJECT

OURS = ("SENDPATH_", "DJANGO_", "VIRTUAL", "TEST_", "PGPORT")


def measure(ground: Ground) -> Iterator[Figure]:
    """Clone what is committed, run the demonstration, and wait for its first page, once."""
    clone = ground.folder / "clone"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    settle(ground.patience)
    with Watch() as watch:
        subprocess.run(["git", "clone", "-q", str(PROJECT), str(clone)], check=True)
        demo = subprocess.Popen(
            ["./run", "demo"], cwd=clone, env={**kept, "PORT": str(port)},
            start_new_session=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait_for_page(demo, port)
        except BaseException:
            _stop(demo)
            raise
    _stop(demo)
    yield Figure(
        what="First page after `git clone`",
        values=(watch.seconds,),
        unit="s",
        promise=180,
        others=(watch.others,),
    )


def _wait_for_page(demo: subprocess.Popen[bytes], port: int) -> None:
    while demo.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit("./run demo ended before its first page.")


def _stop(demo: subprocess.Popen[bytes]) -> None:
    os.killpg(demo.pid, signal.SIGTERM)
    demo.wait()


BENCHMARK = Benchmark(
    title="The first page of the demonstration",
    about="`git clone` and `./run demo`, until the first page answers. The packages come from "
    "pip's and uv's store on this machine if they have been fetched before.",
    measure=measure,
)
