"""What a process that reads an unknown file may use: little memory, little time, no network."""

from __future__ import annotations

import contextlib
import ctypes
import resource

MEMORY = 1_500_000_000
CPU_SECONDS = 20
LARGEST_RESULT = 50_000_000
FILES = 32
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def confine() -> None:
    """Give up, in this process and for good, what reading a file does not need."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_RESULT),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    # a network of its own, with nothing on it; refused where the kernel allows nobody that
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)
