"""What waiting costs, and until when something can be begun, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from vyrai.words._words import Words

_WEEK = 7


class LostBy(Protocol):
    """What is lost by beginning so many weeks later."""

    @property
    def weeks(self) -> int:
        """How many."""

    @property
    def ways(self) -> int:
        """Ways that have no plan then."""

    @property
    def later(self) -> int:
        """Days by which a family is safe later, at the most."""


def waiting(w: Words, lost: Iterable[LostBy]) -> str:
    """What waiting costs, unless it is a day for each day."""
    told = []
    for of in lost:
        weeks = w.plural("{n} week", "{n} weeks", of.weeks)
        if of.ways:
            ways = w.plural("{n} way", "{n} ways", of.ways)
            told.append(w("{weeks}: {ways} closed", weeks=weeks, ways=ways))
        elif not of.later:
            told.append(w("{weeks}: nothing is lost", weeks=weeks))
        elif of.later < of.weeks * _WEEK:
            days = w.plural("{n} day", "{n} days", of.later)
            told.append(w("{weeks}: safe up to {days} later", weeks=weeks, days=days))
    return "; ".join(told)


def costs(w: Words, lost: Sequence[LostBy]) -> str:
    """What waiting costs, a day for each day too; empty: nobody looked."""
    if not lost:
        return ""
    if not any(of.ways or of.later for of in lost):
        return w("by what is known another plan of the same way makes you safe as soon")
    return waiting(w, lost) or w("each day of it may make you safe a day later")


def closes(
    w: Words, labels: Mapping[str, Mapping[str, str]], on: str, door: str | None, given: bool = False
) -> str:
    """The last day on which it can be begun, and what closes then. given: it is for a day that was given."""
    if given:
        return w("{date}: to be ready for the day that you were given", date=w.date(on))
    paper = w.text(labels.get(door or ""))
    if paper:
        return w("{date}: then {paper} would be good for too short a time", date=w.date(on), paper=paper)
    return w("{date}: then a door closes", date=w.date(on))
