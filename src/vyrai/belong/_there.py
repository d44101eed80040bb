"""When a kind of support opens and ends in a place, and whether anybody has written down how it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Any

from vyrai.belong._openings import MONTH, Opening, Openings
from vyrai.belong.model import Score, There
from vyrai.law import Weeks, duration
from vyrai.law.record import Range, span, whole_weeks


def there(score: Score, openings: Openings, found: Sequence[Opening], window: int) -> There:
    """A kind of support with its times: from the earliest of all to the one that surely brings most."""
    mine = [one for one in found if one.provision.id in score.provisions]
    live = [one for one in mine if one.state != "closed"]
    best = max(live, key=lambda one: openings.months(one, 0, window * MONTH)[0][0], default=None)
    due = seen = ends = Weeks(0, inf)
    if best is not None:
        never = Weeks(inf, inf)
        by_law, as_seen = (never, never) if best.sure is None else (best.sure.paper, best.sure.seen)
        due = Weeks(min(one.clock.paper.lo for one in live), by_law.hi)
        seen = Weeks(min(one.clock.seen.lo for one in live), as_seen.hi)
        ends = Weeks(_over(best, 0), max(_over(one, 1) for one in live))
    shut = bool(mine) and not live
    return There(
        score=score,
        due=None if shut else whole_weeks(due),
        seen=None if shut else whole_weeks(seen),
        ends=None if shut else _ends(ends),
        averages=tuple(_averages(score, openings)),
        own=_own(score, openings),
    )


def _over(one: Opening, end: int) -> Any:
    """When it is over, at the least (0) or at the most (1)."""
    return min(one.gate.ends[end], one.over[end])


def _ends(weeks: Weeks) -> Range:
    low, high = weeks.lo, weeks.hi
    return span(low if low == inf else low // 1, high if high == inf else -(-high // 1), "weeks")


def _averages(score: Score, openings: Openings) -> Iterator[Range]:
    """The averages on which a kind of support would wait here, as far as their facts count on the day.

    To the nearest week: nothing is reckoned with them.
    """
    spot = openings.spot
    for fact in score.real.facts if spot is not None else ():
        told = duration(openings.world, fact) if spot is not None and fact in spot.averages else None
        if told is not None:
            high = told.hi if told.hi == inf else round(told.hi)
            yield span(round(told.lo), high, "weeks", told.facts)


def _own(score: Score, openings: Openings) -> bool:
    """Whether what is said stands on something that was written of the place."""
    spot = openings.spot
    if spot is None:
        return False
    return not (spot.told.isdisjoint(score.provisions) and spot.facts.isdisjoint(score.real.facts))
