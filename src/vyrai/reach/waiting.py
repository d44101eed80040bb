"""How long a plan waits for no other reason than that its money must last."""

from __future__ import annotations

from msgspec.structs import replace

from vyrai.reach.problem import Plan, Problem
from vyrai.reach.search import Search
from vyrai.reach.spent import most


def waits(problem: Problem, plan: Plan) -> int:
    """The days by which the same steps would lead to safety sooner, were there plenty of money; within one
    bucket of weeks, which counts as equal, none.
    """
    chosen = {one.step for one in plan.steps}
    steps = tuple(step for step in problem.steps if step.id in chosen)
    rich = replace(
        problem,
        steps=steps,
        savings=most(replace(problem, steps=steps)),
        buckets=replace(problem.buckets, weeks=1),
    )
    (soonest,) = Search(rich).optimum("weeks").plans
    day = soonest.comes_to["weeks"]
    alike = day // problem.buckets.weeks == plan.bucketed["weeks"]
    return 0 if alike else plan.comes_to["weeks"] - day
