"""Which plans are no better in anything than a plan of another way, by what is known."""

from __future__ import annotations

from collections.abc import Sequence

from vyrai.choose._search import Told
from vyrai.reach import OBJECTIVES


def beaten(plans: Sequence[Told]) -> list[tuple[int, ...]]:
    """Of each plan the numbers (from one) of those that are no worse in any figure, better in one by a
    bucket, take no more money, keep the risk and come to work as well. What they hang on may be more, so
    nothing is left out for them.
    """
    return [tuple(number for number, other in enumerate(plans, 1) if _beats(other, one)) for one in plans]


def _beats(one: Told, other: Told) -> bool:
    mine, theirs = one.planned, other.planned
    own, its = mine.plan, theirs.plan
    return (
        mine.pays >= theirs.pays
        and _lacks(one) <= _lacks(other)
        and _holds(one) >= _holds(other)
        and all(own.comes_to[name] <= its.comes_to[name] for name in OBJECTIVES)
        and any(own.bucketed[name] < its.bucketed[name] for name in OBJECTIVES)
    )


def _lacks(told: Told) -> int:
    return 0 if told.lacking is None else told.lacking.sum


def _holds(told: Told) -> bool:
    return told.lived is not None and told.lived.holds
