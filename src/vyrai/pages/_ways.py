"""By country: a line in the overview, all ways in a fold; countries that are closed are one short list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.choose.lands import KEEPERS, Land
from vyrai.choose.model import Comparison
from vyrai.pages._places import Place


class Told(NamedTuple):
    """A country with what is said of the place."""

    land: Land
    place: Place | None


class Group(NamedTuple):
    """Countries of the overview that hang on the same; `keeper` empty: those that are open."""

    keeper: str
    lands: tuple[Land, ...]


class Countries(NamedTuple):
    """Those with a way that is not closed, those without, and whether nothing beats any of the ways.

    groups: the first of them again, by what they hang on; by name within.
    """

    live: tuple[Told, ...]
    groups: tuple[Group, ...]
    shut: tuple[Land, ...]
    unbeaten: bool


def countries(comparison: Comparison, lands: Iterable[Land], places: Iterable[Place]) -> Countries:
    """Every country once, in the order given."""
    of = {place.country: place for place in places}
    every = tuple(lands)
    ways = [row for row in comparison.rows if row.way != "closed"]
    live = [land for land in every if _live(land)]
    groups = [Group("", tuple(land for land in live if land.way == "open"))]
    for keeper in KEEPERS:
        groups.append(
            Group(keeper, tuple(land for land in live if land.way != "open" and land.keeper == keeper))
        )
    return Countries(
        tuple(Told(land, of.get(land.country)) for land in live),
        tuple(group for group in groups if group.lands),
        tuple(land for land in every if not _live(land)),
        len(ways) > 1 and all(row.unbeaten for row in ways),
    )


def _live(land: Land) -> bool:
    return bool(land.entries) or any(row.way != "closed" for row in land.later)
