"""Exchange rates: the one between two currencies, turned round, or by way of a third."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import Any

from vyrai.world import World

Pair = tuple[Any, Any]
RATE = "rate."
"""How the ids of exchange rates begin."""


def rate_facts(world: World, name: str) -> tuple[str, ...]:
    """The facts behind `rate.AAA-BBB` (how many BBB for one AAA): one, or two with a currency between."""
    return _rate(world, name)[1]


def rate(world: World, name: str) -> tuple[Pair, ...] | None:
    """How many BBB for one AAA, `name` being `rate.aaa-bbb`; None where no rate is known on the day."""
    return _rate(world, name)[0]


def _rate(world: World, name: str) -> tuple[tuple[Pair, ...] | None, tuple[str, ...]]:
    head, _, pair = name.partition(".")
    source, _, target = pair.partition("-")
    if source == target:
        return ((1, 1),), ()
    direct = _one(world, head, source, target)
    if direct is not None:
        return (direct[0],), (direct[1],)
    others = sorted({code for fact in world.atlas.rates for code in _pair(fact, head)} - {source, target})
    for between in others:
        first, second = _one(world, head, source, between), _one(world, head, between, target)
        if first is not None and second is not None:
            pair_between = (first[0][0] * second[0][0], first[0][1] * second[0][1])
            return (pair_between,), (first[1], second[1])
    return None, ()


def _pair(fact: str, head: str) -> tuple[str, ...]:
    start, _, pair = fact.partition(".")
    return tuple(pair.split("-")) if start == head and pair.count("-") == 1 else ()


def _one(world: World, head: str, source: str, target: str) -> tuple[Pair, str] | None:
    for name, turned in ((f"{head}.{source}-{target}", False), (f"{head}.{target}-{source}", True)):
        if name not in world.atlas.by_fact:
            continue
        found = world.value(name)
        pairs = [one for one in found.alternatives if isinstance(one, tuple)]
        if found.why is None and pairs:
            low, high = min(one[0] for one in pairs), max(one[1] for one in pairs)
            if not turned:
                return (low, high), name
            if low > 0 and high < inf:
                return (Fraction(1) / high, Fraction(1) / low), name
    return None
