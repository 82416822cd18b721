"""Asking a process of its own about a file, and going on when it fails or takes too long."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from typing import BinaryIO, cast

import structlog

SECONDS = 30
LARGEST = 60_000_000
READER = "sendpath.documents.services.parsing.reader"

log = structlog.get_logger("sendpath.documents")


class Unreadable(Exception):
    """The file could not be read within what it was allowed."""


def ask(act: str, file: BinaryIO, kind: str, asked: Mapping[str, object] | None = None) -> bytes:
    """Return what the reader makes of an open file. Raises Unreadable.

    Neither the file nor the answer touches a disk: both are handed over in memory.
    """
    command = [sys.executable, "-I", "-m", READER, act, kind, json.dumps(asked or {})]
    with _in_memory() as given, _in_memory() as answer:
        shutil.copyfileobj(file, given)
        given.seek(0)
        try:
            done = subprocess.run(  # noqa: S603  # our own module, and words of our own choosing
                command,
                stdin=given,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                env={"LANG": "C.UTF-8"},
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _failed(act, kind, "timeout") from None
        if done.returncode:
            raise _failed(act, kind, str(done.returncode))
        answer.seek(0)
        return answer.read(LARGEST)


def _failed(act: str, kind: str, how: str) -> Unreadable:
    log.warning("document.unreadable", act=act, kind=kind, ended=how)
    return Unreadable()


def _in_memory() -> BinaryIO:
    if hasattr(os, "memfd_create"):
        return cast(BinaryIO, os.fdopen(os.memfd_create("document"), "w+b"))
    return cast(BinaryIO, tempfile.TemporaryFile())  # the caller's `with` closes it
