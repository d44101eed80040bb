"""Whether money can last, whatever the month of leaving: a bound over all schedules of a choice of steps.

Each month of leaving is looked at by itself: until then the family lives at home, from then on elsewhere, and
what is done at home is paid for by then. So is each month in which the largest pay begins: what must be done
for it is paid for before. Else fees fall due as late as they may, and money comes as soon as it may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, chain, islice
from operator import add
from typing import NamedTuple

from vyrai.reach._net import ANY, HOME, LATE, THERE, TRANSIT, Net

Gifts = tuple[list[tuple[int, int]], list[tuple[int, int, int]]]
"""(day, sum) and (day since, sum every month, only at) of steps that may still be chosen."""


class Days(NamedTuple):
    """First and last days on which the steps of a net may start."""

    low: list[int]
    high: list[int]


Settle = Callable[[int, int, int, Days], Days | None]
"""The days where a step starts between two days; None: it cannot."""


class Stay(NamedTuple):
    """The family begins month `away` elsewhere, and no earlier one: it leaves between two days."""

    away: int
    since: int
    until: int


class Sums(NamedTuple):
    """The money of some steps between their first and last days.

    change: by the month, what is paid anywhere but at home, and what is gained. at_home: (last day, days
    attended, fee). incomes: (day since, sum a month, only at, days behind the arrival).
    """

    change: list[int]
    at_home: list[tuple[int, int, int]]
    incomes: list[tuple[int, int, int, int]]


class Lasting:
    """The money of one net."""

    def __init__(self, net: Net) -> None:
        problem = net.problem
        self.net, self.month = net, problem.month
        self.months = -(-problem.horizon // problem.month)
        self.most = problem.savings - problem.reserve
        self.home, self.transit = net.cost_of[HOME], net.cost_of.get(TRANSIT, 0)
        self.there = net.cost_of.get(THERE, 0)
        state = net.states.get(THERE)
        self.soonest = LATE if state is None else net.soonest[state]
        self.longest = max((net.days[at] for at in range(net.n) if net.moves[at] == THERE), default=0)
        self.moves_money = [bool(net.fee[at] or net.gain[at] or net.income[at]) for at in range(net.n)]
        self.guess = 0
        """The month of leaving that did last: it is tried first."""


class Asked:
    """Whether the money of a choice of steps can last. leave, there: the moves chosen; gifts: what steps not
    chosen yet might bring.
    """

    def __init__(
        self, lasting: Lasting, steps: list[int], leave: int | None, there: int | None, gifts: Gifts
    ) -> None:
        self.lasting, self.net = lasting, lasting.net
        self.steps = [step for step in steps if lasting.moves_money[step]]
        self.leave, self.there, self.gifts = leave, there, gifts
        income = self.net.income
        self.earner = max((step for step in self.steps if income[step]), key=income.__getitem__, default=None)

    def some(self, days: Days, settle: Settle) -> bool:
        """Whether for some month of leaving no month must end below nothing."""
        lasting, leave = self.lasting, self.leave
        if leave is None:
            first, last = (0 if lasting.soonest < LATE else LATE), LATE
        else:
            first, last = days.low[leave], days.high[leave]
        sums = self._sums(days)
        for stay in self._stays(first, last):
            if not self._lasts(stay, sums, days):
                continue
            if leave is not None:
                settled = settle(leave, stay.since, stay.until, days)
                if settled is None or not self._closer(stay, settled, settle):
                    continue
            lasting.guess = stay.away
            return True
        return False

    def _stays(self, first: int, last: int) -> Iterator[Stay]:
        """Every month of leaving between two days; that which did last before comes first."""
        month, months, guess = self.lasting.month, self.lasting.months, self.lasting.guess
        least, most = min(months, -(-first // month)), min(months, -(-last // month))
        usual = [guess] if least <= guess <= most else []
        for away in chain(usual, (away for away in range(least, most + 1) if away not in usual)):
            until = last if away == months else min(last, away * month)
            yield Stay(away, max(first, (away - 1) * month + 1, 0), until)

    def _closer(self, stay: Stay, days: Days, settle: Settle) -> bool:
        """The same with days that are settled for the month of leaving, by the month of the first pay."""
        if not self._lasts(stay, self._sums(days), days):
            return False
        earner = self.earner
        if earner is None:
            return True
        month = self.lasting.month
        wait = self.net.days[earner] + self.net.after[earner]
        low, high = days.low[earner], days.high[earner]
        since = low
        while True:
            # The last day of the month in which pay begins if the step starts on the first.
            until = min(high, -(-(since + wait) // month) * month - wait)
            both = settle(earner, since, until, days)
            if both is not None and self._lasts(stay, self._sums(both), both):
                return True
            since = until + 1
            later = settle(earner, since, high, days)
            if later is None or not self._lasts(stay, self._sums(later), later):
                return False

    def _sums(self, days: Days) -> Sums:
        net, month, months = self.net, self.lasting.month, self.lasting.months
        low, high = days
        change = [0] * (months + 1)
        at_home: list[tuple[int, int, int]] = []
        gains = list(self.gifts[0])
        incomes = [(since, pay, only, -LATE) for since, pay, only in self.gifts[1]]
        for step in self.steps:
            fee, gain, pay = net.fee[step], net.gain[step], net.income[step]
            if fee and net.place[step] == HOME and net.moves[step] == ANY:
                at_home.append((high[step], net.attends[step], fee))
            elif fee:
                change[min(months, high[step] // month)] -= fee
            if gain:
                gains.append((low[step] + net.days[step], gain))
            if pay:
                wait = net.days[step] + net.after[step]
                behind = wait if net.place[step] == THERE else -LATE
                incomes.append((low[step] + wait, pay, net.only_at[step], behind))
        for day, gain in gains:
            change[min(months, day // month + 1)] += gain
        return Sums(change, at_home, incomes)

    def _lasts(self, stay: Stay, sums: Sums, days: Days) -> bool:
        """Whether no month must end below nothing."""
        lasting, away = self.lasting, stay.away
        month, months = lasting.month, lasting.months
        change = list(sums.change)
        for latest, attends, fee in sums.at_home:
            change[min(months, min(latest, stay.until - attends) // month)] -= fee
        arrive, over = self._arrive(stay, days)
        come = min(months, max(away, -(-arrive // month)))
        settled = come if lasting.there <= lasting.transit else min(months, max(come, -(-over // month)))
        # What comes and goes every month, as changes in the month from which on it does.
        rates = [0] * (months + 1)
        rates[0] = -lasting.home
        rates[away] += lasting.home - lasting.transit
        rates[settled] += lasting.transit - lasting.there
        for day, pay, only, behind in sums.incomes:
            begin = min(months, -(-max(day, arrive + behind) // month))
            if only == ANY:
                rates[begin] += pay
            elif only == THERE:
                rates[max(begin, come)] += pay
            elif begin < away:
                rates[begin] += pay
                rates[away] -= pay
        left: Iterator[int] = accumulate(map(add, change, accumulate(rates)), initial=lasting.most)
        return min(islice(left, 1, months + 1)) >= 0

    def _arrive(self, stay: Stay, days: Days) -> tuple[int, int]:
        """First and last days of arriving."""
        net, there = self.net, self.there
        if there is None:
            travel, first, last = 0, max(self.lasting.soonest, stay.since), LATE
        else:
            travel = net.days[there]
            first, last = days.low[there] + travel, days.high[there] + travel
        if self.leave is not None and self.leave != there:
            travel += net.days[self.leave]
        if TRANSIT not in net.cost_of:
            # Whoever leaves is on the way for no longer than the way takes.
            last = min(last, stay.until + (self.lasting.longest if there is None else travel))
        return max(first, stay.since + travel), last
