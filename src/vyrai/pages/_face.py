"""The face of a source: what its chip says, in two rows on the narrowest phone wherever that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import UNSET

from vyrai.choose.model import SourceOn

if TYPE_CHECKING:
    from vyrai.words import Words

ROOM = 54
"""Letters that stand on two rows, 360 pixels wide, in a wide font."""
NUMBER = 4
"""Letters in the room that the number of a further fact takes."""
LONGEST = 24
"""Letters of a publisher on a chip; the list of sources has the whole name."""
LAW = 28
"""Letters of a law with its article."""
ARTICLE = 14
"""Letters of an article."""
_BETWEEN = 3
"""Letters that part one thing from the next."""


class Face(NamedTuple):
    """Who says it, or which law it is; when; and, as far as there is room, what law it is about and when it
    was last read.
    """

    name: str
    date: str
    about: str = ""
    read: str = ""


def face(words: Words, claim: SourceOn, beside: str, further: int) -> Face:
    """The face of a claim. `beside`: what else is on the chip; further: numbers of facts after it.

    Of a law its name and article say more than who prints it.
    """
    w = words
    law = _law(w, claim)
    name = law if law and claim.kind == "law" else short(claim.publisher, LONGEST)
    date, read = dated(w, claim), "" if claim.as_of_unknown else _read(w, claim)
    room = ROOM - len(beside) - further * NUMBER - len(name) - len(date) - _BETWEEN
    told = []
    for more in ("" if name == law else law, read):
        fits = more and len(more) + _BETWEEN <= room
        room -= len(more) + _BETWEEN if fits else 0
        told.append(more if fits else "")
    return Face(name, date, *told)


def dated(w: Words, claim: SourceOn) -> str:
    """The day of a source; of one without a date, when it was read, as the answer in text says it."""
    date = w.date(claim.as_of)
    return w("read {date}", date=date) if claim.as_of_unknown else date


def _read(w: Words, claim: SourceOn) -> str:
    return "" if claim.read is UNSET else w("read {date}", date=claim.read[:7])


def _law(w: Words, claim: SourceOn) -> str:
    """A law by its name and article; empty where none is given."""
    if claim.act is UNSET:
        return ""
    article = "" if claim.article is UNSET else short(claim.article, ARTICLE)
    article = w("art. {n}", n=article) if article[:1].isdigit() else article
    return ", ".join(part for part in (short(claim.act, LAW - len(article) - 2), article) if part)


def short(name: str, most: int) -> str:
    """A name, or its first words."""
    if len(name) <= most:
        return name
    return name[:most].rsplit(" ", 1)[0].rstrip(" ,.;:(-/") + "…"
