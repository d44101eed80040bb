"""How often offices refuse, where nobody has written it down and somebody wants to suppose a share."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from vyrai.reach._drafted import Draft
from vyrai.reach.problem import Step

SUPPOSED = "supposed"
"""Unknown of a step: how often it is refused is not known, but supposed."""


def supposing(draft: Draft, share: float) -> Draft:
    """The same with this share (0 to 1) of refusals of each step of which nobody knows a share."""
    steps = tuple(supposed(step, share) for step in draft.problem.steps)
    return replace(draft, problem=msgspec.structs.replace(draft.problem, steps=steps))


def supposed(step: Step, share: float) -> Step:
    """The step; where nobody knows how often it is refused, with this share."""
    if step.refused is not None:
        return step
    unknown = tuple(SUPPOSED if what == "refused" else what for what in step.unknown)
    return msgspec.structs.replace(step, refused=share, unknown=unknown)
