"""Differences between starts: a simple temporal network (Dechter, Meiri, Pearl 1991) with windows."""

from __future__ import annotations

from collections.abc import Callable

Opens = Callable[[int], int]
"""The first day from a day on, on which a start is allowed."""


class Network:
    """`start[b] - start[a] >= least` for its edges; some starts lie only within windows."""

    def __init__(
        self, size: int, windows: dict[int, tuple[tuple[int, int], ...]], opens: list[Opens]
    ) -> None:
        self.out: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self.into: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        self.windows, self.opens = windows, opens
        self.everything = list(range(size))

    def edge(self, source: int, target: int, least: int) -> None:
        """`target` starts at least so many days after `source` (negative: at most so many before)."""
        self.out[source].append((target, least))
        self.into[target].append((source, least))

    def undo(self, source: int, target: int) -> None:
        """Takes back the last edge between the two."""
        self.out[source].pop()
        self.into[target].pop()

    def settle(self, low: list[int], high: list[int], up: list[int], down: list[int]) -> bool:
        """Raise `low` from the starts in `up`, lower `high` from those in `down`, until all differences hold.

        False: some start has no day left. The bounds stay correct for every solution.
        """
        if self.windows:
            up, down = list(up), list(down)
            self._within(low, high, up, down)
        return self.rise(low, high, up) and self.sink(low, high, down)

    def _within(self, low: list[int], high: list[int], up: list[int], down: list[int]) -> None:
        for one, windows in self.windows.items():
            opened = self.opens[one](low[one])
            if opened > low[one]:
                low[one] = opened
                up.append(one)
            last = max((min(high[one], last) for first, last in windows if first <= high[one]), default=-1)
            if last < high[one]:
                high[one] = last
                down.append(one)

    def rise(self, low: list[int], high: list[int], up: list[int]) -> bool:
        """Raise `low` from the starts in `up` until all differences hold; False: that is never."""
        out, windows = self.out, self.windows
        patience = len(out)
        while up:
            if not patience:
                return self._rise_watched(low, high, up)
            patience -= 1
            one = up.pop()
            day = low[one]
            if day > high[one]:
                return False
            for target, least in out[one]:
                if day + least > low[target]:
                    opened = day + least
                    if target in windows:
                        opened = self.opens[target](opened)
                    low[target] = opened
                    if opened > high[target]:
                        return False
                    up.append(target)
        return True

    def _rise_watched(self, low: list[int], high: list[int], up: list[int]) -> bool:
        """The same where much is to be raised: what by its edges raises itself would rise for ever."""
        raised_by: dict[int, int] = {}
        while up:
            one = up.pop()
            day = low[one]
            if day > high[one]:
                return False
            for target, least in self.out[one]:
                if day + least <= low[target]:
                    continue
                opened = self.opens[target](day + least) if target in self.windows else day + least
                if opened > day + least:
                    raised_by.pop(target, None)
                elif self._comes_from(one, target, raised_by):
                    return False
                else:
                    raised_by[target] = one
                low[target] = opened
                if opened > high[target]:
                    return False
                up.append(target)
        return True

    @staticmethod
    def _comes_from(one: int | None, source: int, raised_by: dict[int, int]) -> bool:
        """Whether a start was last raised by another, at any remove."""
        while one is not None and one != source:
            one = raised_by.get(one)
        return one is not None

    def sink(self, low: list[int], high: list[int], down: list[int]) -> bool:
        into = self.into
        while down:
            one = down.pop()
            day = high[one]
            if day < low[one]:
                return False
            for source, least in into[one]:
                if day - least < high[source]:
                    high[source] = day - least
                    if high[source] < low[source]:
                        return False
                    down.append(source)
        return True

    def farthest(self, start: int, none: int) -> list[int]:
        """The fewest days from one start to each other by the edges; `none` where nothing binds them.

        The network has been settled, so no cycle raises for ever.
        """
        far = [none] * len(self.out)
        far[start] = 0
        queue = [start]
        while queue:
            one = queue.pop()
            for target, least in self.out[one]:
                if far[one] + least > far[target]:
                    far[target] = far[one] + least
                    queue.append(target)
        return far
