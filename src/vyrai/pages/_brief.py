"""A comparison as a few lines of plain text for a messenger: no names, no ages, no sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from vyrai.choose.lands import Land, lands
from vyrai.choose.model import Comparison, Text
from vyrai.pages._terms import WAYS

if TYPE_CHECKING:
    from vyrai.words import Words

MOST = 3
"""Ways of a country that are named."""


def brief(comparison: Comparison, words: Words, asked: Sequence[Text]) -> str:
    """The lines, ending in a line break. Make the comparison without the sensitive answers first.

    asked: the next questions, as the form asks them.
    """
    w = words
    date = w.date(comparison.basis.on)
    lines = [w("Where a family could go by law, as of {date}.", date=date)]
    every = w.by_name(lands(comparison))
    for way, name in WAYS.items():
        found = [land for land in every if land.way == way]
        if found:
            lines += ["", f"{w(name)}:", *_told(found, way, w)]
    if asked:
        lines += ["", w("Still to be found out, first:")]
        lines += [f"- {w.text(text).replace('{name}', w('this person'))}" for text in asked]
    lines += [
        "",
        w("Worked out without names and without sensitive answers: with them it may look different."),
        w("Law may have changed. This is no legal advice."),
    ]
    return "\n".join(lines) + "\n"


def _told(found: Iterable[Land], way: str, w: Words) -> list[str]:
    if way == "closed":
        return [w.list([w.text(land.title) for land in found])]
    return [f"- {w.text(land.title)}: {_ways(land, w)}" for land in found]


def _ways(land: Land, w: Words) -> str:
    rows = [row for row in land.entries if row.way == land.way] or [land.best]
    named = [" → ".join(w.text(link.title) for link in row.chain) for row in rows[:MOST]]
    rest = len(rows) - len(named)
    more = [w.plural("{n} more way", "{n} more ways", rest)] if rest else []
    return "; ".join([*named, *more])
