"""The search behind the plans of a family: with what it has, else with the least that is lacking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import msgspec

from vyrai.reach import (
    Draft,
    Lived,
    Plan,
    Planned,
    Plans,
    Problem,
    Remedy,
    goes_on,
    live_through,
    named,
    plan_all,
    remedies,
    spent,
)

SKETCH = 1_000
"""So often a plan is lived through that may not be shown."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A sum without which a plan does not hold, and the first day on which some of it lacks; `first`: so much
    of it then; `whole`: the first day on which all of it does.
    """

    sum: int
    day: int
    first: int
    whole: int


@dataclass(frozen=True, slots=True)
class Told:
    """A plan as it is told, with its lives, if anybody looked, and what it lacks."""

    planned: Planned
    lived: Lived | None
    lacking: Lacking | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """plans: in the order in which they are told: the named ones, the best of those that take a little more
    money, then the others; where none holds, those that the least sum more makes. found: of the whole search;
    of its plans only those that need no more. without: what would make plans of the ways that have none.
    every: drafts and plans, for what is to be done first.
    """

    draft: Draft
    found: Plans
    plans: tuple[Told, ...]
    without: tuple[Remedy, ...]
    every: tuple[tuple[Draft, Plans], ...]


def search(
    drafted: Draft,
    risk: float,
    lives: int,
    seconds: float | None,
    tell: Callable[[str, int, int], None] | None,
) -> Searched:
    """Plans of every way. Whoever interrupts it gets what is proven so far."""
    found = plan_all(drafted, seconds, tell)
    without: tuple[Remedy, ...] = ()
    more: tuple[Told, ...] = ()
    richer: tuple[tuple[Draft, Plans], ...] = ()
    told = tuple(Told(one, None) for one in found.plans)
    try:
        lived = _lived(drafted, found, risk, lives, seconds)
        told = tuple(Told(one.planned, one) for one in lived)
        found = replace(found, plans=tuple(one.planned for one in lived))
        without = remedies(drafted, found.empty, seconds) if not found.left else ()
        found = replace(found, empty=tuple(way for way in found.empty if not goes_on(way, without)))
        more, richer = _more(drafted, found, without, risk, lives, seconds)
    except KeyboardInterrupt:
        found = replace(found, proven=False, sure=())
    if told and more:
        best = sum(bool(one.best) for one in found.plans)
        more = (replace(more[0], planned=replace(more[0].planned, best=())),)
        told = (*told[:best], *more, *told[best:])
    ways = {one.planned.way for one in more}
    return Searched(
        drafted,
        replace(found, empty=tuple(way for way in found.empty if way not in ways)),
        told or more,
        tuple(one for one in without if one.way not in ways),
        ((drafted, found), *richer),
    )


def _more(
    drafted: Draft,
    found: Plans,
    without: tuple[Remedy, ...],
    risk: float,
    lives: int,
    seconds: float | None,
) -> tuple[tuple[Told, ...], tuple[tuple[Draft, Plans], ...]]:
    """The plans with the least sum more; where others hold without, only if it is no more than a month of
    living.
    """
    least = min((one.sum for one in without if one.sum and one.only_sum), default=None)
    if least is None or (found.plans and least > drafted.living.monthly):
        return (), ()
    ways = {one.way for one in without if one.sum == least and one.only_sum}
    richer = msgspec.structs.replace(drafted.problem, savings=drafted.problem.savings + least)
    again = replace(drafted, problem=richer, ways=tuple(way for way in drafted.ways if way.key in ways))
    plans = plan_all(again, seconds)
    if plans.left or not plans.proven:
        return (), ()
    lived = _lived(again, plans, risk, lives, seconds)
    told = tuple(Told(one.planned, one, _lacking(drafted.problem, one.planned.plan, least)) for one in lived)
    return told, ((again, plans),)


def _lacking(problem: Problem, plan: Plan, least: int) -> Lacking:
    """When a plan takes more than there is, and when the most. least: the sum that it is told to lack."""
    free, bucket = problem.savings - problem.reserve, problem.buckets.money
    paid = (one.start for one in plan.steps)
    days = sorted({*range(0, problem.horizon, problem.month), *paid})
    short = {day: spent(problem, plan, day) - free for day in days}
    day = next((day for day in days if short[day] > 0), 0)
    whole = max(short, key=lambda one: short[one])  # the first of several
    return Lacking(least, day, min(least, max(1, -(-short[day] // bucket)) * bucket), whole)


def _lived(drafted: Draft, found: Plans, risk: float, lives: int, seconds: float | None) -> tuple[Lived, ...]:
    """Every plan in the order in which it is told, lived through: the named ones as often as asked.

    A plan that holds only with a reserve stands in the place of the one that does not. Only plans that keep
    the risk are named, unless none does.
    """
    every = live_through(drafted, found.plans, risk, min(lives, SKETCH), seconds)
    place = {id(one.planned.plan): number for number, one in enumerate(every)}
    sketched = _apart(every)
    holding = [one for one in sketched if one.holds]
    counted = any(_knows(one, "refused", "others") for one in holding)
    steady = [one.planned for one in sketched if one.holds or (holding and _may_hold(one, counted))]
    steady = steady or [one.planned for one in sketched]
    kept = {id(one.plan) for one in steady}
    order = [*named(steady), *(one.planned for one in sketched if id(one.planned.plan) not in kept)]
    best, others = [one for one in order if one.best and id(one.plan) in kept], list[Lived]()
    for one in order[len(best) :]:
        others.append(replace(sketched[place[id(one.plan)]], planned=replace(one, best=())))
    asked = tuple(replace(found.plans[place[id(one.plan)]], best=one.best) for one in best)
    return (*live_through(drafted, asked, risk, lives, seconds), *others)


def _apart(lived: Sequence[Lived]) -> list[Lived]:
    """Each plan once: what one was mended into may be another, which then stands for both."""
    first: dict[tuple[object, ...], Lived] = {}
    for one in sorted(lived, key=lambda one: one.instead):
        first.setdefault((one.planned.way, one.planned.plan.steps), one)
    kept = {id(one) for one in first.values()}
    return [one for one in lived if id(one) in kept]


def _may_hold(one: Lived, counted: bool) -> bool:
    """Whether only refusals break its risk, and nobody can say that they break it more surely than those of
    the plans that hold. counted: of one that holds every refusal is counted.
    """
    return one.keeps and (not counted or not _knows(one, "others"))


def _knows(one: Lived, *what: str) -> bool:
    return {*what}.isdisjoint({unknown for _, unknown in one.planned.unknown})
