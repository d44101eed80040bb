"""The search behind the plans of a family: with what it has, else with the least that is lacking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import msgspec

from vyrai.reach import Draft, Lived, Plans, Remedy, live_through, named, plan_all, remedies

SKETCH = 1_000
"""So often a plan is lived through that may not be shown."""


@dataclass(frozen=True, slots=True)
class Searched:
    """Plans of a draft, each lived through in the same order. without: what would make plans of the ways that
    have none. lacking: the draft has so much more savings than the family, for without it there was no plan.
    """

    draft: Draft
    found: Plans
    lived: tuple[Lived, ...]
    without: tuple[Remedy, ...]
    lacking: Remedy | None

    @property
    def more(self) -> int:
        """The sum that is lacking; 0: none."""
        return 0 if self.lacking is None else self.lacking.sum or 0


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
    lacking: Remedy | None = None
    try:
        lived = _lived(drafted, found, risk, lives, seconds)
        without = remedies(drafted, found.empty, seconds) if not found.left else ()
        lacking = next((one for one in without if one.sum is not None), None) if not found.plans else None
        if lacking is not None:
            drafted = _richer(drafted, lacking.sum or 0)
            found = plan_all(drafted, seconds, tell)
            lived = _lived(drafted, found, risk, lives, seconds)
            without = tuple(one for one in without if one.way in found.empty)
        found = replace(found, plans=tuple(one.planned for one in lived))
    except KeyboardInterrupt:
        found = replace(found, proven=False)
    return Searched(drafted, found, lived, without, lacking)


def _richer(drafted: Draft, by: int) -> Draft:
    problem = msgspec.structs.replace(drafted.problem, savings=drafted.problem.savings + by)
    return replace(drafted, problem=problem)


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
