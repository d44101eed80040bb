"""How long things take: weeks as bounds, added along a chain."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

import msgspec

from vyrai.world import Step, World

WEEKS = {
    "hours": Fraction(1, 7 * 24),
    "days": Fraction(1, 7),
    "working-days": Fraction(1, 5),
    "weeks": Fraction(1),
    "months": Fraction(146097, 4800 * 7),
    "years": Fraction(146097, 400 * 7),
}
"""Weeks in a unit of duration: mean month and year of the Gregorian calendar; five working days a week."""


class Weeks(msgspec.Struct, frozen=True, gc=False):
    """A time in weeks between `lo` and `hi` (inf: open), and the facts it stands on."""

    lo: Any = 0
    hi: Any = 0
    facts: tuple[str, ...] = ()

    def __add__(self, other: Weeks) -> Weeks:
        """One after the other."""
        facts = tuple(dict.fromkeys(self.facts + other.facts))
        return Weeks(self.lo + other.lo, self.hi + other.hi, facts)


OPEN, AT_ONCE, A_DAY = Weeks(0, inf), Weeks(), Weeks(0, Fraction(1, 7))


def duration(world: World, fact: str) -> Weeks | None:
    """A fact that is a duration, in weeks; None where its value is not known on the day."""
    if fact not in world.lengths:
        world.lengths[fact] = _duration(world, fact)
    length: Weeks | None = world.lengths[fact]
    return length


def _duration(world: World, fact: str) -> Weeks | None:
    found = world.value(fact)
    if found.why is not None or found.kind != "number" or found.unit not in WEEKS:
        return None
    factor = WEEKS[found.unit]
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    low, high = min(pair[0] for pair in pairs), max(pair[1] for pair in pairs)
    return Weeks(max(0, low * factor), high if high == inf else high * factor, (fact,))


def step_takes(world: World, step: Step) -> Weeks:
    """Observed time if there is any; else what the law gives as the least, open above; else a day at the
    most, where it is no more than that; else open.

    An average is no bound of what one family waits; it is only named among the facts.
    """
    if step.takes.observed is not None:
        observed = duration(world, step.takes.observed)
        if observed is not None:
            return observed
    averaged = () if step.takes.average is None else (step.takes.average,)
    if step.takes.law is not None:
        law = duration(world, step.takes.law)
        if law is not None:
            return Weeks(law.lo, inf, (*averaged, *law.facts))
    return A_DAY if step.a_day else Weeks(OPEN.lo, OPEN.hi, averaged)


def total(parts: list[Weeks]) -> Weeks:
    """The sum of parts that follow each other."""
    return sum(parts, Weeks())
