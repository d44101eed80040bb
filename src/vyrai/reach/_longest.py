"""The longest path of a choice that may not be whole: the first days on which its steps could start."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.reach._net import ANY, HOME, IN_HAND, LATE, TRANSIT, Net


class Longest:
    """First days, were everybody free and money no matter; an open paper is had as soon as it could be at
    all.
    """

    def __init__(self, net: Net, steps: Sequence[int], maker_of: Sequence[dict[int, int]]) -> None:
        self.net, self.steps, self.maker_of = net, steps, maker_of
        self.first: dict[int, int] = {}
        self.busy: set[int] = set()
        movers = [at for at in steps if net.moves[at] != ANY]
        self.leaver = next((at for at in movers if net.moves[at] == TRANSIT), movers[0] if movers else None)
        self.at_home = [at for at in steps if net.moves[at] == ANY and net.place[at] == HOME]

    def start(self, step: int) -> int:
        """The first day on which a step could start; LATE: never, it waits for itself."""
        known = self.first.get(step)
        if known is not None:
            return known
        if step in self.busy:
            return LATE
        self.busy.add(step)
        day = self._papers(step)
        if self.net.moves[step] != ANY:
            day = max(day, self._ready(step))
        if self.net.windows[step]:
            day = self.net.opens(step, day)
        self.busy.discard(step)
        self.first[step] = day
        return day

    def _papers(self, step: int) -> int:
        day = 0
        mine = self.maker_of[step]
        for paper in self.net.needs[step]:
            maker = mine.get(paper)
            if maker is None:
                day = max(day, self.net.soonest[paper])
            elif maker != IN_HAND:
                day = max(day, self.start(maker) + self.net.days[maker])
        return day

    def _ready(self, mover: int) -> int:
        """When what must be done at home is done, and the move before is over."""
        day = max((self.start(other) + self.net.attends[other] for other in self.at_home), default=0)
        if self.leaver is not None and self.leaver != mover:
            day = max(day, self.start(self.leaver) + self.net.days[self.leaver])
        return day

    def safe_and_leave(self, safe: Sequence[int]) -> tuple[int, int] | None:
        """First possible days of safety (made by `safe`, if chosen) and of leaving; None: not in time."""
        net = self.net
        latest = net.problem.horizon
        if any(self.start(step) + net.days[step] > latest for step in self.steps):
            return None
        done = self.start(safe[0]) + net.days[safe[0]] if safe else net.soonest[net.safe]
        if self.leaver is not None:
            leave = self.start(self.leaver)
        else:
            leave = max((self.start(at) + net.attends[at] for at in self.at_home), default=0)
        return (done, leave) if done <= latest else None
