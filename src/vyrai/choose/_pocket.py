"""The countries that a family keeps in its pocket: where it goes if this one says no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from math import prod
from typing import Any, NamedTuple

import msgspec

from vyrai.choose.drafting import drafting
from vyrai.family import Case
from vyrai.law import Law
from vyrai.reach import (
    HERE,
    HOME,
    SAFE,
    UNSAID,
    Draft,
    Plan,
    Problem,
    Step,
    after_safety,
    before_safety,
    quickest,
    spent,
)
from vyrai.world import World

POCKET, NO = "pocket", "no"
"""The mark of the family; the paper that any refusal gives."""


class Asked(NamedTuple):
    """Whose plans into which country, as `planning` was asked."""

    law: Law
    case: Case
    world: World
    country: str
    reserve: int
    seconds: float | None
    place: str | None


class Kept(NamedTuple):
    """What keeps a place open, as the family says; and until when (empty: no end)."""

    keeps_open: str | None
    until: str


def items(data: Mapping[str, Any], name: str) -> list[Any]:
    """A list of a case as plain data, however it is written."""
    held = data.get(name)
    found: list[Any] = held.get("items", []) if isinstance(held, dict) else held or []
    return found


def lasts(until: str, day: str) -> bool:
    """Whether the day, month or year until which a mark holds is not over on a day; without one it holds."""
    return not until or until >= day[: len(until)]


def pocket(asked: Asked) -> dict[str, Kept]:
    """The countries in the pocket of the family, or with a way there, that are still open."""
    atlas, today = asked.law.atlas, asked.world.on.isoformat()
    folders = {one.id: one.folder for one in atlas.routes} | {one.id: one.id for one in atlas.countries}
    marks = [one for one in items(asked.case.data(), "marks") if one.get("mark") == POCKET]
    told = [(folders.get(one.get("what")), one) for one in marks]
    return {
        place: Kept(one.get("keeps_open"), until)
        for place, one in told
        if place is not None and place != asked.country and lasts(until := str(one.get("until") or ""), today)
    }


class Instead(NamedTuple):
    """A country in the pocket. step: the quickest plan into it as one step that follows any refusal at home;
    None: the family is `there`, or there is no plan, or (`planned`) nobody counts how often it is refused.
    """

    country: str
    step: Step | None
    planned: bool
    there: bool = False


def instead(asked: Asked, draft: Draft, share: float | None) -> Iterator[Instead]:
    """Each country in the pocket. share: of refusals, as `drafting` supposes it."""
    here = HERE in {step.id for step in draft.problem.steps}
    for country, kept in pocket(asked).items():
        if here:
            yield Instead(country, None, False)
            continue
        other = drafting(
            asked.law,
            asked.case,
            country,
            asked.world.on,
            asked.world.known,
            asked.reserve,
            suppose=share,
        ).draft
        steps = {step.id: step for step in other.problem.steps}
        best = None if HERE in steps else quickest(other, asked.seconds)
        if best is None:
            yield Instead(country, None, False, HERE in steps)
            continue
        before = [steps[name] for name in before_safety(best.plan, steps)]
        decided = [*before, *(steps[name] for name in after_safety(best.plan, steps))]
        if any(step.refused is None for step in decided):
            yield Instead(country, None, True)
            continue
        days, fees = best.plan.comes_to["weeks"], sum(step.fee for step in before)
        step = Step(
            id=f"{POCKET}:{country}",
            yields=(SAFE,),
            needs=(NO,),
            days=(days, days, days),
            fee=fees,
            locked=max(0, _needed(other.problem, best.plan) - fees),
            danger=best.plan.comes_to["danger"],
            place=HOME,
            refused=1 - prod(1 - (step.refused or 0) for step in decided),
            windows=_while(asked, draft, kept.until),
        )
        # Where nobody has said what is saved no sum binds, and theirs may be of another currency.
        unsaid = UNSAID in draft.unknown
        yield Instead(country, msgspec.structs.replace(step, fee=0, locked=0) if unsaid else step, True)


def _needed(problem: Problem, plan: Plan) -> int:
    """The most that a plan has taken from the savings by the end of a month: fees, what is locked, living."""
    return max(spent(problem, plan, day) for day in range(problem.month - 1, problem.horizon, problem.month))


def _while(asked: Asked, draft: Draft, until: str) -> tuple[tuple[int, int], ...]:
    """The days on which a place is still open; empty: on all."""
    horizon = draft.problem.horizon
    days = [day for day in range(horizon + 1) if lasts(until, (asked.world.on + timedelta(day)).isoformat())]
    return () if len(days) > horizon else ((0, days[-1]),)
