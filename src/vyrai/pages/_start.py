"""The start: what it does, what it promises and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas


def start(frame: Frame, words: Words, atlas: Atlas) -> str:
    """The first screen."""
    return screen("start.html", frame, words, atlas, promises=promises(words), limits=limits(words, frame))


def promises(words: Words) -> list[str]:
    """What the program promises, in plain words."""
    w = words
    return [
        w("Your answers stay on this device. There is no account, and nothing is sent."),
        w("Nothing is kept unless you save a file yourself."),
        w("Where we do not know, it says unknown, and why. A gap never turns into no or yes."),
        w("Every statement has its source and its date; sources that disagree stand side by side."),
    ]


def limits(words: Words, frame: Frame) -> list[str]:
    """What the program cannot hide or promise, in plain words."""
    w = words
    seen, leaving = [], _hiding(w)
    if frame.face == "site":
        seen = [w("Whoever carries these pages to you can see which ones you open.")]
        leaving = [
            w(
                "Hide this leads to an empty page, but “back” shows the page again: close the tab or the "
                "window instead. The browser may remember that a page was open."
            )
        ]
    return [
        *seen,
        w("It is no legal advice, and it cannot promise a visa. Offices and courts decide."),
        *leaving,
        w("Whoever holds this device unlocked sees what you see."),
        w("If somebody already watches this device, nothing here helps: use another one."),
    ]


def _hiding(words: Words) -> list[str]:
    """What the way out does in the app, and what it does where no script runs."""
    w = words
    return [
        w(
            "Hide this blanks the page. The browser may remember that a page was open, "
            "and your answers stay in the program until you press Forget everything."
        ),
        w(
            "Where the browser runs no script, “back” shows the page again after Hide this: "
            "close the tab or the window instead."
        ),
    ]
