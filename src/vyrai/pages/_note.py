"""A screen that says one thing, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas


class Deed(NamedTuple):
    """A button: where it is posted to, and what it is called."""

    action: str
    label: str


def note(
    frame: Frame,
    words: Words,
    atlas: Atlas,
    title: str,
    lines: Sequence[str],
    links: Sequence[tuple[str, str]] = (),
    deeds: Sequence[tuple[str, str]] = (),
) -> str:
    """A title, sentences, links by page, and buttons by the address they are posted to."""
    buttons = [Deed(*deed) for deed in deeds]
    return screen("note.html", frame, words, atlas, title=title, lines=lines, links=links, deeds=buttons)
