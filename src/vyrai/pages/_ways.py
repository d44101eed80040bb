"""Ways in are compared; ways to stay on stand under their country; closed ways are one list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.model import Comparison, Range, Row
from vyrai.pages import _draw
from vyrai.pages._places import Place

WAYS = ("open", "perhaps", "closed")


class Country(NamedTuple):
    """What one group says of a country. Ways to stay on and the place are told where it first stands."""

    country: str
    rows: tuple[Row, ...]
    later: tuple[Row, ...]
    place: Place | None


class Group(NamedTuple):
    """The ways in of one verdict by country, in the order given, and what cannot be told apart among them."""

    way: str
    rows: tuple[Row, ...]
    countries: tuple[Country, ...]
    alike: tuple[str, ...]
    unbeaten: bool


class Closed(NamedTuple):
    """Ways that nobody of the family can go today: those in with their reasons, those later by name."""

    rows: tuple[Row, ...]
    later: tuple[tuple[str, tuple[Row, ...]], ...]


def ways_in(comparison: Comparison) -> dict[str, tuple[Row, ...]]:
    """The ways in by verdict: open, perhaps, closed; what has none is left out."""
    found = {way: tuple(row for row in comparison.rows if row.way == way and not row.later) for way in WAYS}
    return {way: rows for way, rows in found.items() if rows}


def groups(comparison: Comparison, places: Iterable[Place]) -> list[Group]:
    """Open and perhaps; an empty group is left out."""
    untold = {place.country: place for place in places}
    entries = ways_in(comparison)
    later = _by_country(row for row in comparison.rows if row.later and row.way != "closed")
    begun = {row.country for way in ("open", "perhaps") for row in entries.get(way, ())}
    found = []
    for way in ("open", "perhaps"):
        rows = entries.get(way, ())
        by_country = _by_country(rows)
        if way == "perhaps":
            by_country.update({country: () for country in later if country not in begun})
        countries = tuple(
            Country(country, own, later.pop(country, ()), untold.pop(country, None))
            for country, own in by_country.items()
        )
        if countries:
            alone = len(rows) > 1 and all(row.unbeaten for row in rows)
            found.append(Group(way, rows, countries, _alike(rows), alone))
    return found


def closed(comparison: Comparison) -> Closed:
    """Every closed way."""
    every = [row for row in comparison.rows if row.way == "closed"]
    later = _by_country(row for row in every if row.later)
    return Closed(tuple(row for row in every if not row.later), tuple(later.items()))


def _by_country(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found[row.country] = (*found.get(row.country, ()), row)
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
