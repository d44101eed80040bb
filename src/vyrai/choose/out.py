"""The way out of the country that a plan takes, and what else is not closed with the same papers."""

from __future__ import annotations

from vyrai.choose.model import Record, Text
from vyrai.law import Law
from vyrai.reach import LEFT, Draft, Plan


class OutOn(Record, frozen=True, kw_only=True):
    """A way out of the country; danger: of its crossing, 0 to 4."""

    route: str
    title: Text
    danger: int


def ways_out(law: Law, draft: Draft, plan: Plan, taken: str) -> tuple[OutOn, ...]:
    """The way out of the step `taken`, then every other that asks for no paper that the plan lacks."""
    problem = draft.problem
    steps = {step.id: step for step in problem.steps}
    have = {held.paper for held in problem.has}
    have.update(paper for placed in plan.steps for paper in steps[placed.step].yields)
    open_ = [name for name, step in steps.items() if LEFT in step.yields and have.issuperset(step.needs)]
    found: dict[str, OutOn] = {}
    for name in (taken, *open_):
        route, described = draft.of[name]
        if route is not None and described is not None and route not in found:
            danger = law.atlas.step(described).danger
            title = law.atlas.route(route).title
            found[route] = OutOn(route=route, title=title, danger=0 if danger is None else danger.level)
    return tuple(found.values())
