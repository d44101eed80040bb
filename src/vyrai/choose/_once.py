"""How often people like the family were refused, where that was counted too long ago to reckon with."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor

from vyrai.choose.step_on import OnceOn
from vyrai.law import Family
from vyrai.reach import DATED, Step, once
from vyrai.world import Route, World
from vyrai.world import Step as Described


def once_refused(
    world: World, family: Family, step: Step, told: Iterable[Described | Route | None]
) -> OnceOn | None:
    """What was counted, by what is told of the step, else of its route. None: nothing, or it counts today."""
    if DATED not in step.unknown:
        return None
    for of in told:
        found = None if of is None else once(family, world, of.outcomes)
        if found is not None:
            return OnceOn(least=floor(found.least), most=ceil(found.most), year=found.year)
    return None
