"""Whether a price that a plan reckons with is known to hold on the day on which it is paid."""

from __future__ import annotations

from datetime import date

from vyrai.law import locked_by
from vyrai.reach import Step
from vyrai.world import Route, World
from vyrai.world import Step as Described


def may_differ(world: World, step: Step, described: Described | None, route: Route | None, on: date) -> bool:
    """Whether on that day a fee of the step, or what it locks, has another figure or is known no longer. That
    somebody saw it long ago by then is no change.
    """
    names = {*(() if described is None else described.costs), *(() if route is None else route.fees)}
    names.update(() if route is None else locked_by(route))
    return any(_differs(world, name, on) for name in names.intersection(step.facts))


def _differs(world: World, name: str, on: date) -> bool:
    today, then = world.value(name), world.at(on).value(name)
    if today.why is not None:
        return False
    if then.why is not None:
        return then.why == "not_known_in_force"
    return then.alternatives != today.alternatives
