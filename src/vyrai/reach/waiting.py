"""How long a plan waits for no other reason than that its money must last."""

from __future__ import annotations

from msgspec.structs import replace

from vyrai.reach._net import Net
from vyrai.reach.problem import Plan, Problem
from vyrai.reach.search import Search
from vyrai.reach.spent import most


def waits(problem: Problem, plan: Plan, seconds: float | None = None) -> int:
    """The days by which the same steps would lead to safety sooner, were there plenty of money; within one
    bucket of weeks, which counts as equal, none, and where `seconds` were not enough to find out.
    """
    chosen = {one.step for one in plan.steps}
    steps = tuple(step for step in problem.steps if step.id in chosen)
    rich = replace(
        problem,
        steps=steps,
        savings=most(replace(problem, steps=steps)),
        buckets=replace(problem.buckets, weeks=1),
    )
    net, bucket = Net(rich), problem.buckets.weeks
    if net.soonest[net.safe] // bucket == plan.bucketed["weeks"]:
        return 0  # Were everybody free as well it could be no sooner.
    found = Search(rich, seconds, net=net).optimum("weeks").plans
    day = min((one.comes_to["weeks"] for one in found), default=None)
    if day is None:
        return 0
    return 0 if day // bucket == plan.bucketed["weeks"] else plan.comes_to["weeks"] - day
