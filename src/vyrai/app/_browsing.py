"""The screens that ask nobody anything: countries, ways, facts, what changed, whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from starlette.responses import Response

from vyrai import pages
from vyrai.app._visit import Make, Screen, Visit
from vyrai.pages import Frame, Reader

LONGEST = 100
"""Letters of a search; whatever comes after them is not looked for."""


def _reader(visit: Visit) -> Reader:
    return Reader(visit.home.library(visit.book.on), visit.words)


def _plain(draw: Callable[[Frame, Reader], str]) -> Make:
    """A screen that is about nothing in particular."""
    return lambda visit: draw(visit.frame, _reader(visit))


def _about(draw: Callable[[Frame, Reader, str], str], otherwise: str) -> Make:
    """A screen about one thing; where there is none such, the list of all."""

    def make(visit: Visit) -> str | Response:
        try:
            return draw(visit.frame, _reader(visit), visit.path["key"])
        except KeyError:
            return visit.to(otherwise)

    return make


def _asked(visit: Visit) -> str:
    return " ".join(visit.query.get("q", "")[:LONGEST].split())


def show_routes(visit: Visit) -> str:
    """All ways, or those that have the words that are looked for."""
    return pages.routes(visit.frame, _reader(visit), _asked(visit))


def show_recipes(visit: Visit) -> str:
    """All papers and how to get them, or those that have the words that are looked for."""
    return pages.recipes(visit.frame, _reader(visit), _asked(visit))


def show_facts(visit: Visit) -> str:
    """All facts, or those that have the words that are looked for."""
    page = visit.query.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
    return pages.facts(visit.frame, _reader(visit), _asked(visit), number)


def show_changes(visit: Visit) -> str:
    """What changed between two days; at first in the last twelve months."""
    w, end, wrong = visit.words, visit.book.on, ""
    start = pages.year_before(end)
    if visit.query.get("from") and visit.query.get("to"):
        try:
            first, last = (date.fromisoformat(visit.query[name]) for name in ("from", "to"))
        except ValueError:
            wrong = w("There is no such day.")
        else:
            wrong = w("The day until which you look must be later than the first.") if last <= first else ""
            start, end = (start, end) if wrong else (first, last)
    return pages.changes(visit.frame, _reader(visit), start, end, wrong)


SCREENS = (
    Screen("GET", "countries", _plain(pages.countries)),
    Screen("GET", "country/{key}", _about(pages.country, "countries")),
    Screen("GET", "routes", show_routes),
    Screen("GET", "route/{key}", _about(pages.route, "routes")),
    Screen("GET", "recipes", show_recipes),
    Screen("GET", "recipes/{key}", _about(pages.recipe, "recipes")),
    Screen("GET", "facts", show_facts),
    Screen("GET", "facts/{key}", _about(pages.shelf, "facts")),
    Screen("GET", "fact/{key}", _about(pages.fact, "facts")),
    Screen("GET", "changes", show_changes),
    Screen("GET", "people", _plain(pages.people)),
    Screen("GET", "about", _plain(pages.about)),
)
