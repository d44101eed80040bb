"""Steps that wait for each other, whatever makers are chosen."""

from __future__ import annotations

from typing import TypeAlias

from vyrai.reach.problem import Problem, Step
from vyrai.world import rings as waiting

__all__ = ["rings"]

Need: TypeAlias = str | tuple[str]
"""A paper, or being in a place."""


def rings(problem: Problem) -> list[tuple[str, ...]]:
    """Each ring of steps that no choice of makers breaks, its steps in the order in which they wait.

    Every need must have a maker or be in hand.
    """
    needs = {step.id: _needs(step, problem) for step in problem.steps}
    yields = {step.id: _yields(step) for step in problem.steps}
    return waiting(needs, yields, [held.paper for held in problem.has])


def _needs(step: Step, problem: Problem) -> tuple[Need, ...]:
    """Papers, and being where the step is done."""
    if step.place is None or step.place == problem.places[0].id:
        return step.needs
    return (*step.needs, (step.place,))


def _yields(step: Step) -> set[Need]:
    return {*step.yields, *(() if step.moves_to is None else ((step.moves_to,),))}
