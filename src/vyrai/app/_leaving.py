"""The start, and the end: forget everything."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._visit import Screen, Visit
from vyrai.pages import note, start


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
    said = visit.words("Everything is forgotten. You can close this page.")
    answer_ = Response(said, media_type="text/plain; charset=utf-8")
    answer_.headers["clear-site-data"] = '"cache", "cookies", "storage"'
    return answer_


SCREENS = (
    Screen("GET", "", show_start),
    Screen("GET", "forget", show_forget),
    Screen("POST", "forget", forget),
)
