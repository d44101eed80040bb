"""World: the atlas on a day, as known on a day. What rules ask about facts and events is answered here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import inf
from typing import Any, Literal

import msgspec

from vyrai.world._atlas import Atlas
from vyrai.world._built import Door, Route
from vyrai.world._model import Claim, Fact, Span
from vyrai.world._standing import Standing, breaks, standing

Number = int | Fraction | float
Value = tuple[Number, Number] | tuple[int, int] | str | frozenset[str] | bool
Kind = Literal["number", "code", "codes", "date", "yesno"]
Why = Literal["fact_missing", "fact_too_old", "not_known_in_force", "not_known_on_that_date"]
MONTH = Fraction(146097, 4800)


class FactValue(msgspec.Struct, frozen=True):
    """What rules compute with: every value that the claims in force give, or why there is none.

    alternatives: numbers (lo, hi) of int, Fraction or ±inf; dates (lo, hi) of ordinals; codes str; sets of
    codes frozenset; yes/no bool. Each once, `units` beside them; `claims` are behind them. `why` is set iff
    there is none.
    """

    alternatives: tuple[Value, ...] = ()
    why: Why | None = None
    kind: Kind | None = None
    units: tuple[str | None, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def unit(self) -> str | None:
        """The unit of all alternatives; None if they have none, or rivals speak of different ones."""
        return self.units[0] if len(set(self.units)) == 1 else None


class DoorOn(msgspec.Struct, frozen=True):
    """The door intervals of a route that count on a day. `why` is set iff what the door is is not known."""

    doors: tuple[Door, ...] = ()
    why: Why | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """The states it may be in, each once, by name; only "unknown" where `why` is set."""
        if self.why is not None:
            return ("unknown",)
        return tuple(sorted({door.state for door in self.doors}))


def engine_form(value: list[Any]) -> Value:
    """The value of a claim as rules compute with it."""
    kind, *rest = value
    if kind == "number":
        lo, hi = rest
        return (-inf if lo is None else _exact(lo), inf if hi is None else _exact(hi))
    if kind == "date":
        return (rest[0], rest[1])
    if kind == "codes":
        return frozenset(rest[0])
    result: str | bool = rest[0]
    return result


def _exact(number: int | str) -> int | Fraction:
    return number if isinstance(number, int) else Fraction(number)


class World:
    """The atlas `on` a day, as `known` on a day (None: all it holds). Answers are kept for its lifetime."""

    def __init__(self, atlas: Atlas, on: date, known: date | None = None) -> None:
        self.atlas, self.on, self.known = atlas, on, known
        self._day = on.toordinal()
        self._known = None if known is None else known.toordinal()
        self._values: dict[str, FactValue] = {}
        self.lengths: dict[str, Any] = {}
        """By fact, what whoever reckons with times makes of it."""
        self._standings: dict[str, Standing] = {}
        self._others: dict[date, World] = {on: self}

    def at(self, on: date) -> World:
        """The same knowledge on another day; the same World for the same day."""
        other = self._others.get(on)
        if other is None:
            other = self._others[on] = World(self.atlas, on, self.known)
            other._others, other._topics, other._doors = self._others, self._topics, self._doors
        return other

    def claims(self, name: str) -> Standing:
        """Which claims of a fact count, and where the others stand. KeyError: no such fact."""
        found = self._standings.get(name)
        if found is None:
            fact = self.atlas.fact(name)
            found = standing(fact, self._day, self._known, self.horizon(fact))
            self._standings[name] = found
        return found

    def horizon(self, fact: Fact) -> int | None:
        """For how many days an observation of the fact's topic may be leaned on; None: for ever."""
        return self._topics.get(fact.topic)

    @cached_property
    def _topics(self) -> dict[str, int]:
        return _horizons(self.atlas)

    @cached_property
    def _doors(self) -> int | None:
        return _horizons(self.atlas, "doors").get("")

    def value(self, name: str) -> FactValue:
        """What a rule may compute with. KeyError: no such fact."""
        found = self._values.get(name)
        if found is None:
            found = self._values[name] = self._value(name)
        return found

    def _value(self, name: str) -> FactValue:
        fact = self.atlas.fact(name)
        able = [claim for claim in fact.claims if claim.decides and claim.value is not None]
        if not able:
            return FactValue(why="fact_missing")
        rules = [claim for claim in able if claim.valid is not None]
        able = rules or able
        now = standing(
            msgspec.structs.replace(fact, claims=tuple(able)), self._day, self._known, self.horizon(fact)
        )
        if not now.surely:
            return FactValue(why=_why(now))
        return _together(
            [claim for claim in able if any(claim is one for one in (*now.surely, *now.perhaps))]
        )

    def breaks(self, names: Iterable[str], start: date, end: date) -> list[int]:
        """The days after `start`, up to `end`, on which a fact may stand otherwise than the day before."""
        days: set[int] = set()
        for name in names:
            fact = self.atlas.fact(name)
            days |= breaks(fact, self.horizon(fact))
        return sorted(day for day in days if start.toordinal() < day <= end.toordinal())

    def event(self, name: str) -> Span:
        """When an event began and ended, each end an interval. KeyError: no such event."""
        return self.atlas.event(name).when

    def door(self, route: Route) -> DoorOn:
        """What is known of a route's door: several where they rival or belong to different offices."""
        if self._known is None:
            doors = route.door
        else:
            doors = tuple(door for door in route.door if self._said(door)[0] <= self._known)
        surely = tuple(door for door in doors if door.when.surely(self._day))
        perhaps = tuple(door for door in doors if door.when.perhaps(self._day))
        if not surely:
            why: Why = "not_known_in_force" if perhaps else "fact_missing"
            return DoorOn(perhaps, "not_known_on_that_date" if not perhaps and doors != route.door else why)
        horizon = self._doors
        fresh = [door for door in perhaps if door.when.end_hi is not None or not self._stale(door, horizon)]
        return DoorOn(perhaps, None if fresh else "fact_too_old")

    def door_breaks(self, route: Route, start: date, end: date) -> list[int]:
        """The days after `start`, up to `end`, on which the door may be otherwise than the day before."""
        horizon = self._doors
        days: set[int] = set()
        for door in route.door:
            days.update(door.when.breaks())
            if horizon is not None:
                days.add(self._said(door)[1] + horizon + 1)
        return sorted(day for day in days if start.toordinal() < day <= end.toordinal())

    def door_seen(self, door: Door) -> tuple[date, bool]:
        """The last day on which a source spoke of a door, and whether that is too long ago to lean on."""
        last = self._said(door)[1]
        return date.fromordinal(last), door.when.end_hi is None and self._stale(door, self._doors)

    def door_begins(self, door: Door) -> bool:
        """Whether a door became so when it is said to begin, and was not only seen to be so then."""
        begin, claims = door.when.begin_lo, self.atlas.fact(door.fact).claims
        spans = [claim.valid for claim in claims if claim.valid is not None]
        if begin is None or any(span.begin_lo == begin for span in spans):
            return begin is not None
        seen = {claim.as_of[0] for claim in claims} | {
            claim.observed[0] for claim in claims if claim.observed
        }
        return begin not in seen | {span.begin_hi for span in spans}

    def _said(self, door: Door) -> tuple[int, int]:
        return max((claim.as_of for claim in self.atlas.fact(door.fact).claims), key=lambda day: day[1])

    def _stale(self, door: Door, horizon: int | None) -> bool:
        return horizon is not None and self._day > self._said(door)[1] + horizon


