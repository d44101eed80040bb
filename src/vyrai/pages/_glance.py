"""The first screen: what is open, perhaps and closed, one question, one step, in at most sixty words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.lands import KEEPERS, Land
from vyrai.choose.model import RANK
from vyrai.pages._desk import Desk

MOST = 60
QUESTION, STEP = 13, 8
"""The longest question and step here, in words; both stand in full further down."""
NAMED = 3
"""Up to so many countries that hang on the family alone are named."""


class Line(NamedTuple):
    """The countries whose best way stands so, by name, and how many more there are.

    instead: what is said in the place of names: that there are none, or where no name fits, how many.
    parts: in the place of both, what those that are perhaps open hang on, and which or how many they are.
    """

    way: str
    label: str
    instead: str
    places: tuple[str, ...]
    more: int
    parts: tuple[str, ...] = ()


class Glance(NamedTuple):
    """What the first screen says; `None` where there is nothing."""

    lines: tuple[Line, ...]
    title: str
    what: str
    asks: str
    question: str | None
    does: str
    step: str | None
    danger: str | None


def count(text: str | None) -> int:
    """Words of a text, as a reader counts them."""
    return len((text or "").split())


def cut(text: str, most: int) -> str:
    """A text of at most so many words; what is left out is marked."""
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]).rstrip(",;:.") + " …"


def glance(desk: Desk, lands: Iterable[Land]) -> Glance:
    """A country once, by its best way. Shorten until it fits: first the names, of the closed soonest."""
    w, comparison = desk.words, desk.comparison
    question = cut(desk.question(comparison.next), QUESTION) if comparison.next else None
    step = cut(w.text(comparison.first.title), STEP) if comparison.first else None
    danger = None
    if comparison.first and comparison.first.danger > 1:
        danger = w("danger {n} of 4", n=comparison.first.danger)
    title, asks, does = w("Where you can go"), w("Answer this next"), w("Do this first")
    what = desk.what()
    every_land = tuple(lands)
    found: dict[str, list[str]] = {"open": []}
    for land in every_land:
        found.setdefault(land.way, []).append(w.text(land.title))
    nothing = w("none for sure")
    left = MOST - sum(count(text) for text in (title, what, asks, does, question, step, danger))
    heads = [(way, desk.code(desk.terms.WAYS, way)) for way in RANK if way in found]
    left -= sum(count(label) for _, label in heads) + (0 if found["open"] else count(nothing))
    lines: list[Line] = []
    for done, (way, label) in enumerate(heads):
        every = found[way]
        parts = (
            _parts(desk, [land for land in every_land if land.way == way], left) if way == "perhaps" else ()
        )
        if parts:
            lines.append(Line(way, label, "", (), 0, parts))
            left -= sum(count(part) for part in parts)
            continue
        share = left // (len(heads) - done)
        rest = count(w("+{n} more", n=len(every)))
        shown = _fitting(every, share, rest)
        if not shown:
            lines.append(Line(way, label, w.number(len(every)) if every else nothing, (), 0))
            left -= len(every) > 0
            continue
        left -= sum(count(name) for name in shown) + (rest if len(shown) < len(every) else 0)
        lines.append(Line(way, label, "", tuple(shown), len(every) - len(shown)))
    return Glance(tuple(lines), title, what, asks, question, does, step, danger)


def _parts(desk: Desk, lands: list[Land], words: int) -> tuple[str, ...]:
    """What countries that are perhaps open hang on: by name where the family alone can settle it, else how
    many. Empty where all hang on the same, or it does not fit.
    """
    w, said = desk.words, []
    for keeper in KEEPERS:
        names = [w.text(land.title) for land in lands if land.keeper == keeper]
        if names:
            number = w.number(len(names))
            named = keeper == "you" and len(names) <= NAMED
            said.append(f"{w(desk.terms.HANGS[keeper])}: {w.list(names) if named else number}")
    return tuple(said) if len(said) > 1 and sum(map(count, said)) <= words else ()


def _fitting(names: list[str], words: int, rest: int) -> list[str]:
    """As many names as fit; where not all do, `rest` words are kept for "and n more"."""
    for number in range(len(names), 0, -1):
        more = rest if number < len(names) else 0
        if sum(count(name) for name in names[:number]) + more <= words:
            return names[:number]
    return []
