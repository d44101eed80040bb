"""Ages of a member: on which days one is reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any

from vyrai.law import Family
from vyrai.law.record import Range, span
from vyrai.world import World

YEAR = 12
"""Months of a year."""


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, and the first and last day on which it may be reached, as ordinals."""

    years: Range
    first: Any
    last: Any


def age(world: World, family: Family, member: str, fact: str) -> Age:
    """When a member reaches an age that a fact gives; ever or never where either is not known."""
    found = world.value(fact)
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    low, high = min((pair[0] for pair in pairs), default=-inf), max((pair[1] for pair in pairs), default=inf)
    birth = family.known.get(f"{member}.birth")
    first = -inf if birth is None or low == -inf else later(birth[0][0], low * YEAR // 1)
    last = inf if birth is None or high == inf else later(birth[0][1], -(-high * YEAR // 1))
    return Age(span(low, high, "years-of-age", (fact,)), first, last)


def later(day: Any, months: Any) -> int:
    """The day so many months later, or earlier; the first of the next month where there is no such day."""
    was = date.fromordinal(int(day))
    years, month = divmod(was.month - 1 + int(months), YEAR)
    year = min(was.year + years, date.max.year - 1)
    last = date(year + (month + 1) // YEAR, (month + 1) % YEAR + 1, 1) - timedelta(days=1)
    return date(year, month + 1, was.day).toordinal() if was.day <= last.day else last.toordinal() + 1
