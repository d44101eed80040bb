"""Days that the family was given and that no plan into a country keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from vyrai.choose.model import Record, Text
from vyrai.reach import Draft, Plan
from vyrai.world import Atlas

Why = Literal["over", "early", "far", "shut", "unused"]


class UnkeptOn(Record, frozen=True, kw_only=True):
    """A day that the family was given for a step, by its title, and that the plans do not keep.

    why: it is over, and nobody wrote down what came of it; what the step needs is not ready by then; it lies
    beyond the horizon; the step is not open on it; or no plan uses it, for it is of another way or country,
    or does not go together with another day.
    """

    title: Text
    on: str
    why: Why


def unkept_on(atlas: Atlas, draft: Draft, plans: Iterable[Plan]) -> tuple[UnkeptOn, ...]:
    """Those that cannot be kept, then those that could be and are not."""
    planned = {one.step for plan in plans for one in plan.steps}
    named = {draft.of[step][1] for step in planned}
    # Of a step that no plan has, what is past says nothing.
    found: list[tuple[str, int, Why]] = [one for one in draft.unkept if one.step in named or not planned]
    used = {draft.of[step][1] for step in planned if step in draft.given}
    told = {one[0] for one in found}
    found += [(step, day, "unused") for step, day in draft.dates.items() if step not in used | told]
    return tuple(
        UnkeptOn(title=atlas.step(step).title, on=date.fromordinal(day).isoformat(), why=why)
        for step, day, why in found
    )


def missed(draft: Draft, name: str) -> str | None:
    """The day that was given for a step of a plan, if the plan has it on another."""
    day = draft.missed.get(name)
    return None if day is None else date.fromordinal(day).isoformat()
