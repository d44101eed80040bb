"""Geometry of the small pictures, in per cent of their width: the templates only write it down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.model import Range

THIN = 2.4
"""The narrowest mark that is still seen, per cent."""
AIR = 1.3
"""How far a scale goes on after the latest beginning whose end nobody knows."""
WEEKS = (4, 8, 13, 26, 39, 52, 78, 104, 156, 208, 260, 312, 416, 520, 780, 1040, 1560, 2080)


class Piece(NamedTuple):
    """One mark: `kind` is the class of the style sheet (`sure`, `maybe`, `unk`), x and width in per cent."""

    kind: str
    x: str
    width: str


def piece(kind: str, start: float, end: float) -> Piece:
    """A mark from start to end (0 to 100), never thinner than can be seen, never beyond the edge."""
    width = min(100.0, max(end - start, THIN))
    return Piece(kind, f"{max(0.0, min(start, 100 - width)):.3g}", f"{width:.3g}")


def weeks_top(ranges: Iterable[Range | None]) -> int:
    """The end of a scale of weeks that holds every known end, a number that people count in."""
    known = [r for r in ranges if r is not None]
    ends = [float(r.hi) if r.hi is not None else float(r.lo or 0) * AIR for r in known]
    most = max(ends, default=0)
    return next((top for top in WEEKS if top >= most), int(most) + 1)


def timeline(r: Range | None, top: float) -> tuple[Piece, ...]:
    """When something begins: hatched while it may, solid once it surely has, dotted if unknown."""
    if r is None or (r.lo is None and r.hi is None):
        return (piece("unk", 0, 100),)
    start = float(r.lo or 0) / top * 100
    if r.hi is None:
        return (piece("unk", start, 100),)
    end = float(r.hi) / top * 100
    pieces = []
    if r.lo is None or end > start:
        pieces.append(piece("maybe", start, end))
    if end < 100 - THIN:
        pieces.append(piece("sure", end, 100))
    return tuple(pieces) or (piece("sure", 100 - THIN, 100),)


def stretch(begins: Range | None, ends: Range | None, top: float) -> tuple[Piece, ...]:
    """From when until when something is there: hatched while it may have begun or ended, solid while it
    surely is, dotted where nobody knows whether it ever is.
    """
    if begins is None or ends is None:
        return ()
    first, last = float(begins.lo or 0), top if ends.hi is None else min(top, float(ends.hi))
    if first >= last:
        return ()
    least = top if ends.lo is None else min(top, float(ends.lo))
    if begins.hi is None or begins.hi >= least:
        kind = "unk" if begins.hi is None else "maybe"
        return (piece(kind, first / top * 100, last / top * 100),)
    ends_of = (("maybe", first, float(begins.hi)), ("sure", float(begins.hi), least), ("maybe", least, last))
    return tuple(piece(kind, low / top * 100, high / top * 100) for kind, low, high in ends_of if high > low)


def pips(r: Range) -> tuple[str, ...]:
    """Four pips of danger: `on` up to the least level, `may` up to the most, `unk` if nobody knows, `no`."""
    if r.lo is None and r.hi is None:
        return ("unk",) * 4
    least = r.lo or 0
    beyond = "unk" if r.hi is None else "no"
    return tuple(
        "on" if n <= least else "may" if r.hi is not None and n <= r.hi else beyond for n in range(1, 5)
    )
