"""What was made of each file of an atlas, kept together: many small files take longer to open than to use.

The first line lists name, key and size of each piece; the pieces follow, one after the other.
"""

from __future__ import annotations

from pathlib import Path

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
            write(self._path, b"\n".join((msgspec.json.encode(head), b"".join(self._now.values()))))


def _read(whole: bytes) -> _Pieces:
    """What the last run left; nothing where its file is broken or cut off: all is then made anew."""
    first, _, _ = whole.partition(b"\n")
    try:
        head = msgspec.json.decode(first or b"[]", type=list[tuple[str, str, int]])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}
    pieces, place = _Pieces(), len(first) + 1
    for name, key, size in head:
        pieces[name, key] = memoryview(whole)[place : place + size]
        place += size
    return pieces if not pieces or place == len(whole) else {}
