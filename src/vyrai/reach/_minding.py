"""Who stays with the children while an adult is at an office without them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vyrai.reach.problem import Step

MINDER = "(with the children)"
"""Somebody of two adults, in the people of a problem: no short name can be written so."""

_PAIR = 2


def minded(who: Sequence[str], adults: Sequence[str], children: Sequence[str]) -> tuple[str, ...]:
    """Those whom a visit takes up: who comes and, where one of two adults comes and a child does not, the
    other. Two such visits on one day would leave the child alone.

    Where nobody of the family is left, somebody else has to stay: that is told, and binds no plan. Of three
    adults or more one is always left.
    """
    came = [one for one in adults if one in who]
    stays = len(came) == 1 and not {*children} <= {*who}
    return (*who, MINDER) if stays and len(adults) == _PAIR else tuple(who)


def people(named: Iterable[str], steps: Sequence[Step]) -> tuple[str, ...]:
    """The people of a problem: the family by short names, and whoever stays with the children."""
    minds = any(step.attends is not None and MINDER in step.attends.who for step in steps)
    return (*named, MINDER) if minds else tuple(named)
