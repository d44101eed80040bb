"""The app in a process of its own, on a port of this computer, for tests with a real browser."""

from __future__ import annotations

import fcntl
import re
import socket
import struct
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from datetime import date
from pathlib import Path
from vyrai.app._serve import serve
from vyrai.world import load_atlas
atlas = load_atlas(Path(sys.argv[1]))
serve(atlas, lambda: date(2026, 11, 20), "en", 600, lambda link: print(link, flush=True))
"""


class Served:
    """A running app; `link` opens its notebook, once."""

    def __init__(self, atlas: Path) -> None:
        _loopback()
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(atlas)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        found = re.match(r"http://127\.0\.0\.1:\d+/\S+", self.process.stdout.readline())
        assert found
        self.link = found[0]

    def close(self) -> None:
        """End it, if it has not ended by itself."""
        self.process.kill()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


def _loopback() -> None:
    """In a network of its own a process has a loopback that is switched off; it may switch it on."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        ask = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, 0x8913, ask))[1]
        if not flags & 1:
            fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", flags | 1))
