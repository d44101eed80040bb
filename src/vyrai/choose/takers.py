"""Whether somebody holds a paper for each child if the parents cannot come home: never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vyrai.choose.model import Taken
from vyrai.law import Family
from vyrai.law.record import day


def taken(family: Family, on: date) -> tuple[Taken, ...]:
    """For each child whether a signed paper surely holds on a day, and until when."""
    return tuple(_of(family, member, on.toordinal()) for member in family.people["child"])


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
