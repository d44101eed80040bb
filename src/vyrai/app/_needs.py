"""The screens about a member's everyday life: talking, what is hard, goals, all of it in words."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from vyrai.app._interview import HIDES, remove
from vyrai.app._needs_said import daily, goals, talk, whole
from vyrai.app._posting import text
from vyrai.app._visit import Screen, Visit
from vyrai.belong import interview, profiles
from vyrai.family import CaseError
from vyrai.pages import LIVING_PARTS, LIVING_TOLD, Living, at, listed, needs, red_lines


def show_needs(visit: Visit) -> str | Response:
    """A part of what is asked about a member, or all that was said."""
    part = visit.query.get("part", LIVING_PARTS[0])
    return _shown(visit, part if part in (*LIVING_PARTS, LIVING_TOLD) else LIVING_PARTS[0])


def _shown(visit: Visit, part: str, error: CaseError | None = None) -> str | Response:
    """error: why what was posted could not be taken; it is shown again as it was written."""
    book, found = visit.book, _member(visit)
    if found is None or book.case is None:
        return visit.to("answers")
    key, name = found
    written: dict[str, str] = {}
    if error is not None:
        written = {one: text(visit.form, one) for one in visit.form}
    atlas = visit.atlas
    living = Living(
        key=key,
        name=name,
        part=part,
        edition=book.edition,
        undo=book.undoable,
        hidden=HIDES in book.settled,
        coded="icf" in visit.query,
        settled=book.settled,
        written=written,
        parts=book.once("needs", lambda: interview(atlas)),
        red_lines=red_lines(atlas),
        profile=profiles(atlas, book.case, name, coded="icf" in visit.query).members[0],
        error=error,
    )
    return needs(visit.frame, visit.words, atlas, book.form, visit.data or {}, living)


def show_again(visit: Visit) -> Response:
    """Where a form led, opened as a page."""
    return visit.to("needs", str(visit.path["member"]))


def take_needs(visit: Visit) -> str | Response:
    """What was said on one part, and then the next."""
    book, found = visit.book, _member(visit)
    part, how = text(visit.form, "part"), text(visit.form, "how")
    if found is None or book.case is None or part not in LIVING_PARTS:
        return visit.to("answers")
    key, name = found
    number = text(visit.form, "remove")
    try:
        if how == "undo":
            book.undo()
        elif number:
            held = listed(at(visit.data, f"{key}.goals"))
            if text(visit.form, "edition") == str(book.edition) and number in _numbers(held):
                remove(book, f"{key}.goals", int(number))
        else:
            _take(visit, key, part, how)
    except CaseError as error:
        return _shown(visit, part, error)
    stays = how in ("undo", "add") or number
    after = part if stays else (*LIVING_PARTS, LIVING_TOLD)[LIVING_PARTS.index(part) + 1]
    return visit.to("needs", name, part=after)


def _take(visit: Visit, key: str, part: str, how: str) -> None:
    book = visit.book
    no: set[str] = set()
    yes: set[str] = set()
    if part == "goals":
        changes = goals(visit, key, how == "add")
    else:
        changes = {}
        if part == "talk":
            changes = talk(visit, key)
        else:
            changes, no, yes = daily(visit, key)
        if whole(visit, key, changes, no):
            no.add(f"{key}.needs")  # the question for the list is answered too
    if changes:
        book.change(changes)
    book.unsettle(yes)
    book.settle(no)


def _member(visit: Visit) -> tuple[str, str] | None:
    """The key and the name of the member that the address names."""
    wanted = str(visit.path["member"]).casefold()
    for place, one in enumerate(listed((visit.data or {}).get("members"))):
        if str(one["alias"]).casefold() == wanted:
            return f"members/{place}", str(one["alias"])
    return None


def _numbers(items: list[Any]) -> set[str]:
    return {str(number) for number in range(1, len(items) + 1)}


SCREENS = (
    Screen("GET", "needs/{member}", show_needs),
    Screen("GET", "needs/{member}/search", show_again),
    Screen("POST", "needs/{member}/search", take_needs),
)
