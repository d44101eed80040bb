"""The days on which the door of a route takes people, as far as they are known to be others than all."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from vyrai.world import DoorOn, Route, World

SHUT = ({"closed"}, {"paused"}, {"closed", "paused"})
_UNKNOWN = {"unknown"}


def windows(world: World, route: Route, horizon: int) -> tuple[tuple[int, int], ...]:
    """Days from the day of the world, [first, last]; empty: no day is known to be shut. Where all are, it is
    the day after the horizon, too late for any plan. Once a door takes people, the days of which it is
    written that nobody knows what follows are shut too: nobody plans on a trial that may be over.
    """
    takes = False
    start = world.on
    end = start + timedelta(days=horizon)
    breaks = [start, *(date.fromordinal(day) for day in world.door_breaks(route, start, end))]
    days = [*breaks, end + timedelta(days=1)]
    spans: list[tuple[int, int]] = []
    shut = False
    for begin, after in pairwise(days):
        then = world.at(begin).door(route)
        takes = takes or _takes(then)
        if set(then.states) in SHUT or (takes and _in_the_dark(then)):
            shut = True
            continue
        first, last = (begin - start).days, (after - start).days - 1
        if spans and spans[-1][1] == first - 1:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return (tuple(spans) or ((horizon + 1, horizon + 1),)) if shut else ()


def _takes(door: DoorOn) -> bool:
    return door.why is None and not {"closed", "paused", "unknown"}.issuperset(door.states)


def _in_the_dark(door: DoorOn) -> bool:
    """Whether somebody wrote that it is not known; not: nobody wrote anything, or too long ago."""
    return door.why is None and set(door.states) == _UNKNOWN
