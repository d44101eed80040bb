"""What only shows between provisions and facts: a fact of another kind than wanted, a wait without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]
_WANTED = {
    "held": ("duration", "a duration"),
    "queue": ("duration", "a duration"),
    "takes.law": ("duration", "a duration"),
    "takes.observed": ("duration", "a duration"),
    "takes.average": ("duration", "a duration"),
    "share": ("share", "a share"),
    "school_year": ("date", "a date"),
    "from_age": ("age", "an age"),
    "ends_at_age": ("age", "an age"),
    "ages_by.school_year": ("date", "a date"),
    "lasts": ("duration", "a duration"),
    "appeal": ("duration", "a duration"),
    "amount": ("money", "a sum of money"),
    "price": ("money", "a sum of money"),
    "bridge.costs": ("money", "a sum of money"),
}
"""By key what its fact must state; a date has no unit."""


def problems(atlas: Record) -> Iterator[Problem]:
    """Facts that cannot be reckoned with as their key wants, and provisions that wait for themselves."""
    facts = {fact["id"]: fact for fact in atlas["facts"]}
    units = {unit["id"]: unit["kind"] for unit in atlas["units"]}
    for record in (*atlas["provisions"], *atlas["takings"], *_of_places(atlas)):
        for key, name in _named(record):
            kind, what = _WANTED[key]
            said = sorted(kinds(facts[name], units)) if name in facts else [kind]
            if said != [kind]:
                yield _at(
                    record,
                    f"the fact `{name}` under `{key}` of `{record['id']}` is not {what}: it states "
                    + (" and ".join(said) or "no value"),
                    "When support opens, how much of it comes and until when is reckoned from this fact.",
                    f"Name a fact each of whose claims states {what}; one in words belongs under `facts:`.",
                )
    yield from _circles(atlas["provisions"])


def _of_places(atlas: Record) -> Iterator[Record]:
    """What differs in places, each as a record of its place."""
    for place in atlas["places"]:
        for differs in place.get("here") or ():
            yield {**(differs or {}), "id": place["id"], "file": place["file"]}


def _named(record: Record) -> Iterator[tuple[str, str]]:
    """Each fact that is reckoned with, and under which key."""
    for key in _WANTED:
        outer, _, inner = key.partition(".")
        value = record.get(outer)
        value = (value or {}).get(inner) if inner else value
        for name in value if isinstance(value, list) else [value]:
            if isinstance(name, str):
                yield key, name


def kinds(fact: Record, units: dict[str, str]) -> set[str]:
    """What the claims of a fact state, by the kinds of their units."""
    found = set()
    for claim in fact["claims"]:
        if claim.get("value"):
            kind, unit = claim["value"][0], claim.get("unit")
            base = str(unit).partition("/")[0]
            found.add(units.get(str(unit), units.get(base, kind)) if kind == "number" else kind)
    return found


def _circles(provisions: list[Record]) -> Iterator[Problem]:
    """A provision that is after itself, told once for each circle, at the first of its ids."""
    after = {one["id"]: one.get("after") or [] for one in provisions}
    told: set[str] = set()
    for provision in sorted(provisions, key=lambda one: str(one["id"])):
        way = _way_back(provision["id"], after)
        if way and told.isdisjoint(way):
            told.update(way)
            yield _at(
                provision,
                f"the provision `{provision['id']}` comes after itself: {' after '.join([*way, way[0]])}",
                "None of them could ever begin, and a family would be told that each waits for the other.",
                "Leave in `after:` only those whose paper is asked, and take one of these out.",
            )


def _way_back(start: str, after: dict[str, list[str]]) -> list[str]:
    """The shortest way from a provision back to itself; empty if there is none."""
    ways, seen = [[start]], {start}
    for way in ways:  # grows while it is walked
        for before in after.get(way[-1], []):
            if before == start:
                return way
            if before not in seen:
                seen.add(before)
                ways.append([*way, before])
    return []


def _at(record: Record, what: str, why: str, todo: str) -> Problem:
    return Problem(record["file"], record["line"], what, why, todo)
