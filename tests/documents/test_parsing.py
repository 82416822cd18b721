"""An unknown file is read by a process with little memory, little time and no network."""

import io
import json
import subprocess
import sys
import time

import pytest

from documents.made_up import pdf, picture
from sendpath.documents.services.parsing import ask as asking
from sendpath.documents.services.parsing import limits
from sendpath.documents.services.parsing.ask import Unreadable, ask

CONFINED = "from sendpath.documents.services.parsing.limits import confine; confine(); "


def confined(code):
    return subprocess.run(
        [sys.executable, "-I", "-c", CONFINED + code], capture_output=True, text=True, check=False
    )


def test_it_reads_within_its_limits():
    assert json.loads(ask("text", io.BytesIO(pdf("Dear Amber")), "pdf"))["pages"] == 1
    assert ask("page", io.BytesIO(picture()), "jpg").startswith(b"\x89PNG")


def test_it_gets_no_more_memory():
    done = confined(f"x = bytearray({limits.MEMORY})")

    assert "MemoryError" in done.stderr


def test_it_gets_no_more_time(monkeypatch):
    done = confined("import resource; print(resource.getrlimit(resource.RLIMIT_CPU))")
    assert done.stdout.strip() == f"({limits.CPU_SECONDS}, {limits.CPU_SECONDS})"

    monkeypatch.setattr(asking, "SECONDS", 0.01)
    started = time.monotonic()
    with pytest.raises(Unreadable):
        ask("text", io.BytesIO(pdf("Dear Amber")), "pdf")
    assert time.monotonic() - started < 5


def test_it_cannot_fill_a_disk(tmp_path):
    filling = f"import os; f = os.open({str(tmp_path / 'x')!r}, os.O_CREAT | os.O_WRONLY); "
    done = confined(f"{filling}[os.write(f, bytes(10**7)) for _ in range(6)]")

    assert "File too large" in done.stderr
    assert (tmp_path / "x").stat().st_size <= limits.LARGEST_RESULT


def test_it_cannot_open_many_files():
    done = confined("x = [open('/dev/null') for _ in range(100)]")

    assert "Too many open files" in done.stderr


def test_it_reaches_no_network():
    asked = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000))"
    if subprocess.run([sys.executable, "-c", asked], check=False).returncode:
        pytest.skip("this kernel gives nobody a network of their own")
    done = confined("import socket; socket.create_connection(('127.0.0.1', 54329), 2)")

    assert "Network is unreachable" in done.stderr or "Cannot assign" in done.stderr


def test_it_knows_nothing_of_the_service():
    done = confined(
        "import os, sys, sendpath.documents.services.parsing.reader; "
        "print(sorted(m for m in sys.modules if m.startswith(('django', 'cryptography'))))"
    )

    assert done.stdout.strip() == "[]"


def test_a_picture_of_very_many_points_is_not_drawn():
    import struct
    import zlib

    def chunk(name, content):
        sum_of = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", sum_of)

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(10_000_000))) + chunk(b"IEND", b"")
    )  # fmt: skip

    with pytest.raises(Unreadable):
        ask("page", io.BytesIO(bomb), "png")


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "jpg", "png", "tif"])
def test_nonsense_is_unreadable_and_no_more(kind):
    with pytest.raises(Unreadable):
        ask("text", io.BytesIO(b"nonsense " * 100), kind)


def test_words_without_end_are_cut():
    found = json.loads(ask("text", io.BytesIO(b"words " * 200_000), "txt"))

    assert len(found["text"]) == 400_000
