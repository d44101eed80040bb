"""When: the days of a fixed choice of steps, exactly, by branching on who is busy and on what there is money for.

Differences between starts form a simple temporal network (Dechter, Meiri, Pearl 1991): its earliest solution is
tried; where two steps want one person, either goes first; where the money of a month is short, something that is
paid later or a later departure is tried. Every branch ends, so a "no" is proven.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vyrai.reach._net import ANY, HOME, IN_HAND, LATE, THERE, TRANSIT, Net

Links = tuple[tuple[int, int, int], ...]
"""(user, paper, maker): whose paper a step uses."""


Gifts = tuple[list[tuple[int, int]], list[tuple[int, int, int]]]
"""(day, sum) and (day since, sum every month, only at) of steps that may still be chosen."""


class Stopped(Exception):  # noqa: N818 -- a limit, no error
    """The limit of nodes was reached: nothing is proven about this choice of steps."""


class Limits(NamedTuple):
    """Last day of safety, of leaving, and most days from leaving to the child's support; None: as it comes."""

    safe: int | None = None
    leave: int | None = None
    gap: int | None = None


class Schedule:
    """One choice of steps with the papers they use.

    Of a choice not finished: `open_` are the first days of users whose paper has no maker yet, `gifts` the money
    that other steps might bring; `possible` then is a bound.
    """

    def __init__(
        self,
        net: Net,
        steps: list[int],
        links: Iterable[tuple[int, int, int]],
        open_: Iterable[tuple[int, int]] = (),
        gifts: Gifts = ([], []),
    ) -> None:
        self.net, self.steps = net, steps
        at = {step: position for position, step in enumerate(steps)}
        size = len(steps)
        self.days = [net.days[step] for step in steps]
        self.out: list[list[tuple[int, int]]] = [[] for _ in steps]
        self.into: list[list[tuple[int, int]]] = [[] for _ in steps]
        self.first_hi = [net.problem.horizon - days for days in self.days]
        for user, paper, maker in links:
            if maker == IN_HAND:
                until = net.in_hand[paper]
                if until is not None:
                    self.first_hi[at[user]] = min(self.first_hi[at[user]], until)
                continue
            source, target = at[maker], at[user]
            self._edge(source, target, self.days[source])
            valid = net.valid[maker]
            if valid is not None:
                self._edge(target, source, -self.days[source] - valid)
        self.transit = next((at[step] for step in steps if net.moves[step] == TRANSIT), None)
        self.there = next((at[step] for step in steps if net.moves[step] == THERE), None)
        self.leave = self.there if self.transit is None else self.transit
        state = net.states.get(THERE)
        self.soonest_there = LATE if state is None else net.soonest[state]
        self._places()
        self.safe = next((at[step] for step in steps if net.safe in net.yields[step]), None)
        self.care = next(
            (at[step] for step in steps if net.care is not None and net.care in net.yields[step]), None
        )
        self.attending = [one for one in range(size) if net.who[steps[one]] and net.attends[steps[one]]]
        self.who = [net.who[step] for step in steps]
        self.attends = [net.attends[step] for step in steps]
        self.windows = [(one, net.windows[steps[one]]) for one in range(size) if net.windows[steps[one]]]
        self.windowed = {one for one, _ in self.windows}
        self.first_lo = [0] * size
        for user, day in open_:
            self.first_lo[at[user]] = max(self.first_lo[at[user]], day)
        self.gifts = gifts
        self._purse()
        self.crowd = True
        self.nodes = 0
        self.most = 0

    def _edge(self, source: int, target: int, least: int) -> None:
        self.out[source].append((target, least))
        self.into[target].append((source, least))

    def _places(self) -> None:
        net = self.net
        for position, step in enumerate(self.steps):
            if net.moves[step] != ANY:
                continue
            if net.place[step] == HOME and self.leave is not None:
                self._edge(position, self.leave, net.attends[step])
            elif net.place[step] == TRANSIT and self.there is not None:
                self._edge(position, self.there, net.attends[step])
        if self.transit is not None and self.there is not None:
            self._edge(self.transit, self.there, self.days[self.transit])

    def _purse(self) -> None:
        net = self.net
        pairs = list(enumerate(self.steps))
        self.fees = [(position, net.fee[step]) for position, step in pairs if net.fee[step]]
        self.gains = [
            (position, net.gain[step], self.days[position]) for position, step in pairs if net.gain[step]
        ]
        self.incomes = [
            (position, net.income[step], self.days[position] + net.after[step], net.only_at[step])
            for position, step in pairs
            if net.income[step]
        ]
        self.months = -(-net.problem.horizon // net.problem.month)
        cost = net.cost_of
        self.stays_saves = (
            max(cost.values()) - cost[HOME] + sum(pay for _, pay, _, at in self.incomes if at == HOME)
        )

    # ------------------------------------------------------------------ the network
    def earliest(self) -> tuple[list[int], list[int]] | None:
        """Least and most starts without limits; None where there is no solution."""
        low, high = list(self.first_lo), list(self.first_hi)
        everything = list(range(len(self.steps)))
        return (low, high) if self._settle(low, high, everything, everything) else None

    def _settle(self, low: list[int], high: list[int], up: list[int], down: list[int]) -> bool:
        """Raise `low` and lower `high` until all differences hold; False where some start has no day left."""
        net, out, into, windowed = self.net, self.out, self.into, self.windowed
        if windowed:
            for one, windows in self.windows:
                opened = net.opens(self.steps[one], low[one])
                if opened > low[one]:
                    low[one] = opened
                    up = [*up, one]
                last = max(
                    (min(high[one], last) for first, last in windows if first <= high[one]), default=-1
                )
                if last < high[one]:
                    high[one] = last
                    down = [*down, one]
        while up:
            one = up.pop()
            day = low[one]
            if day > high[one]:
                return False
            for target, least in out[one]:
                if day + least > low[target]:
                    opened = day + least
                    if target in windowed:
                        opened = net.opens(self.steps[target], opened)
                    low[target] = opened
                    if opened > high[target]:
                        return False
                    up.append(target)
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

    def least_gap(self) -> int:
        """The fewest days from leaving until the child's support is there, were everybody free."""
        if self.care is None or self.leave is None:
            return 0
        far = [-LATE] * len(self.steps)
        far[self.leave] = 0
        queue = [self.leave]
        rounds = 0
        while queue and rounds < 10_000:
            rounds += 1
            one = queue.pop()
            for target, least in self.out[one]:
                if far[one] + least > far[target]:
                    far[target] = far[one] + least
                    queue.append(target)
        return max(0, far[self.care] + self.days[self.care]) if far[self.care] > -LATE else 0

    # ------------------------------------------------------------------ money
    def short(self, low: list[int], high: list[int]) -> int:
        """The first month whose money cannot suffice for any starts between `low` and `high`; -1: none."""
        problem, cost = self.net.problem, self.net.cost_of
        month = problem.month
        left = problem.savings - problem.reserve
        home, transit, there = cost[HOME], cost.get(TRANSIT, 0), cost.get(THERE, 0)
        soonest = self.soonest_there
        if self.leave is None:
            leaves_lo, leaves_hi = (0 if soonest < LATE else LATE), LATE
        else:
            leaves_lo, leaves_hi = low[self.leave], high[self.leave]
        if self.there is None:
            arrives_lo, arrives_hi = max(soonest, leaves_lo), LATE
        else:
            arrives_lo = low[self.there] + self.days[self.there]
            arrives_hi = high[self.there] + self.days[self.there]
        change = [0] * (self.months + 1)
        for one, fee in self.fees:
            due = high[one] // month
            if due < self.months:
                change[due] -= fee
        for one, gain, days in self.gains:
            due = (low[one] + days) // month + 1
            if due < self.months:
                change[due] += gain
        incomes = [(low[one] + wait, pay, only) for one, pay, wait, only in self.incomes]
        if self.gifts[0]:
            for day, gain in self.gifts[0]:
                if day // month + 1 < self.months:
                    change[day // month + 1] += gain
        incomes += self.gifts[1]
        for k in range(self.months):
            day = k * month
            stays, arrived = leaves_hi > day, arrives_lo <= day
            lives: list[int] = []
            if stays:
                lives.append(home)
            if arrived:
                lives.append(there)
            if leaves_lo <= day < arrives_hi:
                lives.append(transit)
            left += change[k] - min(lives)
            for since, pay, only in incomes:
                if since <= day and (only == ANY or (stays if only == HOME else arrived)):
                    left += pay
            if left < 0:
                return k
        return -1

    # ------------------------------------------------------------------ the search
    def possible(self, limits: Limits, most: int = 200) -> bool:
        """Whether days and money leave a way within the limits, were everybody free; a bound for `find`."""
        self.crowd = False
        try:
            return self.find(limits, most) is not None
        except Stopped:
            return True
        finally:
            self.crowd = True

    def find(self, limits: Limits, most: int = 20_000) -> list[int] | None:
        """Starts within the limits, each as early as the branch allows; None: proven that there are none.

        Raises Stopped after `most` nodes.
        """
        base = self.earliest()
        if base is None:
            return None
        low, high = base
        pressed: list[int] = []
        if limits.safe is not None and self.safe is not None:
            high[self.safe] = min(high[self.safe], limits.safe - self.days[self.safe])
            pressed.append(self.safe)
        if limits.leave is not None and self.leave is not None:
            high[self.leave] = min(high[self.leave], limits.leave)
            pressed.append(self.leave)
        gap = limits.gap is not None and self.care is not None and self.leave is not None
        if gap:
            assert limits.gap is not None and self.care is not None and self.leave is not None
            self._edge(self.care, self.leave, self.days[self.care] - limits.gap)
            everything = list(range(len(self.steps)))
            pressed = everything
        self.nodes, self.most = 0, most
        try:
            rise = list(range(len(self.steps))) if gap else []
            if not self._settle(low, high, rise, pressed):
                return None
            return self._branch(low, high)
        finally:
            if gap:
                assert self.care is not None and self.leave is not None
                self.out[self.care].pop()
                self.into[self.leave].pop()

    def _branch(self, low: list[int], high: list[int]) -> list[int] | None:
        self.nodes += 1
        if self.nodes > self.most:
            raise Stopped
        if self.short(low, high) >= 0:
            return None
        month = self.short(low, low)
        if month < 0:
            if not self.crowd:
                return low
            clash = self._clash(low, high)
            if clash is None:
                return low
            if self._overfull(low, high):
                return None
            if self._press(low, high):
                if not self._settle(low, high, [], [one for one, *_ in (*self.incomes, *self.gains)]):
                    return None
                clash = self._clash(low, high)
                assert clash is not None
            first, second = clash
            for one, other in ((first, second), (second, first)):
                found = self._after(low, high, one, other)
                if found is not None:
                    return found
            return None
        one, day = self._later(low, high, month)
        later = list(low)
        later[one] = day
        upper = list(high)
        if self._settle(later, upper, [one], []):
            found = self._branch(later, upper)
            if found is not None:
                return found
        sooner = list(high)
        sooner[one] = day - 1
        lower = list(low)
        if self._settle(lower, sooner, [], [one]):
            return self._branch(lower, sooner)
        return None

    def _after(self, low: list[int], high: list[int], one: int, other: int) -> list[int] | None:
        """The branch in which `other` starts only when `one` needs nobody any more."""
        least = self.attends[one]
        lower, upper = list(low), list(high)
        up, down = [], []
        if lower[one] + least > lower[other]:
            lower[other] = lower[one] + least
            up = [other]
        if upper[other] - least < upper[one]:
            upper[one] = upper[other] - least
            down = [one]
        self._edge(one, other, least)
        try:
            if self._settle(lower, upper, up, down):
                return self._branch(lower, upper)
            return None
        finally:
            self.out[one].pop()
            self.into[other].pop()

    def _press(self, low: list[int], high: list[int]) -> bool:
        """Lower the last start of what brings money to the last that the money allows; whether any was lowered."""
        month = self.net.problem.month
        pressed = False
        ends = [(one, wait) for one, _, wait, _ in self.incomes] + [
            (one, days + 1) for one, _, days in self.gains
        ]
        for one, wait in ends:
            # From the day after `due` on, the money comes a month later.
            due = -(-(low[one] + wait) // month) * month - wait
            if due < high[one]:
                kept, low[one] = low[one], due + 1
                if self.short(low, high) >= 0:
                    high[one] = due
                    pressed = True
                low[one] = kept
        return pressed

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

    def _later(self, low: list[int], high: list[int], month: int) -> tuple[int, int]:
        """What to put off so that the money lasts past this month: a step, and the day from which it may start."""
        length = self.net.problem.month
        end = (month + 1) * length
        ways = [(fee, one, end) for one, fee in self.fees if low[one] < end <= high[one]]
        if self.leave is not None:
            ways += self._stay(self.leave, 0, self.stays_saves, low, high, month)
        if self.there is not None:
            ways += self._stay(self.there, self.days[self.there], 1, low, high, month)
        _, one, day = max(ways, key=lambda way: way[0])
        return one, day

    def _stay(
        self, one: int, days: int, saves: int, low: list[int], high: list[int], month: int
    ) -> list[tuple[int, int, int]]:
        """To move later than the first day on which a month's living is counted elsewhere."""
        length = self.net.problem.month
        mark = -(-(low[one] + days) // length) * length
        day = mark + 1 - days
        return [(saves, one, day)] if mark <= month * length and day <= high[one] else []
