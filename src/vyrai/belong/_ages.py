"""Ages of a member: on which days one is reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any, Literal

from vyrai.law import Family
from vyrai.law.record import Range, span
from vyrai.world import World

YEAR = 12
"""Months of a year."""
_LEAP = (2, 29)
By = Literal["calendar_year", "school_year", "next_school_year"]


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, and the first and last day on which it may be reached, as ordinals.

    by_school_year: it counts when a school year begins, and not on the birthday.
    """

    years: Range
    first: Any
    last: Any
    by_school_year: bool = False


def age(
    world: World, family: Family, member: str, fact: str, by: By | None = None, school_year: str = ""
) -> Age:
    """When a member reaches an age that a fact gives; ever or never where either is not known.

    by: how school years count it, and the fact that says when they begin; else it is the birthday.
    """
    found = world.value(fact)
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    low, high = min((pair[0] for pair in pairs), default=-inf), max((pair[1] for pair in pairs), default=inf)
    birth = family.known.get(f"{member}.birth")
    first = -inf if birth is None or low == -inf else later(birth[0][0], low * YEAR // 1)
    last = inf if birth is None or high == inf else later(birth[0][1], -(-high * YEAR // 1))
    facts: tuple[str, ...] = (fact,)
    if by is not None:
        begins = _begins(world, school_year)
        first = first if first == -inf else _counted(first, by, begins)[0]
        last = last if last == inf else _counted(last, by, begins)[1]
        facts = (fact, school_year)
    return Age(span(low, high, "years-of-age", facts), first, last, by is not None)


def _begins(world: World, fact: str) -> list[date]:
    """The days on which a school year begins, as each source has it; none where nobody says so."""
    found = world.value(fact)
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple) and found.kind == "date"]
    return [date.fromordinal(int(one)) for pair in pairs for one in pair]


def _counted(birthday: Any, by: By, begins: list[date]) -> tuple[Any, Any]:
    """The first and last day on which an age may count that is reached on a day."""
    reached = date.fromordinal(int(birthday))
    if not begins:  # some day of the calendar year, or of the school year in which it is reached
        year = date(reached.year, 1, 1).toordinal(), date(reached.year, YEAR, 31).toordinal()
        around = {"calendar_year": year, "school_year": (later(birthday, -YEAR), birthday)}
        return around.get(by, (birthday, later(birthday, YEAR)))
    days = [_begin(reached, by, one).toordinal() for one in begins]
    return min(days), max(days)


def _begin(reached: date, by: By, day: date) -> date:
    """The beginning of the school year by which an age counts."""
    this = in_year(day, reached.year)
    if by == "calendar_year":
        return this
    if by == "next_school_year":
        return this if this > reached else in_year(day, reached.year + 1)
    return this if this <= reached else in_year(day, reached.year - 1)


def in_year(day: date, year: int) -> date:
    """The same day of another year; 1 March for a day that not every year has."""
    month, of_month = (3, 1) if (day.month, day.day) == _LEAP else (day.month, day.day)
    return date(year, month, of_month)


def later(day: Any, months: Any) -> int:
    """The day so many months later, or earlier; the first of the next month where there is no such day."""
    was = date.fromordinal(int(day))
    years, month = divmod(was.month - 1 + int(months), YEAR)
    year = min(was.year + years, date.max.year - 1)
    last = date(year + (month + 1) // YEAR, (month + 1) % YEAR + 1, 1) - timedelta(days=1)
    return date(year, month + 1, was.day).toordinal() if was.day <= last.day else last.toordinal() + 1
