"""The screen that says for how many ways of weighing a place comes first."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._visit import Screen, Visit
from vyrai.choose.weigh import CRITERIA, MOST, weigh, wished
from vyrai.pages import Choice, weighed


def show_weighing(visit: Visit) -> str | Response:
    """The counts for this family, over all ways of weighing or those that it chose."""
    case, book = visit.book.case, visit.book
    if case is None:
        return visit.to("ask")
    asked = visit.query.getlist("m")
    ticked = tuple(name for name in CRITERIA if name in asked)
    too_many = len(ticked) > MOST
    matters = () if too_many else ticked
    weighing = book.once(f"weigh {' '.join(matters)}", lambda: weigh(book.comparison(), matters))
    choice = Choice(ticked, too_many, wished(case))
    return weighed(visit.frame, visit.words, visit.atlas, weighing, choice)


SCREENS = (Screen("GET", "weigh", show_weighing),)
