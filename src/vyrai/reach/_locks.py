"""Money that a way locks, as on a blocked account: put aside with one step, given back by the month there."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, inf

from vyrai.law import WEEKS, Family, Purse, duration
from vyrai.reach._making import THERE, Making
from vyrai.reach.problem import Income
from vyrai.rules.env import JUDGED
from vyrai.world import Locks, World

LOCKED, BACK = "locked", "back"
"""Unknown of a step: how much it locks; how that comes back, so that in plans it does not."""


def lock(
    family: Family, world: World, purse: Purse, of: Locks | None, key: str, steps: Mapping[str, Making]
) -> None:
    """Let the step of a route put its money aside: the most that it can be; where that has no end, the least,
    told so. Nothing is locked once the family says that it is judged to be needless.

    world: that of the day on which the route is asked for; key: of the route in the problem.
    """
    step = None if of is None else steps.get(f"{key}/{of.step}")
    if of is None or step is None or family.known.get(f"{JUDGED}{of.unless or ''}") == (True,):
        return
    low, high = purse.fact(of.sum) or (0, inf)
    time = None if of.months is None else duration(world, of.months)
    months = 0 if time is None or time.hi == inf else ceil(time.hi / WEEKS["months"])
    step.locked = ceil(low if high == inf else high)
    if months and step.locked:
        step.income = Income(monthly=step.locked // months, after=0, only_at=THERE, months=months)
    more = high == inf or len(family.people["person"]) > 1  # It is that of who asks; the others add to it.
    step.unknown += [*([LOCKED] if more else []), *([] if months else [BACK])]
    step.facts += [of.sum, *(() if of.months is None else (of.months,)), *of.facts]
