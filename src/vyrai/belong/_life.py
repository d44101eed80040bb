"""The years of a child until grown up: what is there, what ends at which age, when to see to what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from typing import Any

import msgspec

from vyrai.belong._ages import YEAR, Age, later
from vyrai.belong._clock import PEOPLE
from vyrai.belong._openings import Opening
from vyrai.belong.model import Cause, Cliff, Year
from vyrai.law import WEEKS, Timeline
from vyrai.world import World

AHEAD_MONTHS = 24
"""So long before a support ends what follows must be begun: the choice of this program, not of any law."""
UNTIL_AGE = 25
"""Up to which age the years of a child are looked at: the choice of this program."""


def cliffs(alias: str, world: World, found: Sequence[Opening]) -> Iterator[Cliff]:
    """Every support that ends at an age which is still to come, the first to end first."""
    coming = [(one.ends, one) for one in found if one.ends is not None and one.state != "closed"]
    for ends, one in sorted(coming, key=lambda pair: (pair[0].first, pair[1].provision.id)):
        if _dated(ends) and ends.last >= world.on.toordinal():
            yield Cliff(
                member=alias,
                provision=one.provision.id,
                title=one.provision.title,
                age=ends.years,
                on=date.fromordinal(ends.first).isoformat(),
                latest=date.fromordinal(ends.last).isoformat(),
                alarm=date.fromordinal(later(ends.first, -AHEAD_MONTHS)).isoformat(),
                by_school_year=ends.by_school_year or msgspec.UNSET,
            )


def _dated(ends: Age) -> bool:
    return bool(ends.first != -inf and ends.last != inf)


def years(
    alias: str, birth: tuple[Any, ...] | None, world: World, line: Timeline, found: Sequence[Opening]
) -> Iterator[Year]:
    """Each year from now on; none where the birth is not known."""
    if birth is None:
        return
    found = [one for one in found if one.provision.kind != PEOPLE]
    today, born = world.on.toordinal(), birth[0][0]
    for number in range(UNTIL_AGE):
        first, after = later(born, number * YEAR), later(born, (number + 1) * YEAR)
        if after <= today:
            continue
        start = (max(first, today) - line.arrives.toordinal()) * WEEKS["days"]
        end = (after - line.arrives.toordinal()) * WEEKS["days"]
        now = first <= today
        due = tuple(one.provision.id for one in found if _due(one, end, now))
        perhaps = [one for one in found if one.provision.id not in due and _perhaps(one, start, end)]
        yield Year(
            member=alias,
            age=number,
            begins=date.fromordinal(first).isoformat(),
            by_law=due,
            perhaps=tuple(one.provision.id for one in perhaps),
            gap=None if due else _why(perhaps, found, end),
        )


def _due(one: Opening, end: Any, now: bool) -> bool:
    """Whether a support is surely due by the end of a year and does not end before."""
    if one.sure is None or one.sure.paper.hi >= end or one.over[0] < end or one.gate.ends[0] < end:
        return False
    # What is for children goes on for as long as somebody has said, or not beyond today's year.
    return now or one.ends is not None or one.provision.of != "child"


def _perhaps(one: Opening, start: Any, end: Any) -> bool:
    seen = min(one.clock.seen.lo, one.clock.law.lo)
    return one.state != "closed" and seen < end and min(one.over[1], one.gate.ends[1]) > start


def _why(perhaps: Sequence[Opening], found: Sequence[Opening], end: Any) -> Cause:
    """Why nothing is sure in a year: the one reason of all that may be there, else age where one counts."""
    if any(one.sure is not None and one.gate.ends[0] < end for one in perhaps):
        return "paper"
    if perhaps:
        causes = {one.cause or "unknown" for one in perhaps}
        return causes.pop() if len(causes) == 1 else "unknown"
    return "age" if any(one.ends is not None or one.begins is not None for one in found) else "unknown"
