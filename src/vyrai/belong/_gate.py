"""On which status of a way a right opens, and until when the ways on to further statuses keep it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

from vyrai.belong.model import State
from vyrai.law import Stage, Timeline, Weeks, duration, rights_of
from vyrai.law.record import Range, span
from vyrai.world import World

_GOOD: tuple[State, ...] = ("open", "limited")
_SAYS: dict[str, State] = {"yes": "open", "limited": "limited", "no": "closed", "unknown": "unknown"}
NOWHERE = Weeks(0, inf)


@dataclass(frozen=True, slots=True)
class Gate:
    """A right on a way. Times are weeks after arrival.

    shown: until the first status on which it holds, at least in part; earliest where a status before says
    nothing of it. sure: until it surely holds in full. ends: for how long at least and at most.
    """

    state: State
    status: str | None
    shown: Weeks
    sure: Weeks | None
    ends: tuple[Any, Any]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """What one stage says of a right."""

    stage: Stage
    says: State
    opens: Weeks
    facts: tuple[str, ...] = ()


def gate(world: World, line: Timeline, right: str | None) -> Gate:
    """Where a right opens on a way; without a right any status counts that lets its holder stay."""
    held = [_held(world, stage, right) for stage in line.stages]
    perhaps = next((one for one in held if one.says != "closed"), None)
    good = next((one for one in held if one.says in _GOOD), None)
    facts = tuple(dict.fromkeys(fact for one in held for fact in one.facts))
    if good is None:
        if (held or line.out) and perhaps is None:
            return Gate("closed", None, NOWHERE, None, (0, 0), facts)
        least = Weeks() if perhaps is None else perhaps.opens
        return Gate("unknown", None, Weeks(least.lo, inf, least.facts), None, (0, _most(held)), facts)
    sure = next((place for place, one in enumerate(held) if one.says == "open"), None)
    least = good.opens if perhaps is None else perhaps.opens
    return Gate(
        state=good.says,
        status=good.stage.status.id,
        shown=Weeks(min(least.lo, good.opens.lo), good.opens.hi, good.opens.facts),
        sure=None if sure is None else Weeks(least.lo, held[sure].opens.hi, held[sure].opens.facts),
        ends=(0 if sure is None else _least(world, held[sure:]), _most(held)),
        facts=good.facts,
    )


def _held(world: World, stage: Stage, right: str | None) -> _Held:
    if right is None:
        return _Held(stage, "open" if stage.status.stay else "closed", stage.after)
    said = rights_of(stage.status, right, stage.on.toordinal())
    if not said:
        return _Held(stage, "unknown", stage.after)
    best = next((one for one in said if one.holds in ("yes", "limited")), said[0])
    return _Held(stage, _SAYS[best.holds], stage.after + known(world, best.opens.after), best.facts)


def _least(world: World, held: list[_Held]) -> Any:
    """For how long at least: until the first status that may be without it, or the last one runs out."""
    other = next((one for one in held if one.says != "open"), None)
    if other is not None:
        return other.stage.after.lo
    last = held[-1].stage
    if last.ends is not None:  # the paper at hand says so, or what the way gave while it was valid
        return last.ends.lo
    if last.status.lasts is None:  # most papers run out, and of this one nobody wrote down when
        return inf if last.status.ever else last.after.lo
    return last.after.lo + known(world, last.status.lasts).lo


def _most(held: list[_Held]) -> Any:
    """For how long at most: for ever, unless the last statuses are surely without it."""
    last = max((place for place, one in enumerate(held) if one.says != "closed"), default=len(held))
    return held[last + 1].stage.after.hi if last + 1 < len(held) else inf


def known(world: World, fact: str | None) -> Weeks:
    """A time that a fact gives; anything where the fact is not known, nothing where there is none."""
    if fact is None:
        return Weeks()
    return duration(world, fact) or Weeks(0, inf, (fact,))


def figure(world: World, fact: str | None) -> Range | None:
    """What a fact gives, in its own unit; None where it is not known."""
    if fact is None:
        return None
    found = world.value(fact)
    pairs = [pair for pair in found.alternatives if isinstance(pair, tuple)]
    if not pairs or found.unit is None:
        return None
    return span(min(pair[0] for pair in pairs), max(pair[1] for pair in pairs), found.unit, (fact,))
