"""The screens that say where a family can go, and what it writes beside a place or a way."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vyrai.app._notebooks import Notebook
from vyrai.app._visit import Screen, Visit
from vyrai.choose import Why, why
from vyrai.choose.model import Mark
from vyrai.family import CaseError
from vyrai.pages import at, compared, destination, listed, note, reasons, red_lines

_MARKS, _LINES = "marks", "red_lines"


def show_comparison(visit: Visit) -> str | Response:
    """All countries, for this family."""
    words, book = visit.words, visit.book
    if not book.begun:
        return visit.to("ask")
    return book.once(
        f"compare {words.lang}",
        lambda: compared(visit.frame, words, visit.atlas, book.comparison(), _lines(book)),
    )


def _lines(book: Notebook) -> list[str]:
    """The codes of the family's red lines."""
    return [str(one.get("wish")) for one in _records(book, _LINES)]


def draw_lines(visit: Visit) -> Response:
    """Other red lines; what was said beyond those to choose from stays."""
    book = visit.book
    offered = red_lines(visit.atlas)
    chosen = [str(code) for code in visit.form.getlist("line") if code in offered]
    if book.begun and set(chosen) != set(_lines(book)) & set(offered):
        others = [one for one in _records(book, _LINES) if one.get("wish") not in offered]
        book.change({_LINES: [*others, *({"wish": code} for code in chosen)]})
    return visit.to("compare")


def show_place(visit: Visit) -> str | Response:
    """One country, for this family."""
    book, country = visit.book, visit.path["country"]
    if not book.begun:
        return visit.to("ask")
    try:
        mark = _mark(book, country)
        return destination(visit.frame, visit.words, visit.atlas, book.comparison(), country, mark)
    except KeyError:
        return visit.to("compare")


def show_reasons(visit: Visit) -> str | Response:
    """One way, for this family: why it is open, closed or unknown."""
    book, route = visit.book, visit.path["route"]
    case = book.case
    if case is None:
        return visit.to("ask")

    def explain() -> Why:
        return why(book.law, case, route, book.on)

    try:
        found = book.once(f"why {route}", explain)
    except KeyError:
        return visit.to("compare")
    return reasons(visit.frame, visit.words, visit.atlas, book.comparison(), found, _mark(book, route))


def _records(book: Notebook, name: str = _MARKS) -> list[dict[str, Any]]:
    held = at(None if book.case is None else book.case.data(), name)
    return [dict(one) for one in listed(held)]


def _mark(book: Notebook, what: str) -> Mark | None:
    """What the family wrote beside a country or a route."""
    for one in _records(book):
        if one.get("what") == what and isinstance(one.get("mark"), str):
            keeps, until = one.get("keeps_open"), one.get("until")
            return Mark(
                mark=one["mark"],
                keeps_open=keeps if isinstance(keeps, str) else None,
                until=until if isinstance(until, str) else None,
                stands=None,
            )
    return None


def write_mark(visit: Visit) -> str | Response:
    """A mark beside a country or a route, in the place of one that stood there."""
    book, form = visit.book, visit.form
    what, back = str(form.get("what", "")), str(form.get("from", ""))
    kind = back.partition("/")[0]
    kind = kind if kind in ("place", "why") else ""
    known = {one.id for one in visit.atlas.countries} | {one.id for one in visit.atlas.routes}
    if not book.begun or what not in known:
        return visit.to("compare")
    records = _records(book)
    number = next((n for n, one in enumerate(records, 1) if one.get("what") == what), None)
    record: dict[str, Any] | None = {"what": what, "mark": str(form.get("mark", ""))}
    for field in ("keeps_open", "until"):
        written = str(form.get(field, "")).strip()
        if written and record is not None:
            record[field] = written
    if form.get("how") == "none":
        record = None
    if record is not None or number is not None:
        try:
            book.change({f"{_MARKS}[{number or '+'}]": record})
        except CaseError as error:
            w = visit.words
            lines = [*error.text(w).split("\n"), w("Nothing was changed.")]
            return note(
                visit.frame, w, visit.atlas, w("This mark was not written"), lines, [("compare", w("Back"))]
            )
    return visit.to(kind or "compare", what if kind else "")


SCREENS = (
    Screen("GET", "compare", show_comparison),
    Screen("GET", "place/{country}", show_place),
    Screen("GET", "why/{route}", show_reasons),
    Screen("POST", "mark", write_mark),
    Screen("POST", "lines", draw_lines),
)
