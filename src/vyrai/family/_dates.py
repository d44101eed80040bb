"""Partial dates as intervals of days (ordinals of the proleptic Gregorian calendar, both ends included)."""

from __future__ import annotations

import calendar
import math
import re
from datetime import date
from functools import lru_cache

__all__ = ["OPEN", "days", "is_date"]

OPEN = "open"
"""An end that has not come."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether a text has the form 2019, 2019-05 or 2019-05-14."""
    return _DATE.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[float, float]:
    """First and last possible day as ordinals; `open` lies behind every day.

    Raises ValueError for an impossible day.
    """
    if text == OPEN:
        return math.inf, math.inf
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError("not a date")
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1850 <= year <= 2200:
        raise ValueError("year out of range")
    if match[3]:
        ordinal = date(year, month, day).toordinal()
        return ordinal, ordinal
    if match[2]:
        if not 1 <= month <= 12:
            raise ValueError("no such month")
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
