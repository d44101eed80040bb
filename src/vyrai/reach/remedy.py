"""No plan: the least changes that make one, found with the same search.

First each change by itself: a sum, a paper, more time. Where none suffices, the fewest together: what is not
needed is taken back one after the other, so no part of what is left can be spared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec

from vyrai.reach._drafted import ENTER, FREE, LEFT, SAVED, Draft
from vyrai.reach._net import Net
from vyrai.reach.problem import Front, Held, Plan, Problem, Step
from vyrai.reach.search import Search
from vyrai.reach.spent import most, spent
from vyrai.reach.ways import MARKS, only

HELP = "help"
"""The step by which somebody gives money."""
LONGEST = 24
"""Months more that are tried at the most."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Changes that make a plan of a way, all of them together: a sum more (by a day), papers in hand, days
    more, or to be in the country already, on another paper (inside: the steps that are done there before the
    way gives its own; None: not needed).
    """

    way: str
    sum: int | None = None
    by_day: int | None = None
    papers: tuple[str, ...] = ()
    days: int | None = None
    inside: tuple[str, ...] | None = None

    @property
    def only_sum(self) -> bool:
        """Whether the sum suffices by itself."""
        return self.sum is not None and not self.papers and self.days is None and self.inside is None


class _Unsure(Exception):  # noqa: N818 -- a question that the time did not suffice for, no error
    """It is not proven that there is no plan."""


def remedies(draft: Draft, empty: Iterable[str], seconds: float | None = None) -> tuple[Remedy, ...]:
    """For each way that has no plan: the least sum and by when; else each paper, or the least time; else the
    fewest of them together. A way has no remedy where not even all of them make a plan, where the `seconds`
    for each question prove nothing, and where it goes on from one that can only be asked for inside.
    """
    found: list[Remedy] = []
    for way in sorted(empty, key=len):
        if goes_on(way, found):
            continue
        try:
            found += _Remedies(only(draft.problem, way), way, seconds).found()
        except _Unsure:
            continue
    return tuple(sorted(found, key=lambda one: (one.sum is None, one.sum or 0, one.way, one.papers)))


def goes_on(way: str, found: Iterable[Remedy]) -> bool:
    """Whether a way begins with another that can only be asked for by who is in the country already."""
    return any(one.inside is not None and way.endswith(f"@{one.way}") for one in found)


class _Remedies:
    """What would make a plan of one way."""

    def __init__(self, problem: Problem, way: str, seconds: float | None) -> None:
        self.problem, self.way, self.seconds = problem, way, seconds
        self.lacking = lacking(problem)
        self._net: Net | None = None

    def found(self) -> list[Remedy]:
        """A sum, if one suffices; else each paper that does, and more time; else some of them together."""
        rich = self._any(_rich(self.problem))
        if rich is not None:
            money = self._sum(self.problem, rich)
            return [Remedy(self.way, sum=money, by_day=self._latest(self.problem, money))]
        found = [
            Remedy(self.way, papers=(paper,))
            for paper in self.lacking
            if self._has_plan(holding(self.problem, (paper,)))
        ]
        if self._has_plan(_longer(self.problem, self._most_days())):
            found.append(Remedy(self.way, days=self._days(self.problem, _as_it_is)))
        return found or self._together()

    def _together(self) -> list[Remedy]:
        """The fewest changes that make a plan together; none, where all of them do not."""
        most = _longer(self.problem, self._most_days())
        entry: list[str] = []
        if not self._has_plan(_rich(holding(most, self.lacking))):
            entry = [ENTER, LEFT]
            if not self._has_plan(_rich(holding(most, [*self.lacking, *entry]))):
                return []
        # Time is taken back first, for a family has the least of it; then money, then papers one by one.
        longer = not self._has_plan(_rich(holding(self.problem, [*self.lacking, *entry])))
        within = most if longer else self.problem
        rich = not self._has_plan(holding(within, [*self.lacking, *entry]))
        enough = _rich if rich else _as_it_is
        papers = self.lacking
        for paper in self.lacking:
            others = [one for one in papers if one != paper]
            if self._has_plan(enough(holding(within, [*others, *entry]))):
                papers = others
        least = holding(self.problem, [*papers, *entry])
        days = self._days(least, enough) if longer else None
        least = least if days is None else _longer(least, days)
        money = self._sum(least, self._any(_rich(least))) if rich else None
        plan = self._any(least if money is None else _richer(least, money))
        assert plan is not None, "what was taken back was not needed"
        by_day = None if money is None else self._latest(least, money)
        inside = self._inside(plan) if entry else None
        return [Remedy(self.way, money, by_day, tuple(papers), days, inside)]

    def _inside(self, plan: Plan) -> tuple[str, ...]:
        """The steps of a plan that are done there before the way gives the paper to come in."""
        steps = {step.id: step for step in self.problem.steps}
        there = self.problem.places[-1].id
        before = [one.step for one in plan.steps if ENTER in steps[one.step].yields]
        for one in before:  # it grows by what each step waits for
            before += [use.made_by for use in plan.uses if use.step == one and use.made_by is not None]
        return tuple(one.step for one in plan.steps if one.step in before and steps[one.step].place == there)

    # ------------------------------------------------------------------ questions to the search
    def _has_plan(self, problem: Problem) -> bool:
        return self._any(problem) is not None

    def _any(self, problem: Problem) -> Plan | None:
        return next(iter(self._sure(self._search(problem).some()).plans), None)

    def _soonest(self, problem: Problem) -> Plan | None:
        return next(iter(self._sure(self._search(problem).optimum("weeks")).plans), None)

    def _search(self, problem: Problem) -> Search:
        self._net = Net.like(problem, self._net)
        return Search(problem, self.seconds, net=self._net)

    @staticmethod
    def _sure(front: Front) -> Front:
        if not front.proven:
            raise _Unsure
        return front

    # ------------------------------------------------------------------ how much of a change
    def _sum(self, problem: Problem, plan: Plan | None) -> int:
        """The least sum more, in whole buckets, of a problem that has a plan with enough: this one."""
        bucket = problem.buckets.money
        assert plan is not None, "with enough there is one"
        low, high = 0, self._lacks(problem, plan)
        middle = high - 1
        while high - low > 1:
            plan = self._any(_richer(problem, bucket * middle))
            if plan is None:
                low, middle = middle, (middle + high) // 2
                continue
            # What is just not enough takes longest to prove: it is asked as seldom as may be.
            before, high = high, min(middle, self._lacks(problem, plan))
            middle = (low + high) // 2 if before - high == 1 else high - 1
        return bucket * high

    @staticmethod
    def _lacks(problem: Problem, plan: Plan) -> int:
        """What a plan takes more than there is, in whole buckets, at least one."""
        months = range(problem.horizon // problem.month + 1)
        short = max(_spent(problem, plan, number) for number in months)
        return max(1, -(-(short + problem.reserve - problem.savings) // problem.buckets.money))

    def _latest(self, problem: Problem, amount: int) -> int:
        """The last month, as its first day, in which the sum still lets the family be safe as soon as it
        would with the sum at once.
        """
        months = problem.horizon // problem.month
        plan = self._soonest(_richer(problem, amount))
        assert plan is not None, "with this sum there is one"
        best = plan.bucketed["weeks"]
        # The plan itself needs the sum in the first month in which it takes more than there is.
        free = problem.savings - problem.reserve
        low = next((n for n in range(months) if _spent(problem, plan, n) > free), months - 1)
        high, middle = months, low + 1
        while high - low > 1:
            later = _given(problem, amount, middle * problem.month)
            if self._has_plan(_safe_by(later, (best + 1) * problem.buckets.weeks - 1)):
                low = middle
            else:
                high = middle
            middle = (low + high) // 2
        return low * problem.month

    def _most_days(self) -> int:
        return LONGEST * self.problem.month

    def _days(self, problem: Problem, enough: Callable[[Problem], Problem]) -> int:
        """The fewest days more, in whole buckets of weeks, of a problem that has a plan with the most.
        enough: what else it is given.
        """
        bucket = problem.buckets.weeks
        plan = self._any(enough(_longer(problem, self._most_days())))
        assert plan is not None, "with the most days there is one"
        low, high = 0, max(1, -(-_beyond(problem, plan) // bucket))
        while high - low > 1:
            plan = self._any(enough(_longer(problem, bucket * (high - 1))))
            if plan is None:
                low = high - 1
            else:
                high = min(high - 1, max(low + 1, -(-_beyond(problem, plan) // bucket)))
        return bucket * high


def _richer(problem: Problem, by: int) -> Problem:
    return msgspec.structs.replace(problem, savings=problem.savings + by)


def _as_it_is(problem: Problem) -> Problem:
    return problem


def _rich(problem: Problem) -> Problem:
    """The problem with so much saved that money binds no plan."""
    return msgspec.structs.replace(problem, savings=max(problem.savings, most(problem)))


def lacking(problem: Problem) -> list[str]:
    """The papers that steps ask for and that are not in hand for good."""
    asked = {paper for step in problem.steps for paper in step.needs if ":" not in paper}
    return sorted(
        asked - {ENTER, FREE, LEFT, SAVED, *MARKS} - {one.paper for one in problem.has if one.until is None}
    )


def holding(problem: Problem, papers: Iterable[str]) -> Problem:
    """The problem in which these papers are in hand too, without end."""
    held = {one.paper: one for one in problem.has} | {paper: Held(paper=paper) for paper in papers}
    return msgspec.structs.replace(problem, has=tuple(held.values()))


def _given(problem: Problem, amount: int, day: int) -> Problem:
    """The problem in which somebody gives a sum just before a day."""
    given = Step(
        id=HELP, yields=(HELP,), days=(0, 0, 0), gain=amount, extra=True, windows=((day - 1, day - 1),)
    )
    return msgspec.structs.replace(problem, steps=(*problem.steps, given))


def _safe_by(problem: Problem, day: int) -> Problem:
    """The problem in which the paper of safety must be there by a day."""
    steps = []
    for step in problem.steps:
        if problem.safe in step.yields:
            last = day - step.days[1]
            open_ = step.windows or ((0, last),)
            # A window that opens too late is none; the soonest plan starts in one that does not.
            windows = tuple((first, min(until, last)) for first, until in open_ if first <= last)
            step = msgspec.structs.replace(step, windows=windows)
        steps.append(step)
    return msgspec.structs.replace(problem, steps=tuple(steps))


def _longer(problem: Problem, days: int) -> Problem:
    """The problem that ends so many days later."""
    steps = tuple(_later(step, days) for step in problem.steps)
    return msgspec.structs.replace(problem, steps=steps, horizon=problem.horizon + days)


def _beyond(problem: Problem, plan: Plan) -> int:
    """By how many days a plan is longer than the problem lets it be."""
    steps = {step.id: step for step in problem.steps}
    late = [one.end - problem.horizon for one in plan.steps]
    for one in plan.steps:
        windows = steps[one.step].windows if not MARKS.isdisjoint(steps[one.step].yields) else ()
        late += [one.start - max(last for _, last in windows)] if windows else []
    return max(late)


def _later(step: Step, days: int) -> Step:
    """A step whose window ends with the plan, for a plan that ends later."""
    if MARKS.isdisjoint(step.yields):
        return step
    windows = tuple((first, last + days) for first, last in step.windows)
    return msgspec.structs.replace(step, windows=windows)


def _spent(problem: Problem, plan: Plan, month: int) -> int:
    return spent(problem, plan, (month + 1) * problem.month - 1)
