"""Which plans are no better in anything than a plan of another way, by what is known."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.reach import OBJECTIVES, Planned


def beaten(plans: Sequence[Planned]) -> list[tuple[int, ...]]:
    """Of each plan the numbers (from one) of those that are no worse in any bucket, better in one, and come
    to work as well. What they hang on may be more, so nothing is left out for them.
    """
    return [tuple(number for number, other in enumerate(plans, 1) if _beats(other, one)) for one in plans]


def _beats(one: Planned, other: Planned) -> bool:
    pairs = [(one.plan.bucketed[name], other.plan.bucketed[name]) for name in OBJECTIVES]
    return (
        one.pays >= other.pays
        and all(mine <= theirs for mine, theirs in pairs)
        and any(mine < theirs for mine, theirs in pairs)
    )
