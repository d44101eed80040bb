"""Partial dates as intervals of ordinals (`date.toordinal`), both ends included."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=10_000)
def interval(text: str) -> tuple[int, int]:
    """First and last day that `2022`, `2022-10` or `2022-10-05` may mean; ValueError if no such date."""
    match = PARTIAL.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day is None:
        first = date(year, month, 1)
        return first.toordinal(), first.replace(day=monthrange(year, month)[1]).toordinal()
    whole = date(year, month, day).toordinal()
    return whole, whole


def plain(lo: int, hi: int) -> str:
    """The shortest date text that means the days `lo` to `hi`."""
    first, last = date.fromordinal(lo), date.fromordinal(hi)
    if lo == hi:
        return first.isoformat()
    if interval(first.isoformat()[:7]) == (lo, hi):
        return first.isoformat()[:7]
    if interval(first.isoformat()[:4]) == (lo, hi):
        return first.isoformat()[:4]
    return f"{first.isoformat()} – {last.isoformat()}"
