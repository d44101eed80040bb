"""What depends on the place and not on the paper is told once for each country."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from vyrai.choose.model import Comparison, Language, Link, Open, Price, Range, Row
from vyrai.pages import _draw
from vyrai.pages._desk import Desk

T = TypeVar("T")


class Place(NamedTuple):
    """A country, with the union of what its rows say about it."""

    country: str
    title: str
    rows: tuple[Row, ...]
    language: tuple[Language, ...]
    wanted: tuple[str, ...]
    hired: tuple[str, ...]
    rents: tuple[Price, ...]
    pays: tuple[Price, ...]
    danger: tuple[str, ...]
    sent_back: tuple[str, ...]
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
                rows=tuple(rows),
                language=_union(rows, lambda r: r.language),
                wanted=_union(rows, lambda r: r.profession_wanted.facts),
                hired=_union(rows, lambda r: r.hired_before_licence.facts),
                rents=_union(rows, lambda r: r.rents),
                pays=_union(rows, lambda r: r.pays),
                danger=_union(rows, lambda r: r.danger_there.facts),
                sent_back=_union(rows, lambda r: r.sent_back.facts),
                renew=_union(rows, lambda r: r.renew_papers.facts),
                events=_union(rows, lambda r: r.events),
                apart=desk.comparison.also.get(country, ()),
            )
        )
    return sorted(found, key=lambda place: (place.title.casefold(), place.country))


class Group(NamedTuple):
    """The rows of one verdict, in the order given, and what cannot be told apart among them."""

    way: str
    rows: tuple[Row, ...]
    alike: tuple[str, ...]


def groups(comparison: Comparison) -> list[Group]:
    """Open, perhaps, closed; an empty group is left out."""
    found = []
    for way in ("open", "perhaps", "closed"):
        rows = tuple(row for row in comparison.rows if row.way == way)
        if rows:
            found.append(Group(way, rows, _alike(rows) if way != "closed" else ()))
    return found


def _alike(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The columns in which no row of the group surely differs from another."""
    columns: dict[str, list[Range | None]] = {
        "safety": [row.weeks_to_safety for row in rows],
        "work": [row.weeks_to_work.weeks for row in rows],
        "profession": [row.weeks_to_profession.weeks for row in rows],
        "money": [row.money.spare for row in rows],
    }
    if len(rows) < 2:
        return ()
    return tuple(
        name
        for name, ranges in columns.items()
        if not any(_draw.apart(a, b) for n, a in enumerate(ranges) for b in ranges[n + 1 :])
    )


class Unknown(NamedTuple):
    """One thing that is unknown, of whom else, and how many ways of the page hang on it."""

    open: Open
    also: tuple[str, ...]
    ways: int


def unknowns(desk: Desk) -> list[tuple[str, list[Unknown]]]:
    """Everything unknown on the ways that are not closed, by who could settle it, what matters most first."""
    found: dict[tuple[str, str], Open] = {}
    count: dict[tuple[str, str], int] = {}
    for row in desk.comparison.rows:
        if row.way != "closed":
            for item in Desk.open_of(row):
                key = (item.item, item.reason)
                found.setdefault(key, item)
                count[key] = count.get(key, 0) + 1
    by_who = []
    for who in ("family", "person", "atlas", "time"):
        asked = desk.merged(item for item in found.values() if item.who == who)
        of = [Unknown(one.open, one.also, count[one.open.item, one.open.reason]) for one in asked]
        if of:
            by_who.append((who, sorted(of, key=lambda u: (-u.ways, u.open.item, u.open.reason))))
    return by_who


def contacts(comparison: Comparison) -> list[str]:
    """The facts of all people and offices to ask, each once."""
    links: list[Link] = [link for row in comparison.rows for link in row.chain]
    return list(dict.fromkeys(fact for link in [*comparison.leaving, *links] for fact in link.contacts))
