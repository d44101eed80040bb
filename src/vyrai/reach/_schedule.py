"""When: the days of a fixed choice of steps, exactly, by branching on who is busy and on what money there is.

The earliest solution of the network of differences is tried; where two steps want one person, either goes
first; where the money of a month is short, something that is paid later or a later departure is tried. Every
branch ends, so a "no" is proven.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from vyrai.reach._net import ANY, HOME, IN_HAND, LATE, THERE, TRANSIT, Net
from vyrai.reach._network import Network
from vyrai.reach._till import Till

Links = tuple[tuple[int, int, int], ...]
"""(user, paper, maker): whose paper a step uses."""


class Stopped(Exception):  # noqa: N818 -- a limit, no error
    """The limit of nodes was reached: nothing is proven about this choice of steps."""


class Limits(NamedTuple):
    """Last day of safety, of leaving; most days from leaving to the child's support. None: as it comes."""

    safe: int | None = None
    leave: int | None = None
    gap: int | None = None


class Schedule:
    """One choice of steps with the papers they use."""

    def __init__(self, net: Net, steps: list[int], links: Iterable[tuple[int, int, int]]) -> None:
        self.net, self.steps = net, steps
        at = {step: position for position, step in enumerate(steps)}
        self.days = [net.days[step] for step in steps]
        windows = {one: net.windows[step] for one, step in enumerate(steps) if net.windows[step]}
        self.network = Network(len(steps), windows, [partial(net.opens, step) for step in steps])
        self.first_lo = [0] * len(steps)
        self.first_hi = [net.problem.horizon - days for days in self.days]
        self._papers(links, at)
        self.transit = next((at[step] for step in steps if net.moves[step] == TRANSIT), None)
        self.there = next((at[step] for step in steps if net.moves[step] == THERE), None)
        self.leave = self.there if self.transit is None else self.transit
        self._places()
        self.safe = next((at[step] for step in steps if net.safe in net.yields[step]), None)
        self.care = next((at[step] for step in steps if net.care in net.yields[step]), None)
        self.who = [net.who[step] for step in steps]
        self.attends = [net.attends[step] for step in steps]
        self.attending = [one for one in range(len(steps)) if self.who[one] and self.attends[one]]
        self.till = Till(net, steps, self.leave, self.there)
        self.nodes = self.most = 0

    def _papers(self, links: Iterable[tuple[int, int, int]], at: dict[int, int]) -> None:
        net = self.net
        for user, paper, maker in links:
            if maker == IN_HAND:
                until = net.in_hand[paper]
                if until is not None:
                    self.first_hi[at[user]] = min(self.first_hi[at[user]], until)
                continue
            source, target = at[maker], at[user]
            self.network.edge(source, target, self.days[source])
            valid = net.valid[maker]
            # Being in a place does not run out.
            if valid is not None and paper not in net.states.values():
                self.network.edge(target, source, -self.days[source] - valid)

    def _places(self) -> None:
        net = self.net
        for position, step in enumerate(self.steps):
            if net.moves[step] != ANY:
                continue
            if net.place[step] == HOME and self.leave is not None:
                self.network.edge(position, self.leave, net.attends[step])
            elif net.place[step] == TRANSIT and self.there is not None:
                self.network.edge(position, self.there, net.attends[step])
        if self.transit is not None and self.there is not None:
            self.network.edge(self.transit, self.there, self.days[self.transit])

    def earliest(self) -> tuple[list[int], list[int]] | None:
        """Least and most starts without limits; None where there is no solution."""
        low, high = list(self.first_lo), list(self.first_hi)
        everything = self.network.everything
        settled = self.network.settle(low, high, list(everything), list(everything))
        return (low, high) if settled else None

    def least_gap(self, low: list[int]) -> int:
        """The fewest days from leaving until the child's support is there, were everybody free.

        Where nobody leaves they are counted from the first day.
        """
        if self.care is None:
            return 0
        if self.leave is None:
            return low[self.care] + self.days[self.care]
        far = self.network.farthest(self.leave, -LATE)[self.care]
        return max(0, far + self.days[self.care])

    def short(self, low: list[int], high: list[int]) -> bool:
        """Whether the money cannot last for any starts between `low` and `high`."""
        return self.till.short(low, high) >= 0

    # ------------------------------------------------------------------ the search
    def find(self, limits: Limits, most: int = 20_000) -> list[int] | None:
        """Starts within the limits, each as early as the branch allows; None: proven that there are none.

        Raises Stopped after `most` nodes.
        """
        self.nodes, self.most = 0, most
        base = self.earliest()
        if base is None:
            return None
        low, high = base
        pressed: list[int] = []
        care, leave = self.care, self.leave
        # Where nobody moves the gap counts from the first day; where no move is chosen yet, not at all.
        ends = [(self.safe, limits.safe), (None if self.net.states else care, limits.gap)]
        lasts = [(one, last - self.days[one]) for one, last in ends if one is not None and last is not None]
        if leave is not None and limits.leave is not None:
            lasts.append((leave, limits.leave))
        for one, last in lasts:
            high[one] = min(high[one], last)
            pressed.append(one)
        if limits.gap is None or care is None or leave is None:
            return self._branch(low, high) if self.network.settle(low, high, [], pressed) else None
        self.network.edge(care, leave, self.days[care] - limits.gap)
        try:
            everything = self.network.everything
            settled = self.network.settle(low, high, list(everything), list(everything))
            return self._branch(low, high) if settled else None
        finally:
            self.network.undo(care, leave)

    def _branch(self, low: list[int], high: list[int]) -> list[int] | None:
        self.nodes += 1
        if self.nodes > self.most:
            raise Stopped
        if self.short(low, high):
            return None
        month = self.till.short(low, low)
        if month >= 0:
            return self._save(low, high, month)
        if self._clash(low, high) is None:
            return low
        return self._share(low, high)

    def _save(self, low: list[int], high: list[int], month: int) -> list[int] | None:
        """Something is put off past a day, or it is not."""
        one, day = self.till.later(low, high, month)
        later, upper = list(low), list(high)
        later[one] = day
        found = self._branch(later, upper) if self.network.settle(later, upper, [one], []) else None
        if found is not None:
            return found
        lower, sooner = list(low), list(high)
        sooner[one] = day - 1
        return self._branch(lower, sooner) if self.network.settle(lower, sooner, [], [one]) else None

    def _share(self, low: list[int], high: list[int]) -> list[int] | None:
        """Of two steps that want one person, either is first."""
        if self._overfull(low, high):
            return None
        pressed = self.till.press(low, high)
        kept = not pressed or self.network.settle(low, high, [], pressed)
        clash = self._clash(low, high) if kept else None
        for one, other in () if clash is None else (clash, clash[::-1]):
            found = self._after(low, high, one, other)
            if found is not None:
                return found
        return None

    def _after(self, low: list[int], high: list[int], one: int, other: int) -> list[int] | None:
        """The branch in which `other` starts only when `one` needs nobody any more."""
        least = self.attends[one]
        lower, upper = list(low), list(high)
        lower[other] = max(lower[other], lower[one] + least)
        upper[one] = min(upper[one], upper[other] - least)
        self.network.edge(one, other, least)
        try:
            settled = self.network.settle(lower, upper, [other], [one])
            return self._branch(lower, upper) if settled else None
        finally:
            self.network.undo(one, other)

    def _clash(self, starts: list[int], high: list[int]) -> tuple[int, int] | None:
        """Of the steps that want the same person on the same day, the two with the least room."""
        order = sorted(self.attending, key=lambda one: (starts[one], self.first_hi[one]))
        best: tuple[int, int, int] | None = None
        for position, one in enumerate(order):
            free = starts[one] + self.attends[one]
            for other in order[position + 1 :]:
                begin = starts[other]
                if begin >= free:
                    break
                if self.who[one] & self.who[other]:
                    room = min(high[other] - free, high[one] - begin - self.attends[other])
                    if best is None or room < best[0]:
                        best = (room, one, other)
        return None if best is None else (best[1], best[2])

    def _overfull(self, low: list[int], high: list[int]) -> bool:
        """Whether somebody would have to attend more days than lie between a first and a last day."""
        everybody = 0
        for one in self.attending:
            everybody |= self.who[one]
        while everybody:
            person = everybody & -everybody
            everybody ^= person
            mine = [
                (low[one], high[one] + self.attends[one], self.attends[one])
                for one in self.attending
                if self.who[one] & person
            ]
            mine.sort(key=lambda task: task[1])
            for begin in {task[0] for task in mine}:
                work = 0
                for first, last, days in mine:
                    if first >= begin:
                        work += days
                        if work > last - begin:
                            return True
        return False
