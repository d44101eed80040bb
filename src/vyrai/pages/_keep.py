"""Saving, taking along and opening: what each file holds, and who could read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas


def keep(
    frame: Frame, words: Words, atlas: Atlas, sealing: bool, offered: str, refused: Sequence[str] = ()
) -> str:
    """All ways of taking the notebook along.

    sealing: whether files can be sealed here. offered: a passphrase made just now. refused: why it was not
    saved, in sentences.
    """
    return screen("keep.html", frame, words, atlas, sealing=sealing, offered=offered, refused=refused)


def keep_plain(frame: Frame, words: Words, atlas: Atlas) -> str:
    """What a plain file gives away, before it is made."""
    return screen("plain.html", frame, words, atlas)


def keep_text(frame: Frame, words: Words, atlas: Atlas, lines: str) -> str:
    """A few lines to be copied."""
    # A page is drawn without its empty lines; here each of them counts.
    kept = escape(lines).replace("\n", Markup("&#10;"))
    return screen("lines.html", frame, words, atlas, lines=kept)


def opened(frame: Frame, words: Words, atlas: Atlas, people: int, undo: str | None) -> str:
    """That a file is open; `undo`: the address that puts back what was there before it."""
    return screen("opened.html", frame, words, atlas, people=people, undo=undo)


def open_file(frame: Frame, words: Words, atlas: Atlas, sealing: bool, refused: Sequence[str] = ()) -> str:
    """Where a saved file is chosen."""
    return screen("open.html", frame, words, atlas, sealing=sealing, refused=refused)
