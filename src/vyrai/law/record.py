"""Plain records of answers, alike for every face: their base, and exact bounds as figures for people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from math import inf, isinf
from typing import Any

import msgspec

from vyrai.law._time import WEEKS, Weeks
from vyrai.world import World

Text = dict[str, str]
Number = int | float
"""In answers for people and JSON: whole where it is whole."""


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records."""


class Range(Record, frozen=True, kw_only=True):
    """A number known within bounds; None is an open end. `facts`: what it stands on."""

    lo: Number | None
    hi: Number | None
    unit: str
    facts: tuple[str, ...] = ()


def number(value: Any) -> Number | None:
    """An exact number for people and JSON, to at most four places; None where it has no end."""
    if isinstance(value, int):
        return value
    if isinstance(value, float) and isinf(value):
        return None
    exact = value if isinstance(value, Fraction) else Fraction(value)
    return int(exact) if exact.denominator == 1 else round(float(exact), 4)


def span(low: Any, high: Any, unit: str, facts: Iterable[str] = ()) -> Range:
    """Bounds as a record."""
    return Range(lo=number(low), hi=number(high), unit=unit, facts=tuple(dict.fromkeys(facts)))


def whole_weeks(weeks: Weeks) -> Range:
    """Weeks, the least rounded down and the most rounded up."""
    high = weeks.hi if weeks.hi == inf else -(-weeks.hi // 1)
    return span(weeks.lo // 1, high, "weeks", weeks.facts)


def as_written(world: World, fact: str | None) -> Range | None:
    """A duration in the unit of its fact; None without a fact, or where nothing of it is known on the day."""
    found = None if fact is None else world.value(fact)
    if fact is None or found is None or found.unit not in WEEKS:
        return None
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    low, high = min((pair[0] for pair in pairs), default=0), max((pair[1] for pair in pairs), default=inf)
    if low <= 0 and high == inf:
        return None  # It says nothing.
    return span(max(0, low), high, found.unit, (fact,))


def day(ordinal: int | float | None) -> str | None:
    """An ordinal as an ISO date; None where there is none."""
    if ordinal is None or ordinal in (inf, -inf):
        return None
    return date.fromordinal(int(ordinal)).isoformat()
