"""Steps that wait for each other, whatever makers are chosen."""

from __future__ import annotations

from typing import TypeAlias

from vyrai.reach.problem import Problem, Step

__all__ = ["rings"]

Need: TypeAlias = str | tuple[str]
"""A paper, or being in a place."""


def rings(problem: Problem) -> list[tuple[str, ...]]:
    """Each ring of steps that no choice of makers breaks, its steps in the order in which they wait.

    Every need must have a maker or be in hand.
    """
    had: set[Need] = {held.paper for held in problem.has}
    stuck = {step.id: step for step in problem.steps}
    while free := [step for step in stuck.values() if all(need in had for need in _needs(step, problem))]:
        for step in free:
            del stuck[step.id]
            had |= _yields(step)
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for step in stuck.values():
        ring = _ring_from(step, stuck, had, problem)
        first = min(ring, key=list(stuck).index)
        at = ring.index(first)
        found.setdefault(frozenset(ring), (*ring[at:], *ring[:at]))
    return list(found.values())


def _ring_from(step: Step, stuck: dict[str, Step], had: set[Need], problem: Problem) -> list[str]:
    """The ring that a stuck step comes to when each asks the first stuck maker of what it lacks."""
    chain: list[str] = []
    while step.id not in chain:
        chain.append(step.id)
        lacks = next(need for need in _needs(step, problem) if need not in had)
        step = next(one for one in stuck.values() if lacks in _yields(one))
    return chain[chain.index(step.id) :]


def _needs(step: Step, problem: Problem) -> tuple[Need, ...]:
    """Papers, and being where the step is done."""
    if step.place is None or step.place == problem.places[0].id:
        return step.needs
    return (*step.needs, (step.place,))


def _yields(step: Step) -> set[Need]:
    return {*step.yields, *(() if step.moves_to is None else ((step.moves_to,),))}
