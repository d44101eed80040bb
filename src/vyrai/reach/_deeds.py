"""What the family has ticked as done, or refused: the plan goes on from there."""

from __future__ import annotations

from collections.abc import Mapping

from vyrai.law import Family
from vyrai.reach._making import Making

WELL = ("granted", "done")
WAITING = ("returned", "no_answer")
"""Not over: the step stands as it is."""


def deeds(family: Family) -> dict[str, str]:
    """Step of the atlas -> what came of it, the last word on each."""
    told = [
        [family.known.get(f"{prefix}.{name}") for name in ("step", "outcome")]
        for prefix in family.lists.get("done", ())
    ]
    return {str(step[0]): str(outcome[0]) if outcome else "done" for step, outcome in told if step}


def go_on(
    steps: dict[str, Making], of: Mapping[str, tuple[str | None, str | None]], said: Mapping[str, str]
) -> set[str]:
    """Takes out the steps that are over; the papers that are in hand by them. What was refused is no way."""
    had: set[str] = set()
    for name, (_, described) in of.items():
        outcome = said.get(described or "")
        if outcome is None or outcome in WAITING or name not in steps:
            continue
        step = steps.pop(name)
        if outcome in WELL:
            had.update(step.yields)
    return had
