"""The day of safety of the quickest plan of one way, on likely and on most days."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from vyrai.reach._drafted import SAFE, SETTLED, Draft
from vyrai.reach._making import GIVEN
from vyrai.reach.problem import Plan, Problem, Step
from vyrai.reach.search import Search
from vyrai.reach.soonest import BOUNDED, LENGTHS, Soonest, least_day
from vyrai.reach.spent import spent
from vyrai.reach.ways import enough, only

_MOST = 2
"""Place in the days of a step."""


def as_planned(draft: Draft, way: str) -> Soonest | None:
    """As a plan would have it, with the people and the money of the family; of a way whose last paper comes
    after the time of a plan up to safety. None: there is no plan, whatever the money.
    """
    own, plenty = only(draft.problem, way), only(enough(draft).problem, way)
    plan, richer = _quickest(own), False
    if plan is None:
        plan, richer = _quickest(plenty), True
    if plan is None:
        own, plenty = (replace(one, goals=(SAFE,)) for one in (own, plenty))
        plan = _quickest(plenty)
        richer = plan is not None and spent(plenty, plan, plan.comes_to["weeks"]) > own.savings - own.reserve
    if plan is None:
        return None
    day = plan.comes_to["weeks"]
    steps = {step.id: step for step in plenty.steps}
    before = before_safety(plan, steps)
    unknown = LENGTHS.intersection(what for name in before for what in steps[name].unknown)
    of = plenty if richer else own
    most = _quickest(_slow(of)) if unknown <= BOUNDED else None
    return Soonest(
        day,
        min(day, least_day(of)),
        None if most is None else max(day, most.comes_to["weeks"]),
        before,
        unknown,
        richer,
        bound=False,
        late=most is None and unknown <= BOUNDED,
    )


def _quickest(problem: Problem) -> Plan | None:
    return next(iter(Search(problem).optimum("weeks").plans), None)


def _slow(problem: Problem) -> Problem:
    """The problem if every step takes its most days."""
    steps = tuple(replace(step, days=(step.days[_MOST],) * 3) for step in problem.steps)
    return replace(problem, steps=steps)


def before_safety(plan: Plan, steps: Mapping[str, Step]) -> tuple[str, ...]:
    """The steps of a plan that come before safety: what leads there, and what goes into it."""
    names = [placed.step for placed in plan.steps]
    return _behind(plan, [one for one in names if SAFE in steps[one].yields or steps[one].moves_to])


def after_safety(plan: Plan, steps: Mapping[str, Step]) -> tuple[str, ...]:
    """Those after it on which the last status of the way hangs, as the decision on a claim for protection."""
    settled = {one.step for one in plan.steps if SETTLED in steps[one.step].yields}
    gives = [one.made_by for one in plan.uses if one.step in settled and one.paper.startswith(GIVEN)]
    before = before_safety(plan, steps)
    behind = _behind(plan, [made for made in gives if made is not None])
    return tuple(name for name in behind if name not in before)


def _behind(plan: Plan, waiting: list[str]) -> tuple[str, ...]:
    """Steps of a plan and all that goes into them, in its order."""
    used: dict[str, list[str]] = {}
    for use in plan.uses:
        if use.made_by is not None:
            used.setdefault(use.step, []).append(use.made_by)
    found = set(waiting)
    for name in waiting:  # it grows by what each step uses
        more = [made for made in used.get(name, ()) if made not in found]
        found.update(more)
        waiting += more
    return tuple(placed.step for placed in plan.steps if placed.step in found)
