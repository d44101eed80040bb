"""On which paper a family is there: a mark of a plan says what status it is that is reached."""

from __future__ import annotations

from vyrai.reach import GIVEN, SAFE, SETTLED, Draft, Plan
from vyrai.world import Atlas, Status

STAY = "stay:"


def reached(atlas: Atlas, draft: Draft, plan: Plan, mark: str) -> Status | None:
    """The status that is held once a mark is reached: to be there, or at the end of the way. None: it is
    another mark, or nobody has written down what the way gives.
    """
    step = next(one for one in draft.problem.steps if one.id == mark)
    if {SAFE, SETTLED}.isdisjoint(step.yields):
        return None
    made = [use.made_by for use in plan.uses if use.step == mark and use.paper.startswith((GIVEN, STAY))]
    if made[:1] in ([], [None]):
        return None
    route, described = draft.of[str(made[0])]
    known = {one.id: one for one in atlas.statuses if one.stay}
    # A claim lets its holder stay before it is decided.
    yields = () if described is None or SETTLED in step.yields else atlas.step(described).yields
    gives = None if route is None else atlas.route(route).gives
    names = [*yields, *([] if gives is None or gives.status is None else [gives.status])]
    return next((known[one] for one in names if one in known), None)
