"""`vyrai app` in a process of its own, on this computer alone, for a real browser."""

from __future__ import annotations

import fcntl
import os
import re
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 1


class Served:
    """A running app. `link` opens its notebook, once; `said` is all that it printed, once it has ended."""

    def __init__(self, *options: str, atlas: Path | None = None) -> None:
        loopback()
        before = () if atlas is None else ("--atlas", str(atlas))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vyrai.cli", *before, "app", "--no-browser", *options],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if found := re.match(r"(http://127\.0\.0\.1:\d+)/\S+", line):
                self.link, self.origin = found[0], found[1]
                return
        raise AssertionError("".join(lines))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def ended(self, within: float = 60) -> tuple[int, str]:
        """Wait for it to end by itself: its exit code, and what it said last."""
        said, _ = self.process.communicate(timeout=within)
        return self.process.returncode, said


def loopback() -> None:
    """Switch on the loopback of a network that has nothing else in it; elsewhere it is on."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as unused:
        asked = struct.pack("16sh22x", b"lo", 0)
        (flags,) = struct.unpack_from("h", fcntl.ioctl(unused, GET_FLAGS, asked), 16)
        if not flags & UP:
            fcntl.ioctl(unused, SET_FLAGS, struct.pack("16sh22x", b"lo", flags | UP))
