"""The screens that say what to begin with, and in which order to reach a country; its days for a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.responses import Response

from vyrai.app._keeping import attachment
from vyrai.app._visit import Screen, Visit
from vyrai.choose import Planning, destinations, leading, planning, starting
from vyrai.choose.planned import days_of
from vyrai.family import Case
from vyrai.pages import at, begin_screen, dated, listed, plans, ticked
from vyrai.words.calendar import calendar

_DONE, _DATES = "done", "dates"
_ENDED = ("done", "refused")
"""How a step can be ticked on a screen; what else may come of it is written in the file."""
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
    words, atlas = visit.words, visit.atlas
    done, days = ticked(words, atlas, _listed(case, _DONE)), dated(words, atlas, _listed(case, _DATES))
    return plans(visit.frame, words, atlas, found, done, days)


def _listed(case: Case, name: str) -> list[dict[str, Any]]:
    return [dict(one) for one in listed(at(case.data(), name))]


def _same(case: Case, name: str, step: str, *routes: str | None) -> dict[str, Any]:
    """Changes that take out of a list what it has about a step on one of some routes, the last first."""
    items = enumerate(_listed(case, name), 1)
    same = [n for n, one in items if one.get("step") == step and one.get("route") in routes]
    return {f"{name}[{number}]": None for number in same[::-1]}


def write_tick(visit: Visit) -> Response:
    """A step that is done or refused as of today, or such a tick taken back; the plan goes on from there.

    A yes is one on the way of the plan that was ticked (`on`), where the step stands on several; a no is
    taken as one for every way, until the family says otherwise.
    """
    book, form, case = visit.book, visit.form, visit.book.case
    step, country, how = (str(form.get(name, "")) for name in ("step", "country", "how"))
    route = str(form.get("route") or "") or None
    if case is None or step not in {one.id for one in visit.atlas.steps} or how not in {*_ENDED, "none"}:
        return visit.to("compare")
    ways = [one.id for one in visit.atlas.routes if step in one.steps]
    on = str(form.get("on")) if len(ways) > 1 and form.get("on") in ways else None
    before = {"none": [route], "done": [None, on], "refused": [None, *ways]}
    changes = _same(case, _DONE, step, *before[how])
    if how != "none":
        more = {"outcome": how} if how != "done" else {} if on is None else {"route": on}
        changes[f"{_DONE}[+]"] = {"step": step, "date": book.on.isoformat(), **more}
    if changes:
        book.change(changes)
    return visit.to("plan", country) if leading(book.law, country) else visit.to("compare")


def write_day(visit: Visit) -> Response:
    """A day that the family was given for a step; an empty one takes it back."""
    book, form, case = visit.book, visit.form, visit.book.case
    step, country, day = (str(form.get(name, "")) for name in ("step", "country", "day"))
    route = str(form.get("route") or "") or None
    if case is None or step not in {one.id for one in visit.atlas.steps}:
        return visit.to("compare")
    changes = _same(case, _DATES, step, route)
    if day:
        try:
            written = date.fromisoformat(day).isoformat()
        except ValueError:  # No browser sends it from the field for a date.
            return visit.to("compare")
        changes[f"{_DATES}[+]"] = {"step": step, "date": written} | (
            {} if route is None else {"route": route}
        )
    if changes:
        book.change(changes)
    return visit.to("plan", country) if leading(book.law, country) else visit.to("compare")


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
    Screen("POST", "tick", write_tick),
    Screen("POST", "day", write_day),
)
