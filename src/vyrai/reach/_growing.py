"""A choice of steps as it grows: the first and last days of its steps, and whether its money can last.

What was added last is taken back first. Days are those of the network of differences, were everybody free; a
paper without a maker is had as soon as it could be at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from graphlib import CycleError, TopologicalSorter

from vyrai.reach._lasting import Asked, Days, Gifts, Lasting
from vyrai.reach._net import ANY, HOME, IN_HAND, TRANSIT, Net
from vyrai.reach._network import Network
from vyrai.reach._schedule import Limits


class Growing:
    """Steps by their numbers in the net; `order`: those chosen, the newest last."""

    def __init__(self, net: Net) -> None:
        self.net = net
        windows = {step: found for step, found in enumerate(net.windows) if found}
        self.network = Network(net.n, windows, [partial(net.opens, step) for step in range(net.n)])
        self.low, self.high = list(net.first), list(net.last)
        self.fits = True
        """Whether days are left for every step."""
        self.order: list[int] = []
        self.at_home: list[int] = []
        self.transit: int | None = None
        self.there: int | None = None
        self.leave: int | None = None
        """The first of the two moves; None: none is chosen."""
        self.lasting = Lasting(net)
        self._edges: list[tuple[int, int]] = []
        self._lacking: set[int] = set()
        """Months of leaving for which money does not last, whatever is chosen further."""
        self._before: list[tuple[list[int], list[int], int, set[int]]] = []

    # ------------------------------------------------------------------ adding and taking back
    def take(self, user: int, paper: int, maker: int, added: bool) -> None:
        """A step uses a maker's paper (`user` below 0: nobody in particular does). added: the maker is new.
        Nothing is taken while it does not fit.
        """
        self._before.append((self.low, self.high, len(self._edges), self._lacking))
        self.low = list(self.low)
        moved: list[int] = []
        if added:
            self.order.append(maker)
            moved.append(maker)
            self._place(maker, moved)
        if user >= 0:
            self._use(user, paper, maker, moved)
        self.fits = self.network.rise(self.low, self.high, moved)

    def back(self, added: bool) -> None:
        """Takes back what was added last."""
        if added:
            step = self.order.pop()
            if step in (self.transit, self.there):
                self.leave = None if step == self.leave else self.transit
                self.transit, self.there = (self.transit, None) if step == self.there else (None, None)
            elif self.net.place[step] == HOME:
                self.at_home.pop()
        self.low, self.high, kept, self._lacking = self._before.pop()
        self.fits = True
        while len(self._edges) > kept:
            self.network.undo(*self._edges.pop())

    def _edge(self, source: int, target: int, least: int, moved: list[int]) -> None:
        self.network.edge(source, target, least)
        self._edges.append((source, target))
        moved.append(source)

    def _place(self, step: int, moved: list[int]) -> None:
        """Where a new step is done, or where it takes the family."""
        net = self.net
        kind, place = net.moves[step], net.place[step]
        if kind == ANY:
            if place == HOME:
                self.at_home.append(step)
                if self.leave is not None:
                    self._edge(step, self.leave, net.attends[step], moved)
            elif place == TRANSIT and self.there is not None:
                self._edge(step, self.there, net.attends[step], moved)
            return
        if kind == TRANSIT:
            self.transit = step
        else:
            self.there = step
        if self.leave is None:
            self.leave = step
            for other in self.at_home:
                self._edge(other, step, net.attends[other], moved)
        else:
            self._edge(self.leave, step, net.days[self.leave], moved)
            for other in self.order:
                if net.place[other] == TRANSIT and net.moves[other] == ANY:
                    self._edge(other, step, net.attends[other], moved)

    def _use(self, user: int, paper: int, maker: int, moved: list[int]) -> None:
        net = self.net
        if maker == IN_HAND:
            until = net.in_hand[paper]
            if until is not None:
                self.high = list(self.high)
                self.high[user] = min(self.high[user], until)
                moved.append(user)
            return
        self._edge(maker, user, net.days[maker], moved)
        valid = net.valid[maker]
        if valid is not None and paper not in net.states.values():
            self._edge(user, maker, -net.days[maker] - valid, moved)

    # ------------------------------------------------------------------ what it comes to
    def circular(self, maker_of: Sequence[dict[int, int]]) -> bool:
        """Whether some step waits for itself, at any remove. maker_of: by step, whose papers it uses."""
        before: dict[int, Iterable[int]] = {
            step: [maker for maker in maker_of[step].values() if maker != IN_HAND] for step in self.order
        }
        if self.leave is not None:
            before[self.leave] = [*before[self.leave], *self.at_home]
        if self.there is not None and self.transit is not None:
            before[self.there] = [*before[self.there], self.transit]
        try:
            TopologicalSorter(before).prepare()
        except CycleError:
            return True
        return False

    def safe_and_leave(self, safe: int | None) -> tuple[int, int] | None:
        """First possible days of safety (made by `safe`, if chosen) and of leaving; None: not in time."""
        net = self.net
        if not self.fits:
            return None
        done = net.soonest[net.safe] if safe is None else self.low[safe] + net.days[safe]
        if done > net.problem.horizon:
            return None
        if self.leave is not None:
            return done, self.low[self.leave]
        return done, max((self.low[step] + net.attends[step] for step in self.at_home), default=0)

    def possible(self, limits: Limits, safe: int | None, care: int | None, gifts: Gifts) -> bool:
        """Whether days and money may leave a way within the limits. safe, care: who makes those papers."""
        days = self._within(limits, safe, care)
        if days is None:
            return False
        asked = Asked(self.lasting, self.order, self.leave, self.there, gifts)
        self._lacking = set(self._lacking)
        return asked.some(days, self._settled, self._lacking)

    def _within(self, limits: Limits, safe: int | None, care: int | None) -> Days | None:
        """First and last days within limits."""
        net, low, high, leave = self.net, list(self.low), list(self.high), self.leave
        # Where nobody moves the gap counts from the first day; where no move is chosen yet, not at all.
        ends = [(safe, limits.safe), (None if net.states else care, limits.gap)]
        lasts = [(one, last - net.days[one]) for one, last in ends if one is not None and last is not None]
        up: list[int] = []
        if leave is not None and limits.leave is not None:
            lasts.append((leave, limits.leave))
        if leave is not None and care is not None and limits.gap is not None:
            lasts.append((care, high[leave] + limits.gap - net.days[care]))
            first = low[care] + net.days[care] - limits.gap
            if first > low[leave]:
                low[leave] = first
                up.append(leave)
        for one, last in lasts:
            high[one] = min(high[one], last)
        fits = self.network.rise(low, high, up) and self.network.sink(low, high, list(self.order))
        return Days(low, high) if fits else None

    def _settled(self, step: int, since: int, until: int, days: Days) -> Days | None:
        """The days where one step starts between two days; None: it cannot."""
        low, high = list(days.low), list(days.high)
        low[step], high[step] = since, until
        fits = self.network.rise(low, high, [step]) and self.network.sink(low, high, [step])
        return Days(low, high) if fits else None