def _together(claims: list[Claim]) -> FactValue:
    """The different values of claims that count, in the order of the atlas."""
    pairs: dict[tuple[Value, str | None], str] = {}
    for claim in claims:
        assert claim.value is not None
        pairs[engine_form(claim.value), claim.unit] = claim.value[0]
    values, units = zip(*pairs, strict=True)
    kind: Any = next(iter(pairs.values()))
    return FactValue(values, None, kind, units, tuple(claims))


def _why(now: Standing) -> Why:
    """The nearest reason why no claim is surely in force: what would have to be found out."""
    if now.perhaps:
        return "not_known_in_force"
    if now.too_old:
        return "fact_too_old"
    return "not_known_on_that_date" if now.not_yet_known else "not_known_in_force"


def _horizons(atlas: Atlas, only: str | None = None) -> dict[str, int]:
    """Days by topic from the code list `horizons`; for `only` = one horizon of its own, under ""."""
    listed = atlas.codes.get("horizons")
    if listed is None:
        return {}
    days: dict[str, int] = {}
    for name, data in listed.codes.items():
        length = round(data["months"] * MONTH)
        if only is not None:
            if name == only:
                days[""] = length
        elif name != "doors":
            days.update(dict.fromkeys(data.get("topics", ()), length))
    return days
