"""Asking clamd whether a file holds harmful software, by its own INSTREAM command."""

from __future__ import annotations

import socket
from typing import BinaryIO

PIECE = 64 * 1024
SECONDS = 60
LONGEST_ANSWER = 4096


class ScannerDown(Exception):
    """No answer that can be relied on: what was asked about stays locked away."""


def harm_in(file: BinaryIO, *, at: str) -> str:
    """Return the name of what is harmful in a file, or nothing when it is clean.

    `at` is “unix:/run/clamav/clamd.ctl” or “tcp:host:port”. Raises ScannerDown.
    """
    try:
        with _connected(at) as clamd:
            clamd.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                clamd.sendall(len(piece).to_bytes(4, "big") + piece)
            clamd.sendall(bytes(4))
            answer = _answer(clamd)
    except OSError as fault:
        raise ScannerDown(type(fault).__name__) from None
    if answer == "stream: OK":
        return ""
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise ScannerDown(answer[:80] or "no answer")


def answers(*, at: str) -> bool:
    """Say whether clamd is there and listens."""
    try:
        with _connected(at) as clamd:
            clamd.sendall(b"zPING\0")
            return _answer(clamd) == "PONG"
    except OSError:
        return False


def _connected(at: str) -> socket.socket:
    how, _, where = at.partition(":")
    if how == "unix":
        clamd = socket.socket(socket.AF_UNIX)
        clamd.settimeout(SECONDS)
        try:
            clamd.connect(where)
        except OSError:
            clamd.close()
            raise
        return clamd
    host, _, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)


def _answer(clamd: socket.socket) -> str:
    told = b""
    while len(told) < LONGEST_ANSWER and not told.endswith(b"\0"):
        piece = clamd.recv(LONGEST_ANSWER)
        if not piece:
            break
        told += piece
    return told.rstrip(b"\0\n").decode(errors="replace")
