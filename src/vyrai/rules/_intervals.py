"""Arithmetic on values known within bounds: pairs (lo, hi), with infinite ends where open."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

Pair = tuple[Any, Any]
INF = math.inf
ANY: Pair = (-INF, INF)

SURE, SURELY_NOT, UNKNOWN = 1, 2, 0
OPPOSITE = (UNKNOWN, SURELY_NOT, SURE)


def _less(a: Pair, b: Pair) -> int:
    return SURE if a[1] < b[0] else SURELY_NOT if a[0] >= b[1] else UNKNOWN


def _at_most(a: Pair, b: Pair) -> int:
    return SURE if a[1] <= b[0] else SURELY_NOT if a[0] > b[1] else UNKNOWN


def _equal(a: Pair, b: Pair) -> int:
    if a[0] == a[1] == b[0] == b[1]:
        return SURE
    return SURELY_NOT if a[1] < b[0] or a[0] > b[1] else UNKNOWN


def _more(a: Pair, b: Pair) -> int:
    return SURE if a[0] > b[1] else SURELY_NOT if a[1] <= b[0] else UNKNOWN


def _at_least(a: Pair, b: Pair) -> int:
    return SURE if a[0] >= b[1] else SURELY_NOT if a[1] < b[0] else UNKNOWN


ORDERS: dict[str, Callable[[Pair, Pair], int]] = {
    "<": _less,
    "<=": _at_most,
    ">": _more,
    ">=": _at_least,
    "==": _equal,
    "!=": lambda a, b: OPPOSITE[_equal(a, b)],
}


def times(a: Pair, b: Pair) -> Pair:
    """The product; nothing times without end is nothing."""
    ends = [0 if x == 0 or y == 0 else x * y for x in a for y in b]
    return min(ends), max(ends)


def plus(a: Pair, b: Pair) -> Pair:
    """The sum."""
    return _end(a[0], b[0], -INF), _end(a[1], b[1], INF)


def minus(a: Pair, b: Pair) -> Pair:
    """The difference."""
    return _end(a[0], -b[1], -INF), _end(a[1], -b[0], INF)


def _end(x: Any, y: Any, open_end: float) -> Any:
    return open_end if x in (INF, -INF) and y in (INF, -INF) and x != y else x + y


def years_between(birth: Any, day: Any) -> Any:
    """Completed years between two ordinals, never less than 0; without end where the day is."""
    if day in (INF, -INF):
        return INF if day > 0 else 0
    born, now = date.fromordinal(birth), date.fromordinal(day)
    return max(0, now.year - born.year - ((now.month, now.day) < (born.month, born.day)))


_LAST, _FIRST = date.max.toordinal(), date.min.toordinal()
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def shift(day: Any, amount: Any, unit: str) -> Any:
    """An ordinal moved by whole days, weeks, months or years; the 31st becomes a month's last day.

    A part of a month or year cannot be placed in the calendar and is dropped towards zero.
    """
    if day in (INF, -INF) or amount in (INF, -INF):
        return day if day in (INF, -INF) else amount
    if unit in ("days", "weeks"):
        return min(_LAST, max(_FIRST, day + int(amount) * (7 if unit == "weeks" else 1)))
    start = date.fromordinal(day)
    month = start.year * 12 + start.month - 1 + int(amount) * (12 if unit == "years" else 1)
    year, month = divmod(month, 12)
    if not date.min.year <= year <= date.max.year:
        return INF if amount > 0 else -INF
    leap = month == 1 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return date(year, month + 1, min(start.day, _MONTH_DAYS[month] + leap)).toordinal()


def shifted(day: Pair, amount: Pair, unit: str, sign: int) -> Pair:
    """A date moved forwards (sign 1) or backwards (-1)."""
    low, high = (amount[0], amount[1]) if sign > 0 else (-amount[1], -amount[0])
    return shift(day[0], low, unit), shift(day[1], high, unit)
