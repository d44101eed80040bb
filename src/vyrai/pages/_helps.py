"""Support promised and given: as a screen, and as a table that any spreadsheet opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from vyrai.choose import Helps
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.pages._table import sheet
from vyrai.words import LANGUAGES, Words
from vyrai.words import home as said

if TYPE_CHECKING:
    from vyrai.world import Atlas


def helps_screen(
    frame: Frame, words: Words, atlas: Atlas, found: Helps, people: Sequence[tuple[str, str]]
) -> str:
    """The screen. people: where the answers of each member stand, and the alias."""
    groups = [(name, list(rows)) for name, rows in groupby(found.rows, lambda one: one.member)]
    return screen("helps.html", frame, words, atlas, x=found, said=said, groups=groups, people=people)


def _heads(w: Words) -> list[str]:
    return [
        w("Name"),
        w("Support"),
        w("From"),
        w("To"),
        w("Weeks counted"),
        w("Promised, hours a week"),
        w("Given, hours a week"),
        w("Promised, hours in all"),
        w("Given, hours in all"),
        w("Missing, hours in all"),
        w("Share that came"),
        w("In your words"),
    ]


def is_our_table(text: str) -> bool:
    """Whether a table was made here, in whatever language, so that a new one may take its place."""
    return any(text.startswith(sheet(words, [_heads(words)])) for words in map(Words, LANGUAGES))


def helps_table(found: Helps, words: Words) -> str:
    """The table with its heads, one line for each support."""
    w = words
    lines = [
        [
            row.member,
            said.kind(w, found.labels, row.kind),
            said.day(w, row.begin),
            said.day(w, row.end),
            said.hours(w, row.weeks),
            said.hours(w, row.promised),
            said.hours(w, row.given),
            said.hours(w, row.due),
            said.hours(w, row.got),
            said.missing(w, row.missing),
            said.share(w, row.share),
            row.words or "",
        ]
        for row in found.rows
    ]
    sums = [
        [
            one.member,
            w("All together") if one.kind is None else said.kind(w, found.labels, one.kind),
            *[""] * 5,
            said.hours(w, one.due),
            said.hours(w, one.got),
            said.missing(w, one.missing),
            said.share(w, one.share),
            w("sum of {n}", n=w.number(one.count)),
        ]
        for one in found.sums
    ]
    return sheet(w, [_heads(w), *lines, *sums])
