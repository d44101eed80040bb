"""Plans that live on savings may not wait at home until the money need not last any more."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from vyrai.reach._net import Net
from vyrai.reach.problem import Problem

PUT_OFF = 60
"""Where no work is lawful, days by which the family may be there later than it could be. Without them a plan
could wait until its last month, and call the place affordable.
"""


def no_waiting(problem: Problem, ways: Iterable[str]) -> Problem:
    """The problem in which, on the ways where nobody may work, the money is to last from about the first day
    on which they can be there. ways: their keys.
    """
    net = Net(problem)
    ids = {step.id for step in problem.steps}
    until = {
        f"safe:{key}": net.soonest[net.papers.index(f"safe:{key}")] + PUT_OFF
        for key in ways
        if f"earn:{key}" not in ids
    }
    steps = (
        replace(step, windows=((0, until[step.id]),)) if step.id in until else step for step in problem.steps
    )
    return replace(problem, steps=tuple(steps))
