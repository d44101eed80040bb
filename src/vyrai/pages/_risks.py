"""What can go wrong, the gravest first, and who would learn of the family: one list for all countries."""

from __future__ import annotations

from typing import NamedTuple

from vyrai.choose.lands import Land
from vyrai.choose.model import Peril, Range
from vyrai.pages._desk import Desk


class Head(NamedTuple):
    """Everything of one level of danger; `level` 0: how dangerous was not found."""

    level: int
    pips: Range
    perils: tuple[Peril, ...]


class Learner(NamedTuple):
    """Somebody who would learn of the family, and where."""

    who: str
    places: tuple[str, ...]


class There(NamedTuple):
    """What a country may do to people who are there: facts on danger, on being sent back."""

    country: str
    danger: tuple[str, ...]
    sent_back: tuple[str, ...]


class Risks(NamedTuple):
    """The one list."""

    heads: tuple[Head, ...]
    learners: tuple[Learner, ...]
    there: tuple[There, ...]


def risks(desk: Desk, lands: tuple[Land, ...]) -> Risks:
    """The perils by level, who learns of the family, and what holds in each country that is not closed."""
    perils = desk.comparison.perils
    heads = []
    for level in (4, 3, 2, 1, 0):
        found = tuple(one for one in perils if (one.level or 0) == level)
        if found:
            end = level or None
            heads.append(Head(level, Range(lo=end, hi=end, unit="of 4"), found))
    learners: dict[str, dict[str, None]] = {}
    for one in perils:
        for who in desk.words.apart(one.who_learns):
            learners.setdefault(who, {}).update(dict.fromkeys(one.countries))
    named = [Learner(who, tuple(places)) for who, places in learners.items()]
    there, steps = [], {fact for one in perils for fact in one.facts}
    for land in lands:
        rows = (*land.entries, *land.later)
        danger = dict.fromkeys(fact for row in rows for fact in row.danger_there.facts)
        danger |= dict.fromkeys(fact for row in rows for fact in row.danger_way.facts if fact not in steps)
        back = dict.fromkeys(fact for row in rows for fact in row.sent_back.facts)
        if land.way != "closed":
            there.append(There(land.country, tuple(danger), tuple(back)))
    return Risks(tuple(heads), tuple(sorted(named, key=lambda one: desk.words.order(one.who))), tuple(there))
