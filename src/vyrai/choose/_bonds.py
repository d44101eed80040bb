"""What the routes of a plan shut elsewhere and bind to, at the steps from which on they do."""

from __future__ import annotations

from collections.abc import Iterable

from vyrai.law import Law
from vyrai.reach import GIVEN, Draft, Placed
from vyrai.world import Bond


def bonds(law: Law, drafted: Draft, ordered: Iterable[Placed]) -> dict[str, tuple[Bond, ...]]:
    """By step of a plan. What a route closes begins where somebody first comes to an office for it, what it
    binds to with the step that grants it. ordered: the steps in the order in which they are told.
    """
    steps = {step.id: step for step in drafted.problem.steps}
    own: dict[str, list[str]] = {}
    for placed in ordered:
        route = drafted.of[placed.step][0]
        if route is not None and ":" not in placed.step.partition("/")[0]:
            own.setdefault(route, []).append(placed.step)
    found: dict[str, tuple[Bond, ...]] = {}
    for route, names in own.items():
        of = law.atlas.route(route)
        first = next((name for name in names if steps[name].attends), names[0])
        given = [name for name in names if any(paper.startswith(GIVEN) for paper in steps[name].yields)]
        # Whoever has been granted it already is bound, and no step of the plan begins that.
        for at, more in ((first, of.closes), *((name, of.binds) for name in given[-1:])):
            if more:
                found[at] = (*found.get(at, ()), *more)
    return found
