"""Whether money can last, whatever the month of leaving: a bound over all schedules of a choice of steps.

Each month of leaving is looked at by itself: until then the family lives at home, from then on elsewhere, and
what is done at home is paid for by then. So is each month in which the largest pay begins: what must be done
for it is paid for before. Else fees fall due as late as they may, and money comes as soon as it may.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, islice
from operator import add
from typing import NamedTuple

from vyrai.reach._net import HOME, LATE, THERE, TRANSIT, Net

Gifts = tuple[list[tuple[int, int]], list[tuple[int, int, int, int]]]
"""(day, sum) and (day since, sum every month, only at, how often) of steps that may still be chosen."""


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

    change: by the month, what is paid and what is gained. at_home: (last day, days attended, fee) of what is
    paid at home at the latest when the family leaves, while no move is chosen. incomes: (day since, sum a
    month, only at, how often, days behind the arrival).
    """

    change: list[int]
    at_home: list[tuple[int, int, int]]
    incomes: list[tuple[int, int, int, int, int]]


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


class Asked:
    """Whether the money of a choice of steps can last. leave, there: the moves chosen; gifts: what steps not
    chosen yet might bring.
    """

    def __init__(
        self, lasting: Lasting, steps: list[int], leave: int | None, there: int | None, gifts: Gifts
    ) -> None:
        self.lasting, self.net = lasting, lasting.net
        self.leave, self.there = leave, there
        self._sort(steps)
        earners = (step for step, *_ in self.pays)
        self.earner = max(earners, key=self.net.income.__getitem__, default=None)
        self.given = [0] * (lasting.months + 2)
        for day, gain in gifts[0]:
            self.given[min(lasting.months, day // lasting.month + 1)] += gain
        self.incomes = [(*gift, -LATE) for gift in gifts[1]]
        self.shifts = not any(self.net.windows[step] for step in steps)
        """Whether what follows the leaving is as many days later as that is: no step opens at times only."""

    def _sort(self, steps: list[int]) -> None:
        """What of their money is the same on any day."""
        net = self.net
        self.at_home: list[tuple[int, int, int]] = []
        """step, days attended, fee"""
        self.fees: list[tuple[int, int]] = []
        """step, fee"""
        self.gains: list[tuple[int, int, int]] = []
        """step, days until the sum comes, sum"""
        self.pays: list[tuple[int, int, tuple[int, int, int, int]]] = []
        """step, days until it pays, and how: sum a month, only at, how often, days behind the arrival"""
        for step in steps:
            fee = net.paid[step]
            if fee and self.leave is None and net.place[step] == HOME:
                self.at_home.append((step, net.attends[step], fee))
            elif fee:
                self.fees.append((step, fee))
            if net.gain[step]:
                self.gains.append((step, net.days[step], net.gain[step]))
            if net.income[step]:
                wait = net.days[step] + net.after[step]
                behind = wait if net.place[step] == THERE else -LATE
                how = net.income[step], net.only_at[step], net.months[step], behind
                self.pays.append((step, wait, how))

    def some(self, days: Days, settle: Settle, lacking: set[int]) -> bool:
        """Whether for some month of leaving no month must end below nothing. lacking: months of leaving for
        which one must, here and whatever is chosen further; those found are added.
        """
        leave = self.leave
        return self._staying(days) if leave is None else self._leaving(leave, days, settle, lacking)

    def _staying(self, days: Days) -> bool:
        """Whether money lasts for a month of leaving, where no move is chosen yet."""
        sums = self._sums(days)
        first = 0 if self.lasting.soonest < LATE else LATE
        stays = (self._stay(away, first, LATE) for away in self._months(first, LATE))
        return any(not self._short(stay, sums, days) for stay in stays)

    def _leaving(self, leave: int, loose: Days, settle: Settle, lacking: set[int]) -> bool:
        """Whether money lasts for a month of leaving, with days settled for it."""
        first, last = loose.low[leave], loose.high[leave]
        for away in self._months(first, last):
            if away in lacking:
                continue
            stay = self._stay(away, first, last)
            days = settle(leave, stay.since, stay.until, loose)
            till: int | None = away
            if days is not None:
                till = self._short_till(stay, days, loose)
                if till is None:
                    till = self._closer(stay, days, loose, settle)
            if till is None:
                return True
            lacking.update(range(away, till + 1))
        return False

    def _months(self, first: int, last: int) -> range:
        """Every month of leaving between two days."""
        month, months = self.lasting.month, self.lasting.months
        return range(min(months, -(-first // month)), min(months, -(-last // month)) + 1)

    def _stay(self, away: int, first: int, last: int) -> Stay:
        month = self.lasting.month
        until = last if away == self.lasting.months else min(last, away * month)
        return Stay(away, max(first, (away - 1) * month + 1, 0), until)

    def _closer(self, stay: Stay, days: Days, loose: Days, settle: Settle) -> int | None:
        """The last month of leaving for which money must be short whenever the first pay begins, if it is for
        this one; None: it need not be.
        """
        earner = self.earner
        if earner is None:
            return None
        month = self.lasting.month
        wait = self.net.days[earner] + self.net.after[earner]
        since, high = days.low[earner], days.high[earner]
        till = self.lasting.months
        while True:
            # The last day of the month in which pay begins if the step starts on the first.
            until = min(high, -(-(since + wait) // month) * month - wait)
            both = settle(earner, since, until, days)
            short = None if both is None else self._short_till(stay, both, loose)
            if short is None:
                return None
            till, since = min(till, short), until + 1
            later = settle(earner, since, high, days)
            if later is None:
                return till
            short = self._short_till(stay, later, loose)
            if short is not None:
                return min(till, short)

    def _sums(self, days: Days) -> Sums:
        month, (low, high) = self.lasting.month, days
        change = list(self.given)
        for step, fee in self.fees:
            change[high[step] // month] -= fee
        for step, takes, gain in self.gains:
            change[(low[step] + takes) // month + 1] += gain
        at_home = [(high[step], attends, fee) for step, attends, fee in self.at_home]
        incomes = [(low[step] + wait, *how) for step, wait, how in self.pays]
        return Sums(change, at_home, self.incomes + incomes)

    def _short(self, stay: Stay, sums: Sums, days: Days) -> int:
        """The first month that must end below nothing, counted from one; 0: none must."""
        lasting, away = self.lasting, stay.away
        month, months = lasting.month, lasting.months
        change = list(sums.change)
        for latest, attends, fee in sums.at_home:
            last = stay.until - attends
            change[(latest if latest < last else last) // month] -= fee
        arrive, over = self._arrive(stay, days)
        come = min(months, max(away, -(-arrive // month)))
        settled = come if lasting.there <= lasting.transit else min(months, max(come, -(-over // month)))
        # What comes and goes every month, as changes in the month from which on it does.
        rates = [0] * (months + 1)
        rates[0] = -lasting.home
        rates[away] += lasting.home - lasting.transit
        rates[settled] += lasting.transit - lasting.there
        for day, pay, only, times, behind in sums.incomes:
            begin = min(months, -(-max(day, arrive + behind) // month))
            begin = max(begin, come) if only == THERE else begin
            # After the last pay, or when the family is no longer where it is paid.
            over = max(begin, min(begin + times, away if only == HOME else months))
            rates[begin] += pay
            rates[over] -= pay
        left = list(accumulate(map(add, islice(change, months), accumulate(rates)), initial=lasting.most))
        if min(left[1:]) >= 0:
            return 0
        return next(ended for ended in range(1, months + 1) if left[ended] < 0)

    def _short_till(self, stay: Stay, days: Days, loose: Days) -> int | None:
        """The last month of leaving for which money must be short, if for this one; None: it need not be."""
        sums = self._sums(days)
        short = self._short(stay, sums, days)
        if not short:
            return None
        later = self._lacking_later(stay, short, sums, days, loose)
        return stay.away + self.lasting.months - short if later else stay.away

    def _lacking_later(self, stay: Stay, short: int, sums: Sums, days: Days, loose: Days) -> bool:
        """Whether whoever leaves so many months later lacks money as many months later.

        They live at home for as many months more and may pay everything as many later, no more; and what pays
        begins as many later where it follows the leaving. So what a month lacks is lacking as many months on,
        unless what does not follow pays more than life at home costs.
        """
        lasting, away, there = self.lasting, stay.away, self.there
        month, months = lasting.month, lasting.months
        if not self.shifts or stay.since != (away - 1) * month + 1 or any(self.given[short:]):
            return False
        if any((days.low[step] + takes) // month + 1 >= short for step, takes, _ in self.gains):
            return False
        arrive, _ = self._arrive(stay, days)
        follows = arrive > lasting.soonest if there is None else days.low[there] > loose.low[there]
        come = max(away, -(-arrive // month))
        if come > away and not follows and lasting.there <= lasting.transit:
            return False
        loosely = 0
        steps = [None] * len(self.incomes) + [step for step, *_ in self.pays]
        for step, (day, pay, only, _, behind) in zip(steps, sums.incomes, strict=True):
            later = day if step is not None and days.low[step] > loose.low[step] else -LATE
            bound = -(-max(later, arrive + behind if follows else -LATE) // month)
            begin = min(months, -(-max(day, arrive + behind) // month))
            if only == THERE:
                bound, begin = max(bound, come if follows else away), max(begin, min(months, come))
            if bound < begin < months:
                loosely += pay
        return loosely <= lasting.home

    def _arrive(self, stay: Stay, days: Days) -> tuple[int, int]:
        """First and last days of arriving."""
        lasting, net, there = self.lasting, self.net, self.there
        if there is not None:
            return days.low[there] + net.days[there], days.high[there] + net.days[there]
        travel = 0 if self.leave is None else net.days[self.leave]
        # Whoever leaves is on the way for no longer than the way takes, if there is no place to wait.
        last = LATE if TRANSIT in net.cost_of else stay.until + lasting.longest
        return max(lasting.soonest, stay.since + travel), last
