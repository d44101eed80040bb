"""What the program cannot hide, said before the first sensitive question; and pages that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vyrai.pages._frame import Frame
from vyrai.pages._screen import screen
from vyrai.pages._templates import asset, draw

if TYPE_CHECKING:
    from vyrai.words import Words
    from vyrai.world import Atlas


class Trace(NamedTuple):
    """Something that is left behind or seen, and what to do about it."""

    what: str
    todo: str


def hides(frame: Frame, words: Words, atlas: Atlas, then: str, skipped: bool) -> str:
    """The screen before the first sensitive question; `then`: the question that comes after it.

    skipped: whether somebody chose to skip all sensitive questions.
    """
    return screen("hides.html", frame, words, atlas, traces=traces(words), then=then, skipped=skipped)


def traces(words: Words) -> list[Trace]:
    """What stays or is seen in spite of everything, and what to do about each."""
    w = words
    return [
        Trace(
            w("Somebody who sees the screen, or a picture of it."),
            w("Sit with your back to a wall. Make no screenshots: a phone may copy them to other devices."),
        ),
        Trace(
            w("A computer that is watched: by an employer, a relative, a program that records keys."),
            w("Use another device. Nothing on this page helps against it."),
        ),
        Trace(
            w("The browser remembers that a page was open, and that a file was saved."),
            w("Use a private window, and close it afterwards."),
        ),
        Trace(
            w("A keyboard app, spelling help or browser extension may send what you type to its maker."),
            w("Use a private window, without extensions. Choose from lists rather than write."),
        ),
        Trace(
            w("The system may write memory to the disk when it is short of it, or goes to sleep."),
            w("Switch the device off afterwards; do not only close the lid. An encrypted disk helps."),
        ),
        Trace(
            w("A printer, and the computer it hangs on, may remember what was printed."),
            w("Print where nobody asks, and never at work."),
        ),
        Trace(
            w("A file that you saved can be found, also after it was deleted."),
            w("Save it on a stick or a device that you can leave elsewhere."),
        ),
        Trace(
            w("Hide this covers a page against a glance. Whoever then sits here can open it again."),
            w("Press Forget everything before you walk away."),
        ),
        Trace(
            w("Where the browser runs no script, “back” shows the page again after Hide this."),
            w("Close the tab or the window instead."),
        ),
    ]


def gone(words: Words) -> str:
    """The page after "forget everything": it needs nothing of a program that is no longer there."""
    w = words
    return draw("bare.html", w=w, title=w("Everything is forgotten"), lines=[w("You can close this page.")])


def away(words: Words, root: str) -> str:
    """A page that somebody left in a hurry: it says nothing until it is asked for again.

    root: the address under which the notebook is.
    """
    w = words
    deed = (f"{root}/{w.lang}/back", w("Open again"))
    sheet = f"{root}/s/{asset('.css')}"
    lines = [w("This page is put away.")]
    return draw("bare.html", w=w, title=w("Notes"), lines=lines, deed=deed, sheet=sheet)
