"""On which paper a family is there: a mark of a plan says what status it is that is reached."""

from __future__ import annotations

from vyrai.reach import GIVEN, SAFE, SETTLED, STAY, Draft, Plan
from vyrai.world import Atlas, Status


def reached(atlas: Atlas, draft: Draft, plan: Plan, mark: str) -> Status | None:
    """The status that is held once a mark is reached: to be there, or at the end of the way. None: it is
    another mark, or nobody has written down what is given.
    """
    steps = {step.id: step for step in draft.problem.steps}
    wanted = (use.paper for use in plan.uses if use.step == mark and use.paper.startswith((GIVEN, STAY)))
    key = next(wanted, "").partition(":")[2]
    if {SAFE, SETTLED}.isdisjoint(steps[mark].yields) or not key:
        return None
    known = {one.id: one for one in atlas.statuses if one.stay}
    ends = {placed.step: placed.end for placed in plan.steps}
    held: Status | None = None
    had = set[str]()
    for name, end in ends.items():
        if name.rpartition("/")[0] != key or end > ends[mark]:
            continue
        step, decides = steps[name], f"{GIVEN}{key}" in steps[name].yields
        new = [one for one in _given(atlas, draft, name, decides) if one in known and one not in had]
        if new and not (step.moves_to and held):  # Whoever has a paper comes in with that.
            held = known[new[0]]
        had.update(new)
    return held


def _given(atlas: Atlas, draft: Draft, name: str, decides: bool) -> list[str]:
    """The statuses that a step may give, the surest first; with one that decides also that of its route."""
    route, described = draft.of[name]
    of = None if described is None else atlas.step(described)
    gives = atlas.route(route).gives if decides and route is not None else None
    granted = None if of is None else of.outcomes.get("granted")
    return [
        *(() if of is None else of.yields),
        *(() if gives is None or gives.status is None else (gives.status,)),
        *(() if granted is None else granted.yields),
    ]
