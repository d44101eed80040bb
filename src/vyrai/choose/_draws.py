"""Ways of weighing, drawn: stochastic multicriteria acceptability analysis on a table of whole numbers.

Everything is reckoned in whole numbers, so that every machine draws and counts the same and ties are exact.
Each draw comes from a hash of the seed and of *what* is drawn, not of its turn: the order of places and of
criteria changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import shake_128
from itertools import permutations, repeat
from math import fsum
from operator import add, mul
from struct import unpack
from typing import NamedTuple

FULL = 8192
"""The best value of a criterion; the worst is 0. What differs by less of a scale does not differ."""
_STEPS = 256
"""At so many places of a range a value may be drawn."""
PARTS = 65536
"""The weights of one way of weighing add up to this."""
TOP = 3
"""Among so many weightiest criteria those stand that somebody named; as many ranks are counted."""
_TURNS = tuple(permutations(range(TOP)))

Ranged = tuple[int, int]
"""The worst and the best value that a place may have by one criterion, 0 to FULL."""
Table = Mapping[str, Sequence[Ranged]]
"""By place, its values by all criteria, in one order."""
Weights = tuple[tuple[int, ...], ...]
"""By criterion, its weight in each way of weighing."""


def weights(names: tuple[str, ...], matters: frozenset[str], seed: str, samples: int) -> Weights:
    """Weights drawn evenly from all there are, or from those in which what matters weighs most.

    The gaps between sorted numbers are even on the simplex. Those among which what matters has its place in
    the top are had by handing out the gaps of each draw by size: the top ones first to what matters.
    """
    cuts = [_numbers(f"{seed}|cut {number}", samples) for number in range(len(names) - 1)]
    rows = []
    for row in zip(*cuts, strict=True) if cuts else repeat((), samples):
        ends = sorted(row)
        rows.append([high - low for low, high in zip((0, *ends), (*ends, PARTS), strict=True)])
    order = sorted(names)
    if matters and len(names) > TOP:
        order = [*sorted(matters), *(name for name in order if name not in matters)]
        which = _numbers(f"{seed}|which", samples)
        rows = list(map(_handed, rows, which, repeat(len(matters))))
    drawn = dict(zip(order, zip(*rows, strict=True), strict=True))
    return tuple(drawn[name] for name in names)


def _handed(gaps: Sequence[int], which: int, named: int) -> list[int]:
    """The gaps of a draw: for what is named, first, some of the top ones; then the others as they came."""
    order = sorted(range(len(gaps)), key=gaps.__getitem__, reverse=True)
    given = [order[slot] for slot in _TURNS[which % len(_TURNS)][:named]]
    return [gaps[one] for one in given] + [gap for one, gap in enumerate(gaps) if one not in given]


def _numbers(what: str, samples: int) -> Sequence[int]:
    """Whole numbers below PARTS."""
    return unpack(f"<{samples}H", shake_128(what.encode()).digest(2 * samples))


class Counted(NamedTuple):
    """What was counted of one place. In `ranks` and `central`, ties are shared.

    ranks: shares of the ways in which it comes first, second, third. central: by criterion the mean weight
    where it comes first (None if it never does). surely, at_most: the shares in which it comes first if the
    values turn out worst for it and best for the others, and the other way round.
    """

    ranks: tuple[float, float, float]
    central: tuple[float, ...] | None
    surely: float
    at_most: float


def count(table: Table, drawn: Weights, names: tuple[str, ...], seed: str, bounds: int) -> dict[str, Counted]:
    """Count the ranks of every place over all ways of weighing, its bounds over the first `bounds`."""
    places = sorted(table)
    samples = len(drawn[0])
    values = {
        place: _sums(drawn, columns, samples)
        for place, columns in _values(table, names, seed, samples).items()
    }
    ranks = {place: [0.0] * TOP for place in places}
    firsts: dict[str, list[tuple[int, float]]] = {place: [] for place in places}
    for number, row in enumerate(zip(*values.values(), strict=True)):
        _rank(row, places, number, ranks, firsts)
    surely, at_most = _bounds(table, places, [one[:bounds] for one in drawn], bounds)
    return {
        place: Counted(
            (ranks[place][0] / samples, ranks[place][1] / samples, ranks[place][2] / samples),
            _central(firsts[place], drawn),
            surely[place] / bounds,
            at_most[place] / bounds,
        )
        for place in places
    }


def _rank(
    row: Sequence[int],
    places: Sequence[str],
    number: int,
    ranks: Mapping[str, list[float]],
    firsts: Mapping[str, list[tuple[int, float]]],
) -> None:
    """Give the first ranks of one way of weighing; those that are level share the ranks they fill."""
    best = sorted(row, reverse=True)[:TOP]
    least = best[-1]
    level: dict[int, list[str]] = {}
    for place, value in zip(places, row, strict=True):
        if value >= least:
            level.setdefault(value, []).append(place)
    for rank, value in enumerate(best):
        for place in level[value]:
            ranks[place][rank] += 1 / len(level[value])
    for place in level[best[0]]:
        firsts[place].append((number, 1 / len(level[best[0]])))


def _values(
    table: Table, names: tuple[str, ...], seed: str, samples: int
) -> dict[str, list[Sequence[int] | int]]:
    """What each place, by the alphabet, is drawn as, by criterion; one number where it is known."""
    steps = {ranged: _steps(*ranged) for row in table.values() for ranged in row if ranged[0] < ranged[1]}
    return {
        place: [
            low if low == high else _drawn(steps[low, high], f"{seed}|{name}|{place}", samples)
            for name, (low, high) in zip(names, table[place], strict=True)
        ]
        for place in sorted(table)
    }


def _drawn(steps: Sequence[int], what: str, samples: int) -> Sequence[int]:
    """Values of a range, all alike likely."""
    return list(map(steps.__getitem__, shake_128(what.encode()).digest(samples)))


def _steps(low: int, high: int) -> tuple[int, ...]:
    """The values that may be drawn of a range: one for each value of a byte."""
    width, parts = high - low, 2 * _STEPS
    return tuple([at // parts for at in range(low * parts + width, high * parts, 2 * width)])


def _sums(drawn: Sequence[Sequence[int]], values: Sequence[Sequence[int] | int], samples: int) -> list[int]:
    """Weights times values, added up over all criteria."""
    parts = [
        map(mul, weight, repeat(value) if isinstance(value, int) else value)
        for weight, value in zip(drawn, values, strict=True)
        if value
    ]
    total: Iterable[int] = repeat(0, samples)
    for part in parts:
        total = map(add, total, part)
    return list(total)


def _bounds(
    table: Table, places: Sequence[str], drawn: Sequence[Sequence[int]], samples: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The least and the most by which each place can come first, whatever the values turn out to be.

    For one way of weighing: all, nothing, or where it can but be level with others its part.
    """
    ends = [
        [_sums(drawn, [ranged[end] for ranged in table[place]], samples) for place in places]
        for end in (0, 1)
    ]
    surely, at_most = dict.fromkeys(places, 0.0), dict.fromkeys(places, 0.0)
    for lows, highs in zip(zip(*ends[0], strict=True), zip(*ends[1], strict=True), strict=True):
        best_low = max(lows)
        best_high, *others = sorted(highs, reverse=True)
        next_high = others[0] if others else 0
        for place, low, high in zip(places, lows, highs, strict=True):
            if low >= (next_high if high == best_high else best_high):
                surely[place] += 1 / (1 + highs.count(low) - (high == low))
            if high > best_low:
                at_most[place] += 1
            elif high == best_low:
                at_most[place] += 1 / (1 + lows.count(high) - (low == high))
    return surely, at_most


def _central(firsts: Sequence[tuple[int, float]], drawn: Weights) -> tuple[float, ...] | None:
    """The mean weights over the ways of weighing in which a place comes first."""
    if not firsts:
        return None
    share = fsum(part for _, part in firsts)
    return tuple(fsum(weight[number] * part for number, part in firsts) / share / PARTS for weight in drawn)


def confidence(
    table: Table, by: Mapping[str, Sequence[float]], names: tuple[str, ...], seed: str, samples: int
) -> dict[str, float]:
    """How often each place comes first by one way of weighing of its own, over what is not known."""
    values = _values(table, names, f"{seed}|again", samples)
    found = {}
    for place, central in by.items():
        fixed = [(round(weight * PARTS),) * samples for weight in central]
        columns = {other: _sums(fixed, values[other], samples) for other in values}
        found[place] = _won(columns[place], list(zip(*columns.values(), strict=True))) / samples
    return found


def _won(own: Sequence[int], rows: Sequence[Sequence[int]]) -> float:
    """In how many draws one value is the largest; where others are level, its part."""
    level = (row.count(one) for one, row in zip(own, rows, strict=True) if one == max(row))
    return fsum(1 / number for number in level)
