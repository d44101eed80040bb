"""No plan: the least changes that make one, each by itself, found with the same search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from vyrai.reach.draft import ENTER, LEFT, Draft
from vyrai.reach.problem import Front, Held, Problem, Step
from vyrai.reach.search import Search
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
        return bool(self._sure(Search(problem, self.seconds).some()).plans)

    def _soonest(self, problem: Problem) -> int | None:
        """The bucket of the soonest safety."""
        plans = self._sure(Search(problem, self.seconds).optimum("weeks")).plans
        return plans[0].bucketed["weeks"] if plans else None

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
        months = problem.horizon // problem.month + 1
        whole = sum(step.fee for step in problem.steps) + months * max(one.monthly for one in problem.places)
        low, high = 0, max(1, -(-(whole + problem.reserve - problem.savings) // bucket))
        if not self._has_plan(self._richer(bucket * high)):
            return None
        while high - low > 1:
            middle = (low + high) // 2
            if self._has_plan(self._richer(bucket * middle)):
                high = middle
            else:
                low = middle
        return bucket * high

    def _latest(self, amount: int) -> int:
        """The last month, as its first day, in which the sum still lets the family be safe as soon as it
        would with the sum at once.
        """
        month = self.problem.month
        best = self._soonest(self._richer(amount))
        low, high = 0, self.problem.horizon // month
        while high - low > 1:
            middle = (low + high) // 2
            if self._soonest(self._given(amount, middle * month)) == best:
                low = middle
            else:
                high = middle
        return low * month

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
