"""Whether somebody holds a paper for each child if the parents cannot come home: never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import msgspec

from vyrai.choose.model import Range, Taken
from vyrai.law import Family, Weeks, duration
from vyrai.law.record import day, whole_weeks
from vyrai.world import World

_MAY_HOLD = ("in_place", "unclear")
"""A paper is signed: nobody can say that there are weeks without one."""


def taken(family: Family, world: World) -> tuple[Taken, ...]:
    """For each child whether a signed paper surely holds on the day, until when, or how long none does."""
    on = world.on.toordinal()
    found = ((member, _of(family, member, on)) for member in family.people["child"])
    return tuple(
        one if one.state in _MAY_HOLD else msgspec.structs.replace(one, weeks=_weeks(family, world, member))
        for member, one in found
    )


def _weeks(family: Family, world: World, member: str) -> Range:
    """From today until a paper can be had where the child lives, by whichever is had first, as was seen.

    Of a time that only the law sets nobody has seen that it is kept: there is no end.
    """
    country = family.known.get(f"{member}.residence", ("",))[0]
    times = [one.takes.observed for one in world.atlas.takings_of(str(country))]
    every = [(None if fact is None else duration(world, fact)) or Weeks(0, inf) for fact in times]
    facts = tuple(fact for one in every for fact in one.facts)
    least = min((one.lo for one in every), default=0)
    return whole_weeks(Weeks(least, min((one.hi for one in every), default=inf), facts))


def _of(family: Family, member: str, on: int) -> Taken:
    listed = f"{member}.takers"
    states = dict(_each(family, family.lists.get(listed, ()), on))
    name = family.answers.labels[member]
    if "in_place" in states:
        return Taken(member=name, state="in_place", until=day(states["in_place"]))
    if "unclear" in states:
        return Taken(member=name, state="unclear")
    if family.known.get(listed) is None or "unknown" in states:
        return Taken(member=name, state="unwritten")
    return Taken(member=name, state="ended" if "ended" in states else "none")


def _each(family: Family, takers: tuple[str, ...], on: int) -> Iterator[tuple[str, int]]:
    """How it stands with the paper of each, and the last day on which it surely holds."""
    longest = 0
    for one in takers:
        paper, until = surely(family, f"{one}.paper"), family.known.get(f"{one}.until")
        if paper is None:
            yield "unknown", 0
        elif not paper:
            yield "none", 0
        elif until is None or until[0][0] < on <= until[0][1]:
            yield "unclear", 0
        elif until[0][1] < on:
            yield "ended", 0
        else:
            longest = max(longest, until[0][0])
            yield "in_place", longest


def surely(family: Family, key: str) -> bool | None:
    """A yes or no; None: not known."""
    found = family.known.get(key)
    return None if found is None else bool(found[0])
