"""Members whose papers are not those that a way gives: a citizen, who holds a permit, who stays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Any, Literal

from vyrai.law._family import Family
from vyrai.law._time import OPEN, WEEKS, Weeks, duration
from vyrai.law.chain import Chain
from vyrai.law.law import Law
from vyrai.law.timeline import Stage, Timeline, day_after
from vyrai.rules import SURELY_NOT
from vyrai.world import Status, World

Why = Literal["citizen", "held", "perhaps", "left_out"]
OWN = -1
"""The number of the link of a status that no link gives."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """What one member holds, and why that is not what the way gives. A citizen's may be unwritten; of who
    perhaps holds a paper nobody can say what counts, so there is none of it either.
    """

    why: Why
    line: Timeline


def own_lines(
    law: Law, family: Family, world: World, country: str, line: Timeline, chain: Chain
) -> dict[str, OwnLine]:
    """By member, only those who hold other papers than the way gives."""
    found: dict[str, OwnLine] = {}
    for member in family.people["person"]:
        if _is_citizen(family, country, member):
            mine: OwnLine | None = _citizen(law, country, line)
        else:
            mine = _held(law, family, world, country, line, member) or _left_out(line, chain, member)
        if mine is not None:
            found[member] = mine
    return found


def holds_own(law: Law, family: Family, country: str, day: date, member: str) -> bool | None:
    """Whether a member needs no way into a country: a citizen, or with a permit that day; None: perhaps."""
    if _is_citizen(family, country, member):
        return True
    sure, perhaps = _papers(law, family, country, day, member)
    return True if sure else None if perhaps else False


def _is_citizen(family: Family, country: str, member: str) -> bool:
    prefixes = family.lists.get(f"{member}.citizenships", ())
    return any(family.known.get(f"{one}.country") == (country,) for one in prefixes)


def _citizen(law: Law, country: str, line: Timeline) -> OwnLine:
    named = law.atlas.country(country).citizens
    stages = () if named is None else (_stage(law.atlas.status(named), line, None),)
    return OwnLine("citizen", replace(line, stages=stages))


def _held(
    law: Law, family: Family, world: World, country: str, line: Timeline, member: str
) -> OwnLine | None:
    """By a status of the country that the member has on arrival; then what the way gives.

    Where nobody can say whether it is still valid then, or already, nobody can say what opens.
    """
    found, perhaps = _papers(law, family, country, line.arrives, member)
    if not found:
        return OwnLine("perhaps", replace(line, stages=())) if perhaps else None
    status, left = max(found, key=lambda one: (one[1].lo, one[1].hi))
    later = [one for place, one in enumerate(line.stages) if not _over(line.stages[place + 1 :], left)]
    following = [] if left.lo == inf else [of for one in later for of in _after(world, line, one, left)]
    return OwnLine("held", replace(line, stages=(_stage(status, line, left), *following)))


def _after(world: World, line: Timeline, stage: Stage, own: Weeks) -> Iterator[Stage]:
    """A status of the way once the own paper is over: it began when the way gave it, and ends no later."""
    after = Weeks(max(stage.after.lo, own.lo), max(stage.after.hi, own.hi), stage.after.facts)
    if after == stage.after:
        yield stage
        return
    ends = None
    if stage.status.lasts is not None:
        by_law = stage.after + (duration(world, stage.status.lasts) or OPEN)
        if by_law.hi <= own.lo:
            return
        ends = Weeks(max(by_law.lo, own.lo), by_law.hi, by_law.facts)
    weeks = line.arrival + after
    yield replace(stage, weeks=weeks, after=after, on=day_after(line.arrives, after), ends=ends)


def _papers(
    law: Law, family: Family, country: str, on: date, member: str
) -> tuple[list[tuple[Status, Weeks]], bool]:
    """The statuses of a country that a member surely has on a day, and for how long from then on.

    Then whether there is another that the member perhaps has.
    """
    statuses = {one.id: one for one in law.atlas.statuses if one.folder == country and one.stay}
    day, found, perhaps = on.toordinal(), [], False
    for prefix in family.lists.get(f"{member}.statuses", ()):
        status = statuses.get(str(family.known.get(f"{prefix}.status", ("",))[0]))
        begins, ends = (family.known.get(f"{prefix}.{end}", ((-inf, inf),))[0] for end in ("from", "to"))
        if status is not None and begins[1] <= day < ends[0]:
            found.append((status, Weeks(_left(ends[0], day), _left(ends[1], day))))
        elif status is not None and begins[0] <= day < ends[1]:
            perhaps = True
    return found, perhaps


def _left(end: Any, arrives: int) -> Any:
    """Weeks from arrival to a day, which may be open."""
    return inf if end == inf else (end - arrives) * WEEKS["days"]


def _over(later: tuple[Stage, ...], ends: Weeks) -> bool:
    """Whether a later status of the way is surely there before the own one ends."""
    return bool(later) and later[0].after.hi <= ends.lo


def _stage(status: Status, line: Timeline, ends: Weeks | None) -> Stage:
    return Stage(status, line.arrival, Weeks(), line.arrives, OWN, ends)


def _left_out(line: Timeline, chain: Chain, member: str) -> OwnLine | None:
    """Who does not come in by a link that others come in by has nothing of it, nor of what follows."""
    out: Any = next(
        (
            number
            for number, link in enumerate(chain.links)
            if member in link.verdict.left_out and link.verdict.bits != SURELY_NOT
        ),
        None,
    )
    if out is None:
        return None
    kept = tuple(one for one in line.stages if one.link < out)
    return OwnLine("left_out", replace(line, stages=kept, out=True))
