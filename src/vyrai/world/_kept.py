"""What was made of each file of an atlas, kept together: many small files take longer to open than to use.

First stands a mark of all that follows: a file that was cut off or spoilt is passed over, never believed.
The rest of the first line lists name, key and size of each piece; the pieces follow, one after the other.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import msgspec

from vyrai.world._folder import write

_Pieces = dict[tuple[str, str], bytes | memoryview]


class Kept:
    """The pieces of the last run by name and key; `write` leaves those of this run in their place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before, self._now = _read(path.read_bytes() if path.exists() else b""), _Pieces()

    def found(self, name: str, key: str) -> memoryview | bytes | None:
        """A piece of the last run, which is then one of this run too."""
        piece = self._before.get((name, key))
        if piece is not None:
            self._now[name, key] = piece
        return piece

    def add(self, name: str, key: str, piece: bytes) -> None:
        """A piece that was made anew."""
        self._now[name, key] = piece

    def write(self) -> None:
        """Keep the pieces of this run, if they are others than those of the last."""
        if self._now.keys() != self._before.keys():
            head = [(name, key, len(piece)) for (name, key), piece in self._now.items()]
            rest = (msgspec.json.encode(head), b"\n", *self._now.values())
            write(self._path, _mark(*rest), *rest)


def _mark(*rest: bytes | memoryview) -> bytes:
    sum_ = 0
    for piece in rest:
        sum_ = crc32(piece, sum_)
    return b"%08x" % sum_


_MARK = len(_mark(b""))


def _read(whole: bytes) -> _Pieces:
    pieces = _Pieces()
    if whole[:_MARK] != _mark(memoryview(whole)[_MARK:]):
        return pieces
    first = whole[_MARK : whole.index(b"\n")]
    place = _MARK + len(first) + 1
    for name, key, size in msgspec.json.decode(first, type=list[tuple[str, str, int]]):
        pieces[name, key] = memoryview(whole)[place : place + size]
        place += size
    return pieces
