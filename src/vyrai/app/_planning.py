"""The screens that say what to begin with, and in which order to reach a country; its days for a calendar."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._keeping import attachment
from vyrai.app._visit import Screen, Visit
from vyrai.choose import Planning, destinations, leading, planning, starting
from vyrai.choose.planned import days_of
from vyrai.family import Case
from vyrai.pages import begin_screen, plans
from vyrai.words.calendar import calendar

SECONDS = 2.0
"""How long each question is searched at most: somebody waits for the screen."""


def show_plans(visit: Visit) -> str | Response:
    """The plans of this family into one country."""
    case = visit.book.case
    if case is None:
        return visit.to("ask")
    found = _found(visit, case)
    if found is None:
        return visit.to("compare")
    return plans(visit.frame, visit.words, visit.atlas, found)


def show_first(visit: Visit) -> str | Response:
    """What to begin with, whichever country it will be."""
    book, case = visit.book, visit.book.case
    if case is None:
        return visit.to("ask")
    names = destinations(book.law, case)
    found = book.once("first", lambda: starting(book.law, case, names, book.on, seconds=SECONDS))
    return begin_screen(visit.frame, visit.words, visit.atlas, found)


def save_days(visit: Visit) -> Response:
    """The days of the first plan, for a calendar."""
    case = visit.book.case
    if case is None:
        return visit.to("ask")
    found = _found(visit, case)
    if found is None or not found.plans:
        return visit.to("compare")
    data = calendar(visit.words, *days_of(found, 0)).encode()
    return attachment("ics", "text/calendar; charset=utf-8", data)


def _found(visit: Visit, case: Case) -> Planning | None:
    """The plans, worked out once; None: there are no ways into the country."""
    book, country = visit.book, visit.path["country"]
    if not leading(book.law, country):
        return None
    return book.once(f"plan {country}", lambda: planning(book.law, case, country, book.on, seconds=SECONDS))


SCREENS = (
    Screen("GET", "first", show_first),
    Screen("GET", "plan/{country}", show_plans),
    Screen("GET", "plan/{country}/days", save_days),
)
