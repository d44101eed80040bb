"""Money month by month: whether savings can last, for any starts between a least and a most."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.reach._net import ANY, HOME, LATE, THERE, TRANSIT, Net


class Till:
    """The money of one choice of steps. leave, there: positions of the moves; None: not chosen."""

    def __init__(self, net: Net, steps: Iterable[int], leave: int | None, there: int | None) -> None:
        problem = net.problem
        self.month = problem.month
        self.months = -(-problem.horizon // problem.month)
        self.most = problem.savings - problem.reserve
        self.home, self.transit = net.cost_of[HOME], net.cost_of.get(TRANSIT, 0)
        self.there = net.cost_of.get(THERE, 0)
        self.leaving, self.arriving = leave, there
        pairs = list(enumerate(steps))
        days = net.days
        self.fees = [(at, net.paid[step]) for at, step in pairs if net.paid[step]]
        self.gains = [(at, net.gain[step], days[step]) for at, step in pairs if net.gain[step]]
        self.incomes = [
            (at, net.income[step], days[step] + net.after[step], net.only_at[step], net.months[step])
            for at, step in pairs
            if net.income[step]
        ]
        self.travel = 0 if there is None else next(days[step] for at, step in pairs if at == there)
        at_home = sum(pay for _, pay, _, only, _ in self.incomes if only == HOME)
        self.staying = max(net.cost_of.values()) - self.home + at_home
        """What a month more at home may save."""

    def short(self, low: list[int], high: list[int]) -> int:
        """The first month whose money cannot suffice for any starts between `low` and `high`; -1: none."""
        leaves_lo, leaves_hi, arrives_lo, arrives_hi = self._moves(low, high)
        home, transit, there, month = self.home, self.transit, self.there, self.month
        change = self._changes(low, high)
        incomes = [(low[one] + wait, pay, only) for one, pay, wait, only, _ in self.incomes]
        times = [times for *_, times in self.incomes]
        left = self.most
        for k in range(self.months):
            day = k * month
            stays, arrived = leaves_hi > day, arrives_lo <= day
            living = home if stays else LATE
            if arrived and there < living:
                living = there
            if transit < living and leaves_lo <= day < arrives_hi:
                living = transit
            left += change[k] - living
            for at, (since, pay, only) in enumerate(incomes):
                if since <= day and times[at] and (only == ANY or (stays if only == HOME else arrived)):
                    left += pay
                    times[at] -= 1
            if left < 0:
                return k
        return -1

    def _moves(self, low: list[int], high: list[int]) -> tuple[int, int, int, int]:
        """First and last days of leaving and of arriving; where nobody moves, never."""
        leave, there, travel = self.leaving, self.arriving, self.travel
        if leave is None or there is None:
            return LATE, LATE, LATE, LATE
        return low[leave], high[leave], low[there] + travel, high[there] + travel

    def _changes(self, low: list[int], high: list[int]) -> list[int]:
        """Fees by the month in which they surely are paid, gains by the first in which they may count."""
        month, months = self.month, self.months
        change = [0] * (months + 1)
        for one, fee in self.fees:
            change[min(months, high[one] // month)] -= fee
        for one, gain, days in self.gains:
            change[min(months, (low[one] + days) // month + 1)] += gain
        return change

    def press(self, low: list[int], high: list[int]) -> list[int]:
        """Lower the last start of what brings money to the last that the money allows; those lowered."""
        month = self.month
        pressed = []
        ends = [(one, wait) for one, _, wait, *_ in self.incomes]
        ends += [(one, days + 1) for one, _, days in self.gains]
        for one, wait in ends:
            # From the day after `due` on, the money comes a month later.
            due = -(-(low[one] + wait) // month) * month - wait
            if due < high[one]:
                kept, low[one] = low[one], due + 1
                if self.short(low, high) >= 0:
                    high[one] = due
                    pressed.append(one)
                low[one] = kept
        return pressed

    def later(self, low: list[int], high: list[int], month: int) -> tuple[int, int]:
        """What to put off so that the money lasts past this month: a start, and its first day then."""
        end = (month + 1) * self.month
        ways = [(fee, one, end) for one, fee in self.fees if low[one] < end <= high[one]]
        moves = [(self.leaving, 0, self.staying), (self.arriving, self.travel, 1)]
        ways += [
            way
            for move, days, saves in moves
            if move is not None
            for way in self._stay(move, days, saves, low, high, month)
        ]
        _, one, day = max(ways, key=lambda way: way[0])
        return one, day

    def _stay(
        self, one: int, days: int, saves: int, low: list[int], high: list[int], month: int
    ) -> list[tuple[int, int, int]]:
        """To move later than the first day on which a month's living is counted elsewhere."""
        mark = -(-(low[one] + days) // self.month) * self.month
        day = mark + 1 - days
        return [(saves, one, day)] if mark <= month * self.month and day <= high[one] else []
