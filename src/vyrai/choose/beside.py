"""Routes of other ways whose papers a plan uses, to leave or to come in with."""

from __future__ import annotations

from collections.abc import Container

from vyrai.law import Law
from vyrai.reach import GIVEN, LEFT, Draft, Plan
from vyrai.world import Route


def beside(law: Law, draft: Draft, plan: Plan, own: Container[str]) -> tuple[Route, ...]:
    """Those that the plan follows until they give their paper, cross a border, or let the family leave; of
    which it only takes a step that both have, none. own: the routes of its way.
    """
    steps = {step.id: step for step in draft.problem.steps}
    lets_out = {use.made_by for use in plan.uses if LEFT in steps[use.step].yields}
    found: dict[str, Route] = {}
    for placed in plan.steps:
        step, (name, _) = steps[placed.step], draft.of.get(placed.step, (None, None))
        if name is None or name in own or LEFT in step.yields:
            continue
        gives = any(paper.startswith(GIVEN) for paper in step.yields)
        if gives or step.moves_to is not None or step.id in lets_out:
            found[name] = law.atlas.route(name)
    return tuple(found.values())
