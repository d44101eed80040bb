"""Money that a way locks, as on a blocked account: put aside with one step, given back by the month there; or
that has only to be shown: kept together from one step on, and free again once they are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, inf

from vyrai.law import WEEKS, Family, Purse, duration, locked_by, to_show
from vyrai.reach._making import THERE, Making
from vyrai.reach.problem import Income
from vyrai.rules.env import JUDGED
from vyrai.world import Route, World

LOCKED, BACK = "locked", "back"
"""Unknown of a step: how much it locks; how that comes back, so that in plans it does not."""


def lock(
    family: Family, world: World, purse: Purse, route: Route, key: str, steps: Mapping[str, Making]
) -> None:
    """Let the step of a route put its money aside: the most that it can be; where that has no end, the least,
    told so. Nothing is locked once the family says that it is judged to be needless.

    world: that of the day on which the route is asked for; key: of the route in the problem.
    """
    of = route.locks
    step = None if of is None else steps.get(f"{key}/{of.step}")
    if of is None or step is None or family.known.get(f"{JUDGED}{of.unless or ''}") == (True,):
        return
    if of.sum is None:
        _show(step, family, world, purse, route)
        return
    low, high = purse.fact(of.sum) or (0, inf)
    time = None if of.months is None else duration(world, of.months)
    months = 0 if time is None or time.hi == inf else ceil(time.hi / WEEKS["months"])
    step.locked = ceil(low if high == inf else high)
    if months and step.locked:
        step.income = Income(monthly=step.locked // months, after=1, only_at=THERE, months=months)
    more = high == inf or len(family.people["person"]) > 1  # It is that of who asks; the others add to it.
    step.unknown += [*([LOCKED] if more else []), *([] if months else [BACK])]
    step.facts += [*locked_by(route), *(() if of.months is None else (of.months,)), *of.facts]


def _show(step: Making, family: Family, world: World, purse: Purse, route: Route) -> None:
    """What the family itself must be able to show: of two sums that hang on what nobody knows the least."""
    of = route.locks
    assert of is not None
    low, high = to_show(purse.law, route, family, world, purse.currency, of.unless)
    if high == 0:
        return
    step.locked = low
    if low:
        step.income = Income(monthly=low, after=1, only_at=THERE, months=1)
    step.unknown += [LOCKED] if high == inf else []
    step.facts += [*locked_by(route), *of.facts]
