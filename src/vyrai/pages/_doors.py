"""The history of a door as a picture and a table: when it took whom, on a line of years."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vyrai.pages._naming import DOORS
from vyrai.world import Door, Route, World

if TYPE_CHECKING:
    from vyrai.words import Words

FIRST = 4
"""Years that the line holds at least."""
LINE = 34
"""Height of one line, in pixels."""
_CLASSES = {"open": "open", "narrow": "narrow", "paused": "paused", "closed": "shut", "unknown": "unk"}


class Mark(NamedTuple):
    """A part of a line: its class in the style sheet, and where it lies, in per cent."""

    kind: str
    x: str
    width: str
    y: int


class Year(NamedTuple):
    """Where a year begins, in per cent."""

    year: str
    x: str


class Told(NamedTuple):
    """One line of the table: from when, until when and how the door was; `now`: it may be so on the day."""

    door: Door
    begin: str
    end: str
    state: str
    now: bool


class History:
    """The door of a route through time. Doors of which several hold at once stand on lines of their own.

    Nothing is drawn as sure beyond today, nor, where sources are too old, beyond the day they last spoke.
    """

    def __init__(self, route: Route, world: World) -> None:
        self.doors = tuple(sorted(route.door, key=lambda one: (one.when.begin_hi or 0, one.line)))
        self._world, on = world, world.on
        self.day, self._on = on.isoformat(), on.toordinal()
        self._now = world.door(route).doors
        years = [date.fromordinal(day).year for one in route.door for day in _days(one) if day > 1]
        self._start = date(min([*years, on.year - FIRST + 1]), 1, 1).toordinal()
        self._end = date(max([*years, on.year]) + 1, 1, 1).toordinal()

    def _x(self, day: int) -> float:
        return (min(max(day, self._start), self._end) - self._start) / (self._end - self._start) * 100

    @cached_property
    def _lines(self) -> list[list[Door]]:
        lines: list[list[Door]] = []
        for door in self.doors:
            begin = door.when.begin_hi or 0
            free = (line for line in lines if (_last(line[-1]) or self._end) < begin)
            line = next(free, None)
            if line is None:
                lines.append([door])
            else:
                line.append(door)
        return lines

    @property
    def height(self) -> int:
        """Of all lines, in pixels."""
        return LINE * len(self._lines)

    @property
    def today(self) -> str:
        """Where the day lies."""
        return _per_cent(self._x(self._on))

    @property
    def years(self) -> list[Year]:
        """The years of the line; where they are many, every second or fifth."""
        first, last = date.fromordinal(self._start).year, date.fromordinal(self._end).year
        every = next(step for step in (1, 2, 5, 10, last) if (last - first) / step <= 8)
        listed = (year for year in range(first, last) if not year % every)
        return [Year(str(year), _per_cent(self._x(date(year, 1, 1).toordinal()))) for year in listed]

    @property
    def marks(self) -> list[Mark]:
        """What is drawn: dots where it is not known whether it already or still was so."""
        found = []
        for number, line in enumerate(self._lines):
            y = LINE * number
            for door in line:
                begin, known, certain, end = self._edges(door)
                if begin < known:
                    found.append(self._mark("unk", begin, known - 1, y))
                found.append(self._mark(_CLASSES[door.state], known, certain, y))
                if certain < end:
                    found.append(self._mark("unk", certain + 1, end, y))
        return sorted(found, key=lambda one: one.kind != "unk")  # what is known covers what is not

    def _edges(self, door: Door) -> tuple[int, int, int, int]:
        """From when it may have been so, surely was, surely still was, and may still be."""
        when, (seen, stale) = door.when, self._world.door_seen(door)
        known = max(when.begin_hi or self._start, self._start)
        seen_only = door is self.doors[0] and not self._world.door_begins(door)
        begin = self._start if when.begin_lo is None or seen_only else when.begin_lo
        until = max(self._on, known)
        end = until if when.end_hi is None else when.end_hi
        still = end if when.end_lo is None else when.end_lo
        certain = min(seen.toordinal(), until) if stale else still
        return min(begin, known), known, max(known, certain), end

    def told(self, words: Words) -> list[Told]:
        """The table, in one language."""
        return [
            Told(
                door,
                self._begin(door, words),
                self._until(door, words),
                words(DOORS[door.state]),
                door in self._now,
            )
            for door in self.doors
        ]

    def _begin(self, door: Door, words: Words) -> str:
        """From when a door is so; where the first was only seen to be so, that day at the latest."""
        latest = door.when.begin_hi
        if door is not self.doors[0] or latest is None or latest <= 1 or self._world.door_begins(door):
            return words.begin(door.when)
        return words("{date} at the latest", date=words.days(latest, latest))

    def _until(self, door: Door, words: Words) -> str:
        """Until when; where nobody knows the end, until when it was seen."""
        when, (seen, stale) = door.when, self._world.door_seen(door)
        if when.end_hi is None and (stale or when.end_lo is not None):
            last = seen.toordinal() if when.end_lo is None else when.end_lo
            return words("still so on {date}; an end was not found", date=words.days(last, last))
        return words.end(when)

    def _mark(self, kind: str, begin: int, end: int, y: int) -> Mark:
        start, stop = self._x(begin), self._x(end + 1)
        return Mark(kind, _per_cent(start), _per_cent(max(stop - start, 0.6)), y + 6)


def _per_cent(number: float) -> str:
    return f"{number:.4g}"


def _days(door: Door) -> list[int]:
    when = door.when
    return [day for day in (when.begin_lo, when.begin_hi, when.end_lo) if day is not None]


def _last(door: Door) -> int | None:
    return door.when.end_lo if door.when.end_hi is None else door.when.end_hi
