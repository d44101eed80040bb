"""Days that the family was given and that no plan into a country keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vyrai.choose.model import Record, Text
from vyrai.reach import Draft, Plan, Unkept, Why
from vyrai.world import Atlas


class UnkeptOn(Record, frozen=True, kw_only=True):
    """A day that the family was given for a step, by its title, and that the plans do not keep.

    why: it is over, and nobody wrote down what came of it; what the step needs is not ready by then; it lies
    beyond the horizon; the step is not open on it; somebody has to be at `other` on it; or no plan uses it,
    for it is of another way or country.
    """

    title: Text
    on: str
    why: Why
    other: Text | None


def unkept_on(atlas: Atlas, draft: Draft, plans: Iterable[Plan]) -> tuple[UnkeptOn, ...]:
    """Those that cannot be kept, then those that could be and are not."""
    planned = {one.step for plan in plans for one in plan.steps}
    named = {draft.of[step][1] for step in planned}
    # Of a step that no plan has, what is past says nothing.
    found = [one for one in draft.unkept if one.step in named or not planned]
    used = {draft.of[step][1] for step in planned if step in draft.given}
    told = {*used, *(one.step for one in found)}
    unused = (Unkept(step, day, "unused") for step, day in draft.dates.items() if step not in told)
    return tuple(
        UnkeptOn(
            title=atlas.step(one.step).title,
            on=date.fromordinal(one.day).isoformat(),
            why=one.why,
            other=None if one.other is None else atlas.step(one.other).title,
        )
        for one in (*found, *unused)
    )


def missed(draft: Draft, name: str) -> str | None:
    """The day that was given for a step of a plan, if the plan has it on another."""
    day = draft.missed.get(name)
    return None if day is None else date.fromordinal(day).isoformat()
