"""What to do first, over the plans of all ways into a country: a step of the atlas once, in whatever way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from vyrai.law import Law
from vyrai.reach import (
    OBJECTIVES,
    SAVED,
    Draft,
    Firsts,
    Front,
    Plan,
    Plans,
    Problem,
    alone,
    doors_only,
    firsts,
)

Ids = Mapping[str, str]


Fronts = Mapping[str, tuple[Problem, Front]]


def begin_with(law: Law, *every: tuple[Draft, Plans]) -> Firsts | None:
    """What can be begun now of the plans of drafts; None: there is no plan."""
    return ranked(
        law, {way: front for drafted, found in every for way, front in fronts_of(drafted, found).items()}
    )


def fronts_of(drafted: Draft, found: Plans) -> Fronts:
    """By way its problem and plans, with the steps of the atlas under their own ids."""
    by_way: dict[str, list[Plan]] = {}
    for one in found.plans:
        by_way.setdefault(one.way, []).append(one.plan)
    fronts = {}
    for way, plans in by_way.items():
        problem = doors_only(alone(drafted, way))
        names = _names(drafted, problem, plans)
        told = tuple(_plan(names, plan) for plan in plans)
        fronts[way] = (_problem(names, problem), Front(plans=told, by=OBJECTIVES, proven=found.proven))
    return fronts


def ranked(law: Law, fronts: Fronts) -> Firsts | None:
    """Steps of the atlas that can be begun now, ranked by what they keep open; None: there is no plan.

    Crossing a border is never among them: it is no beginning, it is the point of no return.
    """
    if not fronts:
        return None
    crossing = {one.id for one in law.atlas.steps if one.moves}
    found = firsts(fronts)

    def begins(step: str) -> bool:
        """A journey to an office has the name of its crossing at the end, and perhaps a paper behind it."""
        return step != SAVED and step.rpartition("/")[2].partition("@")[0] not in crossing

    return msgspec.structs.replace(
        found,
        first=tuple(one for one in found.first if begins(one.step)),
        before_leaving=tuple(one for one in found.before_leaving if begins(one.step)),
    )


def _names(drafted: Draft, problem: Problem, plans: list[Plan]) -> Ids:
    """The steps of the plans of a way by their ids in the atlas, where they have each once."""
    used = {placed.step for plan in plans for placed in plan.steps}
    described = {name: drafted.of[name][1] or name for name in used}
    count = Counter(described.values())
    taken = {step.id for step in problem.steps} - used
    free = {name: other for name, other in described.items() if count[other] == 1 and other not in taken}
    return {step.id: free.get(step.id, step.id) for step in problem.steps}


def _problem(names: Ids, problem: Problem) -> Problem:
    steps = tuple(msgspec.structs.replace(step, id=names[step.id]) for step in problem.steps)
    return msgspec.structs.replace(problem, steps=steps)


def _plan(names: Ids, plan: Plan) -> Plan:
    return msgspec.structs.replace(
        plan,
        steps=tuple(msgspec.structs.replace(one, step=names[one.step]) for one in plan.steps),
        uses=tuple(
            msgspec.structs.replace(
                one, step=names[one.step], made_by=None if one.made_by is None else names[one.made_by]
            )
            for one in plan.uses
        ),
    )
