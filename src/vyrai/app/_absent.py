"""The screens for the day on which nobody comes home, and for support that was promised."""

from __future__ import annotations

from starlette.responses import Response

from vyrai.app._keeping import attachment
from vyrai.app._visit import Screen, Visit
from vyrai.choose import AtHome, Helps, at_home, helps
from vyrai.pages import at_home_screen, helps_screen, helps_table, sheet_alone
from vyrai.words import LANGUAGES, Words


def _found(visit: Visit) -> AtHome | None:
    case, book = visit.book.case, visit.book
    return None if case is None else book.once("at home", lambda: at_home(book.law, case, book.on))


def _languages(visit: Visit) -> list[Words]:
    """The language of the screen, and one more if that was asked for."""
    beside = visit.query.get("with")
    if beside not in LANGUAGES or beside == visit.words.lang:
        return [visit.words]
    return [visit.words, visit.home.words[beside]]


def show_home(visit: Visit) -> str | Response:
    """Who takes each child, by which paper, what is not done."""
    found = _found(visit)
    if found is None:
        return visit.to("ask")
    return at_home_screen(visit.frame, visit.words, visit.atlas, found, _languages(visit))


def save_home(visit: Visit) -> str | Response:
    """The sheet as a file to be printed."""
    found = _found(visit)
    if found is None:
        return visit.to("ask")
    return attachment("html", "text/html; charset=utf-8", sheet_alone(found, _languages(visit)))


def _reckoned(visit: Visit) -> Helps | None:
    case, book = visit.book.case, visit.book
    return None if case is None else book.once("helps", lambda: helps(book.law, case, book.on))


def show_helps(visit: Visit) -> str | Response:
    """Hours promised and given."""
    found, data = _reckoned(visit), visit.data
    if found is None or data is None:
        return visit.to("ask")
    people = [(f"members/{place}", one.alias) for place, one in enumerate(visit.book.comparison().people)]
    return helps_screen(visit.frame, visit.words, visit.atlas, found, people)


def save_helps(visit: Visit) -> str | Response:
    """The same as a table."""
    found = _reckoned(visit)
    if found is None:
        return visit.to("ask")
    return attachment("csv", "text/csv; charset=utf-8", helps_table(found, visit.words))


SCREENS = (
    Screen("GET", "home", show_home),
    Screen("GET", "home/page", save_home),
    Screen("GET", "helps", show_helps),
    Screen("GET", "helps/table", save_helps),
)
