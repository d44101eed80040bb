"""No plan: the least changes that make one, each by itself, found with the same search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from vyrai.reach.draft import ENTER, LEFT, Draft
from vyrai.reach.problem import Front, Held, Plan, Problem, Step
from vyrai.reach.search import Search
from vyrai.reach.spent import most, spent
from vyrai.reach.ways import MARKS, only

HELP = "help"
"""The step by which somebody gives money."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change that makes a plan of a way: a sum more (by a day), a paper in hand, or more days."""

    way: str
    sum: int | None = None
    by_day: int | None = None
    paper: str | None = None
    days: int | None = None


class _Unsure(Exception):  # noqa: N818 -- a question that the time did not suffice for, no error
    """It is not proven that there is no plan."""


def remedies(draft: Draft, empty: Iterable[str], seconds: float | None = None) -> tuple[Remedy, ...]:
    """For each way that has no plan: the least sum and by when, each paper, or more time.

    A way of which the `seconds` for each question prove nothing has no remedy.
    """
    found: list[Remedy] = []
    for way in empty:
        try:
            found += _Remedies(only(draft.problem, way), way, seconds).found()
        except _Unsure:
            continue
    return tuple(sorted(found, key=lambda one: (one.sum is None, one.sum or 0, one.way, one.paper or "")))


class _Remedies:
    """What would make a plan of one way."""

    def __init__(self, problem: Problem, way: str, seconds: float | None) -> None:
        self.problem, self.way, self.seconds = problem, way, seconds

    def found(self) -> list[Remedy]:
        """A sum, if one suffices; else each paper that does, and more time."""
        money = self._money()
        if money is not None:
            return [Remedy(self.way, sum=money, by_day=self._latest(money))]
        found = [Remedy(self.way, paper=paper) for paper in self._papers()]
        longer = self._time()
        return found if longer is None else [*found, Remedy(self.way, days=longer)]

    def _has_plan(self, problem: Problem) -> bool:
        return self._any(problem) is not None

    def _any(self, problem: Problem) -> Plan | None:
        return next(iter(self._sure(Search(problem, self.seconds).some()).plans), None)

    def _soonest(self, problem: Problem) -> Plan | None:
        return next(iter(self._sure(Search(problem, self.seconds).optimum("weeks")).plans), None)

    @staticmethod
    def _sure(front: Front) -> Front:
        if not front.proven:
            raise _Unsure
        return front

    def _richer(self, by: int) -> Problem:
        return msgspec.structs.replace(self.problem, savings=self.problem.savings + by)

    def _money(self) -> int | None:
        """The least sum more, in whole buckets; None: no sum makes a plan."""
        problem, bucket = self.problem, self.problem.buckets.money
        whole = max(1, -(-(most(problem) - problem.savings) // bucket))
        plan = self._any(self._richer(bucket * whole))
        if plan is None:
            return None
        low, high = 0, min(whole, self._lacks(plan))
        middle = high - 1
        while high - low > 1:
            plan = self._any(self._richer(bucket * middle))
            if plan is None:
                low = middle
            else:
                high = min(middle, self._lacks(plan))
            middle = (low + high) // 2
        return bucket * high

    def _lacks(self, plan: Plan) -> int:
        """What a plan takes more than there is, in whole buckets, at least one."""
        problem = self.problem
        short = max(self._spent(plan, number) for number in range(problem.horizon // problem.month + 1))
        return max(1, -(-(short + problem.reserve - problem.savings) // problem.buckets.money))

    def _spent(self, plan: Plan, month: int) -> int:
        return spent(self.problem, plan, (month + 1) * self.problem.month - 1)

    def _latest(self, amount: int) -> int:
        """The last month, as its first day, in which the sum still lets the family be safe as soon as it
        would with the sum at once.
        """
        problem = self.problem
        months = problem.horizon // problem.month
        plan = self._soonest(self._richer(amount))
        assert plan is not None, "with this sum there is one"
        best = plan.bucketed["weeks"]
        # The plan itself needs the sum in the first month in which it takes more than there is.
        free = problem.savings - problem.reserve
        low = next((n for n in range(months) if self._spent(plan, n) > free), months - 1)
        high, middle = months, low + 1
        while high - low > 1:
            later = self._soonest(self._given(amount, middle * problem.month))
            if later is not None and later.bucketed["weeks"] == best:
                low = middle
            else:
                high = middle
            middle = (low + high) // 2
        return low * problem.month

    def _given(self, amount: int, day: int) -> Problem:
        """The problem in which somebody gives the sum just before a day."""
        given = Step(
            id=HELP,
            yields=(HELP,),
            days=(0, 0, 0),
            gain=amount,
            extra=True,
            windows=((day - 1, day - 1),),
        )
        return msgspec.structs.replace(self.problem, steps=(*self.problem.steps, given))

    def _papers(self) -> list[str]:
        """Papers each of which, were it in hand, would make a plan."""
        problem = self.problem
        asked = {paper for step in problem.steps for paper in step.needs if ":" not in paper}
        own = asked - {ENTER, LEFT, *MARKS}
        return [
            paper
            for paper in sorted(own - {one.paper for one in problem.has})
            if self._has_plan(msgspec.structs.replace(problem, has=(*problem.has, Held(paper=paper))))
        ]

    def _time(self) -> int | None:
        """Days by which a later end makes a plan, in whole months; None: no time helps."""
        problem = self.problem
        for months in (6, 12, 24):
            days = months * problem.month
            steps = tuple(_later(step, days) for step in problem.steps)
            if self._has_plan(msgspec.structs.replace(problem, steps=steps, horizon=problem.horizon + days)):
                return days
        return None


def _later(step: Step, days: int) -> Step:
    """A step whose window ends with the plan, for a plan that ends later."""
    if MARKS.isdisjoint(step.yields):
        return step
    windows = tuple((first, last + days) for first, last in step.windows)
    return msgspec.structs.replace(step, windows=windows)
