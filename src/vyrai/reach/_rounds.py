"""Rounds that come back every year in known months: a lottery, a match, the sittings of an exam.

A source names the month and no day, so both ends of it are taken with care. Whoever is not ready when it
begins waits for the next round, for nobody knows on which of its days it is held; and it counts as decided
when it is over. Months that follow each other are the time of one round, held on some day of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vyrai.law import Family, Link
from vyrai.reach._making import RECKONED, Making
from vyrai.rules.env import LATER
from vyrai.world import Route, World

Windows = tuple[tuple[int, int], ...]
YEAR, AHEAD = 12, 3
"""Months of a year; and for so many years, counted from the last day of a plan, rounds are looked up: what
comes after one is the next round, and never a door that has closed.
"""


@dataclass(frozen=True, slots=True)
class Round:
    """A round whose months are known. name: what the atlas calls it; step: of the atlas, the one that ends
    with it; months: 1 to 12; fact: that says so.
    """

    name: str
    step: str
    months: tuple[int, ...]
    fact: str


def over(family: Family, route: Route) -> set[str]:
    """The steps of a route whose round was decided already, and well."""
    rounds = route.decided_later.items()
    return {later.step for name, later in rounds if later.step and family.known.get(LATER + name) == (True,)}


def bind(steps: Mapping[str, Making], link: Link, world: World, horizon: int) -> dict[tuple[str, str], Round]:
    """Puts the steps of a link, by their names in the atlas, into the months of the rounds that are open for
    it. Returns the rounds by route and step.

    A step of d likely days starts d days before the first day of its months, so that it could be over when
    they begin, and takes until their last days; of several times a year, or of Februaries, the longest tells
    until when. With that its length is known: the calendar settles it.
    """
    found: dict[tuple[str, str], Round] = {}
    for one in _known(link, world.at(link.on)):
        step = steps.get(one.step)
        if step is None:
            continue
        times = _times(one.months, world.on, horizon)
        likely, spread = step.days[1], max(last - first for first, last in times)
        starts = tuple((first - likely,) * 2 for first, _ in times if first >= likely)
        step.windows = _both(step.windows, starts) if step.windows else starts
        step.days = (likely, likely + spread, likely + spread)
        step.unknown = [what for what in step.unknown if what not in RECKONED | {"days"}]
        step.facts.append(one.fact)
        found[link.route.id, one.step] = one
    return found


def season(world: World, route: Route, step: str) -> tuple[int, ...]:
    """The months of the year in which a step of a route may be begun; empty: in all, or nobody knows today.
    Where sources disagree, all months that any of them names.
    """
    return () if step not in route.seasons else _months(world, route.seasons[step])


def keep(steps: Mapping[str, Making], link: Link, world: World, horizon: int) -> None:
    """Lets the steps of a link that have a season begin on its days alone."""
    for name, fact in link.route.seasons.items():
        months, step = season(world.at(link.on), link.route, name), steps.get(name)
        if not months or step is None:
            continue
        before = date(world.on.year - 1, 1, 1)  # A season that began last year may last until this one.
        passed = (world.on - before).days
        days = _times(months, before, horizon + passed)
        open_ = [(max(0, begin - passed), end - passed) for begin, end in days if end >= passed]
        doors = step.windows or ((0, horizon),)
        both = [(max(a, c), min(b, d)) for a, b in doors for c, d in open_ if max(a, c) <= min(b, d)]
        step.windows = tuple(sorted(both)) or ((horizon + 1, horizon + 1),)
        step.facts.append(fact)


def _months(world: World, fact: str) -> tuple[int, ...]:
    """The months that a fact names on the day; all twelve say nothing."""
    said = [value for value in world.value(fact).alternatives if isinstance(value, frozenset)]
    months = sorted({int(month) for value in said for month in value})
    return tuple(months) if len(months) < YEAR else ()


def _known(link: Link, world: World) -> Iterable[Round]:
    """The rounds that the link waits for and whose months are known on the day; where sources disagree, all
    months that any of them names. All twelve say nothing.
    """
    for name, later in link.route.decided_later.items():
        if later.months is None or later.step is None:
            continue
        months = _months(world, later.months)
        if months:
            yield Round(name, later.step, months, later.months)


def _times(months: tuple[int, ...], start: date, horizon: int) -> list[tuple[int, int]]:
    """First and last day, from the start, of each time in which a round is held, the next one first."""
    begins = [month for month in months if (month - 2) % YEAR + 1 not in months]
    end = start + timedelta(days=horizon)
    times = []
    for year in range(start.year, end.year + AHEAD):
        for month in begins:
            after = month + 1
            while (after - 1) % YEAR + 1 in months:
                after += 1
            times.append(((_first(year, month) - start).days, (_first(year, after) - start).days - 1))
    return [time for time in times if time[0] >= 0]


def _first(year: int, month: int) -> date:
    """The first day of a month; month 13 is January of the year after."""
    return date(year + (month - 1) // YEAR, (month - 1) % YEAR + 1, 1)


def _both(doors: Windows, starts: Windows) -> Windows:
    """The starts on which the door is open too; where there is none, one that comes too late for any plan."""
    inside = [day for day in starts if any(first <= day[0] <= last for first, last in doors)]
    return tuple(inside) or starts[-1:]
