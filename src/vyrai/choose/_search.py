"""The search behind the plans of a family: with what it has, else with the least that is lacking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from vyrai.reach import Draft, Lived, Planned, Plans, Remedy, live_through, named, plan_all, remedies

SKETCH = 1_000
"""So often a plan is lived through that may not be shown."""


@dataclass(frozen=True, slots=True)
class More:
    """Plans of the ways for which least is lacking, of a draft with so much more savings."""

    draft: Draft
    found: Plans
    lived: tuple[Lived, ...]
    lacking: Remedy


@dataclass(frozen=True, slots=True)
class Searched:
    """Plans of a draft, each lived through in the same order. without: what would make plans of the ways that
    have none. more: what a little more money would make, or whatever it takes where nothing holds without.
    """

    draft: Draft
    found: Plans
    lived: tuple[Lived, ...]
    without: tuple[Remedy, ...]
    more: More | None

    def plans(self) -> list[tuple[Planned, Lived | None, Remedy | None]]:
        """In the order in which they are told, each with its lives, if any, and what it lacks: the named
        ones, the best of those with more money, then the others.
        """
        own = [
            (one, self.lived[at] if at < len(self.lived) else None, None)
            for at, one in enumerate(self.found.plans)
        ]
        if self.more is None:
            return [*own]
        further = [(one.planned, one, self.more.lacking) for one in self.more.lived]
        if not own:
            return [*further]
        best = sum(bool(one.best) for one in self.found.plans)
        (planned, lived, lacking) = further[0]
        return [*own[:best], (replace(planned, best=()), lived, lacking), *own[best:]]


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
    lived: tuple[Lived, ...] = ()
    more: More | None = None
    try:
        lived = _lived(drafted, found, risk, lives, seconds)
        found = replace(found, plans=tuple(one.planned for one in lived))
        without = remedies(drafted, found.empty, seconds) if not found.left else ()
        more = _more(drafted, found, without, risk, lives, seconds)
    except KeyboardInterrupt:
        found = replace(found, proven=False)
    if more is not None:
        shown = {way.key for way in more.draft.ways}
        found = replace(found, empty=tuple(way for way in found.empty if way not in shown))
        without = tuple(one for one in without if one.way not in shown)
    return Searched(drafted, found, lived, without, more)


def _more(
    drafted: Draft,
    found: Plans,
    without: tuple[Remedy, ...],
    risk: float,
    lives: int,
    seconds: float | None,
) -> More | None:
    """The plans with the least sum more; where others hold without, only if it is no more than a month of
    living.
    """
    lacking = next((one for one in without if one.sum is not None), None)
    if lacking is None or lacking.sum is None:
        return None
    if found.plans and lacking.sum > drafted.living.monthly:
        return None
    ways = {one.way for one in without if one.sum == lacking.sum}
    richer = msgspec.structs.replace(drafted.problem, savings=drafted.problem.savings + lacking.sum)
    again = replace(drafted, problem=richer, ways=tuple(way for way in drafted.ways if way.key in ways))
    plans = plan_all(again, seconds)
    return More(again, plans, _lived(again, plans, risk, lives, seconds), lacking)


def _lived(drafted: Draft, found: Plans, risk: float, lives: int, seconds: float | None) -> tuple[Lived, ...]:
    """Every plan in the order in which it is told, lived through: the named ones as often as asked.

    A plan that holds only with a reserve stands in the place of the one that does not. Only plans that keep
    the risk are named, unless none does.
    """
    sketched = live_through(drafted, found.plans, risk, min(lives, SKETCH), seconds)
    place = {id(one.planned.plan): number for number, one in enumerate(sketched)}
    steady = [one.planned for one in sketched if one.holds] or [one.planned for one in sketched]
    kept = {id(one.plan) for one in steady}
    order = [*named(steady), *(one.planned for one in sketched if id(one.planned.plan) not in kept)]
    best, others = [one for one in order if one.best and id(one.plan) in kept], list[Lived]()
    for one in order[len(best) :]:
        others.append(replace(sketched[place[id(one.plan)]], planned=replace(one, best=())))
    asked = tuple(replace(found.plans[place[id(one.plan)]], best=one.best) for one in best)
    return (*live_through(drafted, asked, risk, lives, seconds), *others)
