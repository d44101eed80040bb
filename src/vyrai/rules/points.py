"""Points: a sum of what surely and what perhaps counts, held against a threshold that may itself be open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from vyrai.rules import nodes as n
from vyrai.rules._intervals import SURE, SURELY_NOT, UNKNOWN, plus
from vyrai.rules._values import hull, loose, value
from vyrai.rules.closures import Condition, Verdict, condition, gather
from vyrai.rules.env import Alternatives, Env


@dataclass(frozen=True, slots=True)
class Entry:
    """Points (`gives`, a number) for a condition."""

    when: n.Node
    gives: n.Node


@dataclass(frozen=True, slots=True)
class Points:
    """A block of points.

    at_least: the threshold. of: groups of entries; of each group only the best entry counts.
    gates: conditions that all must be met whatever the sum. tiers: other thresholds; the first whose
    condition is met takes the place of `at_least`.
    """

    at_least: n.Node
    of: tuple[tuple[Entry, ...], ...]
    gates: tuple[n.Node, ...] = ()
    tiers: tuple[tuple[n.Node, n.Node], ...] = ()

    def parts(self) -> tuple[n.Node, ...]:
        """Every tree in the block."""
        entries = [part for group in self.of for entry in group for part in (entry.when, entry.gives)]
        tiers = [part for tier in self.tiers for part in tier]
        return (self.at_least, *entries, *self.gates, *tiers)


ANY_NUMBER = (0, float("inf"))


Bounds = tuple[float, float]
Row = Sequence[tuple[int, Bounds]]
"""What each entry of a group comes to: its bits, and the bounds of its points."""


def best(row: Row) -> Bounds:
    """The points of the best entry of a group, as bounds."""
    low = max([points[0] for bits, points in row if bits == SURE], default=0)
    high = max([points[1] for bits, points in row if bits != SURELY_NOT], default=0)
    return max(0, low), max(0, high)


def total(groups: Iterable[Bounds]) -> Bounds:
    """The sum of groups, as bounds."""
    return reduce(plus, groups, (0, 0))


def bits_of(
    block: Points,
    bits: Callable[[n.Node], int],
    bounds: Callable[[n.Node], Bounds],
    best: Callable[[tuple[Entry, ...]], Bounds],
) -> int:
    """What a block of points comes to, by what its conditions, numbers and groups do."""
    wanted: list[Bounds] = []
    for when, at_least in block.tiers:
        applies = bits(when)
        if applies != SURELY_NOT:
            wanted.append(bounds(at_least))
        if applies == SURE:
            break
    else:
        wanted.append(bounds(block.at_least))
    reached = _reached(*total(map(best, block.of)), wanted)
    return gather([*((bits(gate), ()) for gate in block.gates), (reached, ())], SURELY_NOT, SURE)[0]


def _reached(low: float, high: float, wanted: list[Bounds]) -> int:
    least, most = hull(tuple(wanted))
    return SURE if low >= most else SURELY_NOT if high < least else UNKNOWN


def bounds(alternatives: Alternatives | None) -> Bounds:
    """The bounds of a number of points."""
    return ANY_NUMBER if alternatives is None else hull(alternatives)


def points(block: Points) -> Condition:
    """The function that decides a block of points."""
    gates = [condition(gate) for gate in block.gates]
    entries = [[(condition(entry.when), value(entry.gives)) for entry in group] for group in block.of]
    tiers = [(condition(when), value(at_least)) for when, at_least in block.tiers]
    base = value(block.at_least)

    def decide(env: Env) -> Verdict:
        seen: list[str] = []
        groups = []
        for group in entries:
            row: list[tuple[int, Bounds]] = []
            for when, gives in group:
                bits, items = when(env)
                alternatives, fact = gives(env)
                seen += (*items, *fact)
                row.append((bits, bounds(alternatives)))
            groups.append(best(row))
        wanted: list[Bounds] = []
        for when, at_least in tiers:
            bits, items = when(env)
            seen += items
            if bits != SURELY_NOT:
                alternatives, fact = at_least(env)
                seen += fact
                wanted.append(bounds(alternatives))
            if bits == SURE:
                break
        else:
            alternatives, fact = base(env)
            seen += fact
            wanted.append(bounds(alternatives))
        bits = _reached(*total(groups), wanted)
        known = env.known
        if bits == UNKNOWN:
            items = tuple(item for item in seen if loose(known[item])) or tuple(seen)
        else:
            items = tuple(item for item in seen if known[item] is not None)
        return gather([*(gate(env) for gate in gates), (bits, items)], SURELY_NOT, SURE)

    return decide
