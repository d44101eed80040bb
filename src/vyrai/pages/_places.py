"""What depends on the place and not on the paper is told once for each country."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from vyrai.choose.lands import open_of
from vyrai.choose.model import Language, Link, Open, Price, Row
from vyrai.pages._asking import Asked
from vyrai.pages._desk import Desk

T = TypeVar("T")


class Place(NamedTuple):
    """A country, with the union of what its rows say about it."""

    country: str
    title: str
    language: tuple[Language, ...]
    wanted: tuple[str, ...]
    hired: tuple[str, ...]
    rents: tuple[Price, ...]
    pays: tuple[Price, ...]
    renew: tuple[str, ...]
    events: tuple[str, ...]
    apart: tuple[Link, ...]


def _union(rows: Iterable[Row], pick: Callable[[Row], Iterable[T]]) -> tuple[T, ...]:
    seen: list[T] = []
    for row in rows:
        seen.extend(item for item in pick(row) if item not in seen)
    return tuple(seen)


def places(desk: Desk) -> list[Place]:
    """Every country of the comparison, alphabetically by its name on this page."""
    by_country: dict[str, list[Row]] = {}
    for row in desk.comparison.rows:
        by_country.setdefault(row.country, []).append(row)
    found = []
    for country, rows in by_country.items():
        found.append(
            Place(
                country=country,
                title=desk.words.text(rows[0].title),
                language=_union(rows, lambda r: r.language),
                wanted=_union(rows, lambda r: r.profession_wanted.facts),
                hired=_union(rows, lambda r: r.hired_before_licence.facts),
                rents=_union(rows, lambda r: r.rents),
                pays=_union(rows, lambda r: r.pays),
                renew=_union(rows, lambda r: r.renew_papers.facts),
                events=_union(rows, lambda r: r.events),
                apart=desk.comparison.also.get(country, ()),
            )
        )
    return sorted(found, key=lambda place: (desk.words.order(place.title), place.country))


class Unknown(NamedTuple):
    """One thing that is unknown, with all that is told with it, and how many ways of the page hang on it."""

    asked: Asked
    ways: int


def unknowns(desk: Desk) -> list[tuple[str, list[Unknown]]]:
    """Everything unknown on the ways that are not closed, by who could settle it, what matters most first."""
    found: dict[tuple[str, str], Open] = {}
    count: dict[tuple[str, str], int] = {}
    for row in desk.comparison.rows:
        if row.way != "closed":
            for item in open_of(row):
                key = (item.item, item.reason)
                found.setdefault(key, item)
                count[key] = count.get(key, 0) + 1
    by_who = []
    for who in ("family", "person", "atlas", "time"):
        asked = desk.merged(item for item in found.values() if item.who == who)
        of = [Unknown(one, count[one.open.item, one.open.reason]) for one in asked]
        if of:
            by_who.append((who, sorted(of, key=lambda u: (-u.ways, u.asked.open.item, u.asked.open.reason))))
    return by_who
