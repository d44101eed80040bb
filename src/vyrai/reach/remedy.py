"""No plan: the least changes that make one, each by itself, found with the same search."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from vyrai.reach.draft import Draft
from vyrai.reach.problem import Held, Problem, Step
from vyrai.reach.search import Search
from vyrai.reach.ways import only

MOST_BUCKETS = 1024
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


def remedies(draft: Draft, seconds: float | None = None) -> tuple[Remedy, ...]:
    """For each way without a plan: the least sum and by when, each paper, or more time."""
    found: list[Remedy] = []
    for way in [one.key for one in draft.ways]:
        problem = only(draft.problem, way)
        if _has_plan(problem, seconds):
            continue
        money = _money(problem, seconds)
        if money is not None:
            found.append(Remedy(way, sum=money, by_day=_latest(problem, money, seconds)))
            continue
        found += [Remedy(way, paper=paper) for paper in _papers(problem, seconds)]
        longer = _time(problem, seconds)
        if longer is not None:
            found.append(Remedy(way, days=longer))
    return tuple(sorted(found, key=lambda one: (one.sum is None, one.sum or 0, one.way, one.paper or "")))


def _has_plan(problem: Problem, seconds: float | None) -> bool:
    return bool(Search(problem, seconds).some().plans)


def _richer(problem: Problem, by: int) -> Problem:
    return msgspec.structs.replace(problem, savings=problem.savings + by)


def _money(problem: Problem, seconds: float | None) -> int | None:
    """The least sum more, in whole buckets; None: no sum makes a plan."""
    bucket = problem.buckets.money
    if not _has_plan(_richer(problem, bucket * MOST_BUCKETS), seconds):
        return None
    low, high = 0, 1
    while not _has_plan(_richer(problem, bucket * high), seconds):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if _has_plan(_richer(problem, bucket * middle), seconds):
            high = middle
        else:
            low = middle
    return bucket * high


def _latest(problem: Problem, amount: int, seconds: float | None) -> int:
    """The last month, as its first day, in which the sum still makes a plan."""
    month = problem.month
    low, high = 0, problem.horizon // month
    while high - low > 1:
        middle = (low + high) // 2
        day = middle * month
        given = Step(
            id=HELP,
            yields=(HELP,),
            days=(0, 0, 0),
            gain=amount,
            extra=True,
            windows=((max(0, day - 1), day - 1),),
        )
        later = msgspec.structs.replace(problem, steps=(*problem.steps, given))
        if _has_plan(later, seconds):
            low = middle
        else:
            high = middle
    return low * month


def _papers(problem: Problem, seconds: float | None) -> list[str]:
    """Papers each of which, were it in hand, would make a plan; those that make others of them needless
    first.
    """
    own = {paper for step in problem.steps for paper in step.needs if ":" not in paper}
    held = {one.paper for one in problem.has}
    return [
        paper
        for paper in sorted(own - held)
        if _has_plan(msgspec.structs.replace(problem, has=(*problem.has, Held(paper=paper))), seconds)
    ]


def _time(problem: Problem, seconds: float | None) -> int | None:
    """Days by which a later end makes a plan, in whole months; None: no time helps."""
    for months in (6, 12, 24):
        days = months * problem.month
        if _has_plan(msgspec.structs.replace(problem, horizon=problem.horizon + days), seconds):
            return days
    return None
