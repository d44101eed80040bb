"""The start, and the ways out: what cannot be hidden, leave at once, forget everything."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

from vyrai.app._interview import HIDES, SENSITIVE
from vyrai.app._posting import text
from vyrai.app._visit import Screen, Visit
from vyrai.pages import gone, hides, note, start

WHILE_AWAY = ("leave", "back")
"""What is answered while somebody is away; everything else waits."""


def show_start(visit: Visit) -> str:
    """What it does, what it promises."""
    return start(visit.frame, visit.words, visit.atlas)


def show_forget(visit: Visit) -> str:
    """The question whether everything is to be forgotten."""
    w = visit.words
    lines = [
        w("Empties the memory of this program and closes it. A file that you saved stays where you put it.")
    ]
    deed = [(visit.frame.to("forget"), w("Forget everything now"))]
    return note(visit.frame, w, visit.atlas, w("Forget everything"), lines, [], deed)


def forget(visit: Visit) -> Response:
    """Keep nothing."""
    visit.home.books.forget(visit.path["token"])
    visit.home.gone()
    answer_ = HTMLResponse(gone(visit.words))
    answer_.headers["clear-site-data"] = '"cache", "cookies", "storage"'
    return answer_


def leave(visit: Visit) -> Response:
    """Left in a hurry: from now on no page says anything, also not to "back"."""
    visit.book.away = True
    return Response(status_code=204)


def back(visit: Visit) -> Response:
    """Somebody is here again."""
    visit.book.away = False
    return visit.to("")


def show_hides(visit: Visit) -> str:
    """What the program cannot hide."""
    skipped = SENSITIVE in visit.book.settled
    return hides(visit.frame, visit.words, visit.atlas, visit.query.get("q", ""), skipped)


def take_hides(visit: Visit) -> Response:
    """It was read: go on to the sensitive questions, or skip them all."""
    if text(visit.form, "how") == "skip":
        visit.book.settle((HIDES, SENSITIVE))
        return visit.to("ask")
    visit.book.settle((HIDES,))
    visit.book.unsettle((SENSITIVE,))
    then = text(visit.form, "q")
    return visit.to("ask", q=then) if then else visit.to("ask")


SCREENS = (
    Screen("GET", "", show_start),
    Screen("GET", "forget", show_forget),
    Screen("POST", "forget", forget),
    Screen("POST", "leave", leave),
    Screen("POST", "back", back),
    Screen("GET", "hides", show_hides),
    Screen("POST", "hides", take_hides),
)
