"""Quantiles of values that come several times, each written down once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Many:
    """Values in order; `counts`: how often each comes."""

    def __init__(self, values: Sequence[int], counts: Sequence[int]) -> None:
        order = sorted(range(len(values)), key=values.__getitem__)
        self._ordered = [values[place] for place in order]
        self._until = [*accumulate(counts[place] for place in order)]

    def within(self, per_cent: int) -> int:
        """The least value that at least so many per cent do not exceed. IndexError: there are none."""
        place = max(0, -(-self._until[-1] * per_cent // 100) - 1)
        return self._ordered[bisect_right(self._until, place)]
