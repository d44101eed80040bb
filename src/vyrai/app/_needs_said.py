"""What the screens about a member's everyday life post, as changes of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vyrai.app._posting import text
from vyrai.app._visit import Visit
from vyrai.belong import asked_needs, follows
from vyrai.pages import LIVING_FREE, at, listed, not_so, red_lines

NO = "none"
"""The answer of a row that it is not so."""
UNSAID = {"unknown": "not_asked"}
"""Written over and left empty: as if it had never been asked."""


def talk(visit: Visit, member: str) -> dict[str, Any]:
    """How somebody talks, what calms, upsets, works. What was emptied is taken out."""
    data, fresh = visit.data, text(visit.form, "edition") == str(visit.book.edition)
    changes: dict[str, Any] = {}
    key = f"{member}.talks_by"
    ticked = [one for one in visit.form.getlist(key) if isinstance(one, str)]
    before = at(data, key)
    before = list(before) if isinstance(before, list | tuple) else []
    if ticked or (before and fresh):
        changes[key] = ticked or UNSAID
        changes |= _following(visit, member, before, ticked)
    sayings = f"{member}.sayings"
    held = [dict(one) for one in listed(at(data, sayings))]
    said = _sayings(visit, sayings, held, fresh)
    if said != held:
        changes[sayings] = _kept(at(data, sayings), said)
    for name in LIVING_FREE:
        key = f"{member}.{name}"
        if key in visit.form:
            written = text(visit.form, key).strip()
            if written:
                changes[key] = written
            elif fresh and isinstance(at(data, key), str):
                changes[key] = UNSAID
    return changes


def _sayings(visit: Visit, key: str, held: Sequence[dict[str, Any]], fresh: bool) -> list[dict[str, Any]]:
    """One field a meaning; the first sign of a meaning is the one that is shown and changed."""
    said = list(held)
    for code in visit.book.form.codes["meanings"]:
        name = f"{key}.{code}"
        if name not in visit.form:
            continue
        written = text(visit.form, name).strip()
        place = next((n for n, one in enumerate(said) if one.get("means") == code), None)
        if written and place is None:
            said.append({"means": code, "how": written})
        elif written and place is not None:
            said[place] = {**said[place], "how": written}
        elif place is not None and fresh and isinstance(said[place].get("how"), str):
            del said[place]
    return said


def _following(visit: Visit, member: str, before: Iterable[str], ticked: Sequence[str]) -> dict[str, Any]:
    """Needs that follow from the ways of talking: one comes with its way, and goes with it if nothing else
    was said of it.
    """
    key, after = f"{member}.needs", follows(visit.atlas)
    now = {after[code] for code in ticked if code in after}
    gone = {after[code] for code in before if code in after} - now
    held = [dict(one) for one in listed(at(visit.data, key))]
    kept = [one for one in held if not (one.get("need") in gone and len(one) == 1)]
    kept += [{"need": need} for need in after.values() if need in now and need not in _named(kept)]
    kept = [one for n, one in enumerate(kept) if one not in kept[:n]]
    return {} if kept == held else {key: _kept(at(visit.data, key), kept)}


def daily(visit: Visit, member: str) -> tuple[dict[str, Any], set[str], set[str]]:
    """Needs: the changes, what is now said not to be so, and what no longer is."""
    key = f"{member}.needs"
    held = [dict(one) for one in listed(at(visit.data, key))]
    said = {row: text(visit.form, f"{key}.{row}") for row in asked_needs(visit.atlas)}
    no = {row for row, much in said.items() if much == NO}
    yes = {row: much for row, much in said.items() if much in visit.book.form.codes["how_much"]}
    kept = [one for one in held if one.get("need") not in no]
    for row, much in yes.items():
        place = next((n for n, one in enumerate(kept) if one.get("need") == row), None)
        if place is None:
            kept.append({"need": row, "much": much})
        else:
            kept[place] = {**kept[place], "much": much}
    changes: dict[str, Any] = {key: _kept(at(visit.data, key), kept)} if no or yes else {}
    return changes, {not_so(key, row) for row in no}, {not_so(key, row) for row in yes}


def whole(visit: Visit, member: str, changes: dict[str, Any], no: set[str]) -> bool:
    """Whether the list of needs is all with these changes, and then says so in them.

    It is all once every row is answered, and how somebody talks. no: rows that are now said not to be so.
    """
    key, by = f"{member}.needs", f"{member}.talks_by"
    held, talks = changes.get(key, at(visit.data, key)), changes.get(by, at(visit.data, by))
    complete = held.get("complete") if isinstance(held, Mapping) else None
    if held is None or complete is False or not isinstance(talks, list | tuple):
        return False
    answered = _named(listed(held)) | {row for row in asked_needs(visit.atlas) if not_so(key, row) in no}
    settled = {row for row in asked_needs(visit.atlas) if not_so(key, row) in visit.book.settled}
    if complete is not True and not answered | settled >= set(asked_needs(visit.atlas)):
        return False
    changes[key] = {"complete": True, "items": [dict(one) for one in listed(held)]}
    return True


def goals(visit: Visit, member: str, adding: bool) -> dict[str, Any]:
    """A goal that was written, and what the family will not do."""
    key = f"{member}.goals"
    written = {
        name: said
        for name in ("words", "area", "voice")
        if (said := text(visit.form, f"{key}.{name}").strip())
    }
    changes: dict[str, Any] = {f"{key}[+]": written} if written.get("words") else {}
    if adding:
        return changes
    held = [dict(one) for one in listed(at(visit.data, "red_lines"))]
    lines = red_lines(visit.atlas)
    ticked = {one for one in visit.form.getlist("red_lines") if isinstance(one, str)}
    fresh = text(visit.form, "edition") == str(visit.book.edition)
    kept = [one for one in held if one.get("wish") not in lines or one.get("wish") in ticked or not fresh]
    have = {one.get("wish") for one in kept}
    kept += [{"wish": line} for line in lines if line in ticked and line not in have]
    if kept != held:
        changes["red_lines"] = _kept(at(visit.data, "red_lines"), kept)
    return changes


def _named(items: Iterable[Mapping[str, Any]]) -> set[Any]:
    return {one.get("need") for one in items}


def _kept(held: Any, items: list[dict[str, Any]]) -> Any:
    """A list with other items; whether that is all stays as it was said."""
    if isinstance(held, Mapping) and "complete" in held:
        return {"complete": held["complete"], "items": items}
    return items


__all__ = ["daily", "goals", "talk", "whole"]
