"""What a plan has cost up to a day, as the search reckons it."""

from __future__ import annotations

from math import inf

from vyrai.reach.problem import Place, Plan, Problem

_ON_THE_WAY = Place(id="", monthly=0)
"""Between leaving and arriving, where no place lies on the way."""


def spent(problem: Problem, plan: Plan, day: int) -> int:
    """Fees of the steps begun by a day and what they lock, and what living costs on the first days of months
    until then; less the pay that had come by these days, and what of the locked had come back.
    """
    steps = {step.id: step for step in problem.steps}
    home, *between, there = problem.places if len(problem.places) > 1 else (*problem.places, _ON_THE_WAY)
    moves = [(one, to) for one in plan.steps if (to := steps[one.step].moves_to) is not None]
    leaves = min((one.start for one, _ in moves), default=inf)
    arrives = max((one.end for one, to in moves if to == there.id), default=inf)
    on_the_way = between[0] if between else _ON_THE_WAY
    begun = [one for one in plan.steps if one.start <= day]
    firsts = range(0, day + 1, problem.month)
    places = [
        (first, there if arrives <= first else home if first < leaves else on_the_way) for first in firsts
    ]
    total = sum(steps[one.step].fee + steps[one.step].locked for one in begun)
    total += sum(place.monthly for _, place in places)
    for one in begun:
        income = steps[one.step].income
        if income is not None:
            due = one.end + income.after
            paid = sum(due <= first and income.only_at in (None, place.id) for first, place in places)
            total -= income.monthly * (paid if income.months is None else min(paid, income.months))
    return total


def most(problem: Problem) -> int:
    """As much as any plan could take, with the reserve: every fee, all that is locked, and every month where
    it is dearest.
    """
    months = problem.horizon // problem.month + 1
    paid = sum(step.fee + step.locked for step in problem.steps)
    return problem.reserve + paid + months * max(place.monthly for place in problem.places)
