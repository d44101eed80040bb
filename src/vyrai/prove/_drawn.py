"""Pictograms, drawn for this program: what a child who does not speak says most, each as one plain symbol.

They are ours, so that they may go into every board and onto every sheet; no set of symbols is copied.
"""

from __future__ import annotations

from base64 import b64encode

SIZE = 100
"""Width and height of a drawing."""

_INK, _GREEN, _RED, _BLUE, _AMBER = "#1d2731", "#1b7a43", "#b3261e", "#1f5fa8", "#9a5b00"


def _lines(path: str, colour: str = _INK, wide: int = 7) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _dot(x: float, y: float, r: float, fill: str = _INK) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"/>'


def _face(inside: str, colour: str) -> str:
    return f'<circle cx="50" cy="52" r="40" fill="#fff" stroke="{colour}" stroke-width="6"/>{inside}'


DRAWN: dict[str, str] = {
    "yes": _lines("M16 54L40 78L84 24", _GREEN, 14),
    "no": _lines("M22 22L78 78M78 22L22 78", _RED, 14),
    "stop": (
        f'<path d="M34 6H66L94 34V66L66 94H34L6 66V34Z" fill="{_RED}"/>'
        '<path d="M34 54V34a4 4 0 0 1 8 0V24a4 4 0 0 1 8 0v-2a4 4 0 0 1 8 0v5a4 4 0 0 1 8 0V60'
        'c0 12-6 20-17 20c-9 0-13-5-17-12L24 56a4.5 4.5 0 0 1 8-4Z" fill="#fff"/>'
        + _lines("M42 34V48M50 25V47M58 27V48", _RED, 2)
    ),
    "pain": (
        _face(
            _lines("M26 42L38 47L26 52M62 42L50 47L62 52", _INK, 5) + _lines("M32 76Q44 64 56 76", _INK, 6),
            _RED,
        )
        + f'<path d="M84 2L62 30H74L66 52L94 20H81Z" fill="{_RED}" stroke="#fff" stroke-width="3"/>'
    ),
    "break": (
        _dot(38, 20, 12, _BLUE)
        + _lines("M36 38L40 62H64L70 88", _BLUE, 12)
        + _lines("M38 46L58 52", _BLUE, 8)
        + _lines("M20 34L26 74H56M26 74L22 92M56 74V92", _INK, 6)
    ),
    "help": (
        _dot(32, 18, 11, _BLUE)
        + _lines("M32 34V62M32 62L22 92M32 62L42 92M32 40L18 56M32 40L56 58", _BLUE, 8)
        + _dot(74, 44, 9, _AMBER)
        + _lines("M74 57V76M74 76L66 92M74 76L82 92M74 62L56 58M74 62L86 72", _AMBER, 7)
    ),
    "toilet": (
        f'<rect x="20" y="12" width="20" height="40" rx="4" fill="#fff" stroke="{_INK}" stroke-width="6"/>'
        '<path d="M20 52H82C82 70 70 76 58 76V90H32V76C24 70 20 62 20 52Z" fill="#fff" '
        f'stroke="{_INK}" stroke-width="6" stroke-linejoin="round"/>' + _lines("M40 46H78", _BLUE, 6)
    ),
    "afraid": _face(
        '<circle cx="36" cy="46" r="9" fill="#fff" stroke="#1d2731" stroke-width="4"/>'
        '<circle cx="64" cy="46" r="9" fill="#fff" stroke="#1d2731" stroke-width="4"/>'
        + _dot(36, 47, 3.5)
        + _dot(64, 47, 3.5)
        + _lines("M24 32L38 26M76 32L62 26", _INK, 5)
        + _lines("M32 74L39 67L46 74L53 67L60 74L67 67", _INK, 5),
        _AMBER,
    ),
    "happy": _face(
        _dot(36, 43, 5) + _dot(64, 43, 5) + _lines("M28 60Q50 86 72 60", _INK, 7),
        _GREEN,
    ),
}
"""By meaning (a code of the list `meanings`) what is drawn in a square of SIZE; another has no drawing."""


def drawing(meaning: str) -> str | None:
    """The whole picture as SVG; None if nothing is drawn for that meaning."""
    inside = DRAWN.get(meaning)
    if inside is None:
        return None
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" '
        f'viewBox="0 0 {SIZE} {SIZE}">{inside}</svg>'
    )


def data_uri(picture: str) -> str:
    """An SVG as an address that holds it."""
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()
