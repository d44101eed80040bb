"""The screen that says what to do in which order to reach a country."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._visit import Screen, Visit
from vyrai.choose import Planning, leading, planning
from vyrai.pages import plans

SECONDS = 2.0
"""How long each question is searched at most: somebody waits for the screen."""


def show_plans(visit: Visit) -> str | Response:
    """The plans of this family into one country."""
    case, book, country = visit.book.case, visit.book, visit.path["country"]
    if case is None:
        return visit.to("ask")
    if not leading(book.law, country):
        return visit.to("compare")

    def found() -> Planning:
        return planning(book.law, case, country, book.on, seconds=SECONDS)

    return plans(visit.frame, visit.words, visit.atlas, book.once(f"plan {country}", found))


SCREENS = (Screen("GET", "plan/{country}", show_plans),)
