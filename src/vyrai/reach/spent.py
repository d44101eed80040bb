"""What a plan has cost up to a day, as the search reckons it."""

from __future__ import annotations

from math import inf

from vyrai.reach.problem import Plan, Problem


def spent(problem: Problem, plan: Plan, day: int) -> int:
    """Fees of the steps begun by a day, and what living costs on the first days of months until then; less
    the pay that had come by these days.
    """
    steps = {step.id: step for step in problem.steps}
    home, there = problem.places[0], problem.places[-1]
    arrives = max((one.end for one in plan.steps if steps[one.step].moves_to == there.id), default=inf)
    begun = [one for one in plan.steps if one.start <= day]
    pay = [
        (one.end + income.after, income) for one in begun if (income := steps[one.step].income) is not None
    ]
    total = sum(steps[one.step].fee for one in begun)
    for first in range(0, day + 1, problem.month):
        place = there if arrives <= first else home
        total += place.monthly
        total -= sum(of.monthly for due, of in pay if due <= first and of.only_at in (None, place.id))
    return total


def most(problem: Problem) -> int:
    """As much as any plan could take, with the reserve: every fee, and every month where it is dearest."""
    months = problem.horizon // problem.month + 1
    fees = sum(step.fee for step in problem.steps)
    return problem.reserve + fees + months * max(place.monthly for place in problem.places)
