"""How long one support takes: by law, and as it was seen to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import inf
from typing import Any

from vyrai.belong._ages import in_year
from vyrai.belong._gate import known
from vyrai.law import WEEKS, Weeks, duration
from vyrai.world import Provision, World

ONLY_PAPER = "assessment"
"""The kind of support that ends in a paper, and helps by what the paper opens."""
PEOPLE = "people"
"""The kind that nobody owes: people to turn to fill no need and carry no year by themselves."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Weeks from arrival until a support is there.

    paper: as soon as the office must have decided. law: the same, but no office is surely in time. seen: as
    was observed, open above where nobody has.
    """

    paper: Weeks
    law: Weeks
    seen: Weeks


def latest(starts: Iterable[Weeks]) -> Weeks:
    """When all of several have come."""
    every = list(starts)
    facts = tuple(dict.fromkeys(fact for one in every for fact in one.facts))
    return Weeks(max(one.lo for one in every), max(one.hi for one in every), facts)


def clock(world: World, provision: Provision, starts: list[Clock], arrives: date) -> Clock:
    """When a support is there that may be asked for once everything in `starts` has come."""
    by_law = known(world, provision.takes.law)
    if timeless(provision):
        by_law = Weeks(0, inf)
    late = by_law if provision.takes.law is None else Weeks(by_law.lo, inf, by_law.facts)
    start = latest(one.seen for one in starts)
    return Clock(
        paper=latest(one.paper for one in starts) + by_law,
        law=latest(one.law for one in starts) + late,
        seen=_next_year(world, provision, start + waits(world, provision), start, arrives),
    )


def timeless(provision: Provision) -> bool:
    """Whether it is a paper that the office may take any time over, as far as anybody wrote down."""
    return provision.kind == ONLY_PAPER and provision.takes.law is None


def watched(world: World, provision: Provision) -> bool:
    """Whether anybody has seen how long it takes."""
    named = (provision.queue, provision.takes.observed)
    return any(one is not None and duration(world, one) is not None for one in named)


def waits(world: World, provision: Provision) -> Weeks:
    """The queue and the time after it, as seen; anything where nothing of it was, or only an average."""
    takes = provision.takes
    averaged = Weeks(0, inf, () if takes.average is None else (takes.average,))
    if not watched(world, provision):
        return averaged
    after = known(world, takes.observed)
    if takes.observed is None and (takes.law, takes.average) != (None, None):
        after = averaged  # only the queue was seen, and an office may be quick or late
    return known(world, provision.queue) + after


def _next_year(world: World, provision: Provision, seen: Weeks, start: Weeks, arrives: date) -> Weeks:
    """At the latest when the next school year begins, if places then come free and nobody saw an end."""
    fact = provision.school_year
    if isinstance(fact, bool) or seen.hi != inf or start.hi == inf or not watched(world, provision):
        return seen
    found = world.value(fact)
    days = [pair[1] for pair in found.alternatives if isinstance(pair, tuple) and found.kind == "date"]
    if not days:
        return seen
    least = start.hi + waits(world, provision).lo
    begin = arrives.toordinal() + -int(-least * WEEKS_DAYS // 1)
    last = max(_yearly(date.fromordinal(int(one)), date.fromordinal(begin)) for one in days)
    hi = Fraction(last - arrives.toordinal(), WEEKS_DAYS)
    return Weeks(seen.lo, hi, (*seen.facts, fact))


def _yearly(day: date, after: date) -> int:
    """The first such day of a year on or after another day."""
    this = in_year(day, after.year)
    return (this if this >= after else in_year(day, after.year + 1)).toordinal()


WEEKS_DAYS = int(1 / WEEKS["days"])
"""Days of a week."""


WHOLE = frozenset({"school", "place", "assessment", "benefit"})
"""Kinds of support that are had whole or not at all, so that nobody need have seen how much of it comes."""


def share(world: World, provision: Provision) -> tuple[Any, Any, tuple[str, ...]]:
    """Of what was promised, the part that comes: between nothing and all where nobody knows."""
    fact = provision.share
    if fact is None:
        return int(provision.kind in WHOLE), 1, ()
    pairs = [pair for pair in world.value(fact).alternatives if isinstance(pair, tuple)]
    if not pairs:
        return 0, 1, (fact,)
    low, high = min(pair[0] for pair in pairs), max(pair[1] for pair in pairs)
    return max(0, low * PERCENT), min(1, high * PERCENT), (fact,)


PERCENT = Fraction(1, 100)
"""Shares are told in percent."""
