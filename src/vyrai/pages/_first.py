"""What to begin with wherever one goes, as a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vyrai.choose import Starting
from vyrai.choose.starting import BeginOn
from vyrai.pages._alone import desk_without_ways
from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.words import starting as said
from vyrai.words.home import lacking

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.words._plan_sums import Told
    from vyrai.world import Atlas

SHOWN = 5
"""So many of each part stand open; the others are folded."""


class Step(NamedTuple):
    """A step, and what is said of it."""

    step: BeginOn
    title: str
    fields: list[Told]


class Part(NamedTuple):
    """Steps under one heading."""

    id: str
    title: str
    steps: list[Step]
    more: list[Step]


class Drawn(NamedTuple):
    """Everything that the template asks for."""

    found: Starting
    parts: list[Part]
    unplaced: tuple[str, ...]


def begin_screen(frame: Frame, words: Words, atlas: Atlas, found: Starting) -> str:
    """The screen."""
    desk = desk_without_ways(words, frame, found.basis, found.sources, found.labels)
    ready = [one for one in found.first if not one.lacks]
    closing = [one for one in found.leaving if one.closes is not None]
    parts = [
        _part(words, found, "begin", words("Begin with this"), ready),
        _part(words, found, "leaving", words("Before you leave: what closes first"), closing),
    ]
    drawn = Drawn(
        found, [one for one in parts if one.steps], (*said.barred(words, found), *lacking(words, found.home))
    )
    values = {"c": desk.comparison, "d": desk, "said": said, "x": drawn}
    return desk.sources.back(screen("first.html", frame, words, atlas, **values))


def _part(w: Words, found: Starting, name: str, title: str, steps: list[BeginOn]) -> Part:
    told = [Step(one, w.text(one.title) or one.step, said.fields(w, found, one)) for one in steps]
    return Part(name, title, told[:SHOWN], told[SHOWN:])
