"""Quantiles of values that come several times, each written down once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Many:
    """Values in order; `counts`: how often each comes."""

    def __init__(self, values: Sequence[int], counts: Sequence[int]) -> None:
        often: dict[int, int] = {}
        for value, count in zip(values, counts, strict=True):
            often[value] = often.get(value, 0) + count
        self._ordered = sorted(often)
        self._until = [*accumulate(map(often.__getitem__, self._ordered))]

    def within(self, per_cent: int) -> int:
        """The least value that at least so many per cent do not exceed. IndexError: there are none."""
        place = max(0, -(-self._until[-1] * per_cent // 100) - 1)
        return self._ordered[bisect_right(self._until, place)]
