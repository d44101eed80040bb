"""The first screen: what is open, perhaps and closed, one question, one step, in at most sixty words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vyrai.choose.model import Row
from vyrai.pages._desk import Desk

MOST = 60
QUESTION, STEP = 18, 11
"""The longest question and step here, in words; both stand in full further down."""


class Line(NamedTuple):
    """One verdict: how many ways in, to which places, and how many places more."""

    way: str
    label: str
    ways: str
    places: tuple[str, ...]
    more: int


class Glance(NamedTuple):
    """What the first screen says; `None` where there is nothing."""

    lines: tuple[Line, ...]
    title: str
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


def glance(desk: Desk, found: Mapping[str, tuple[Row, ...]]) -> Glance:
    """Ways in only. Shorten until it fits: first the names of places, those of closed ways soonest."""
    w, comparison = desk.words, desk.comparison
    question = cut(w.text(comparison.next.text), QUESTION) if comparison.next else None
    step = cut(w.text(comparison.first.title), STEP) if comparison.first else None
    danger = None
    if comparison.first and comparison.first.danger > 1:
        danger = w("danger {n} of 4", n=comparison.first.danger)
    title, asks, does = w("Where you can go"), w("Answer this next"), w("Do this first")
    left = MOST - sum(count(text) for text in (title, asks, does, question, step, danger))
    heads = [
        (way, desk.code(desk.terms.WAYS, way), w.plural("{n} way", "{n} ways", len(rows)))
        for way, rows in found.items()
    ]
    lines: list[Line] = []
    if "open" not in found:
        lines.append(Line("none", desk.code(desk.terms.WAYS, "open"), w("none for sure"), (), 0))
    left -= sum(count(label) + count(number) for _, label, number in heads)
    left -= sum(count(line.label) + count(line.ways) for line in lines)
    for done, (way, label, number) in enumerate(heads):
        every = sorted({w.text(row.title) for row in found[way]}, key=str.casefold)
        share = left // (len(found) - done)
        rest = count(w("+{n} more", n=len(every)))
        shown = _fitting(every, share, rest)
        left -= sum(count(name) for name in shown) + (rest if shown and len(shown) < len(every) else 0)
        lines.append(Line(way, label, number, tuple(shown), len(every) - len(shown) if shown else 0))
    return Glance(tuple(lines), title, asks, question, does, step, danger)


def _fitting(names: list[str], words: int, rest: int) -> list[str]:
    """As many names as fit; where not all do, `rest` words are kept for "and n more"."""
    for number in range(len(names), 0, -1):
        more = rest if number < len(names) else 0
        if sum(count(name) for name in names[:number]) + more <= words:
            return names[:number]
    return []
