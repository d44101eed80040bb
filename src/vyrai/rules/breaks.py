"""The days on which a verdict may change while the answers stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from vyrai.rules import nodes as n
from vyrai.rules._intervals import INF
from vyrai.rules._values import hull, path, value
from vyrai.rules.closures import condition
from vyrai.rules.env import Env

EnvAt = Callable[[int], Env]
_ANY = ((-INF, INF),)
_UNEVEN, _SLACK = ("months", "years"), 4
"""Units that are not equally long, and by how many days at most."""
Scan = Callable[[Env, int, int, set[int]], None]
"""Adds the days within two days on which a condition may change, the facts being those of the Env."""


def breakpoints(
    scans: Iterable[tuple[Scan, str]], env_at: EnvAt, start: int, end: int, points: Iterable[int]
) -> Iterator[int]:
    """Every day in (start, end] on which a condition may change, in order, found as they are asked for.

    scans: of each condition, with the prefix of the member asked. env_at: the family on a day, with the facts
    of that day. points: the days on which a fact or event that the conditions name may begin or end; between
    two of them the facts are the same. Between two days returned every condition is constant.
    """
    listed = list(scans)
    edges = sorted({start, end + 1, *(day for day in points if start < day <= end)})
    for first, after in pairwise(edges):
        if first > start:
            yield first
        found: set[int] = set()
        if listed:
            env = env_at(first)
            for scan, member in listed:
                env.at[0] = member
                scan(env, first, after - 1, found)
        yield from sorted(found)


def uses_day(node: n.Node) -> bool:
    """Whether a condition depends on the day itself, not only through the facts in force."""
    return any(isinstance(part, n.Day | n.TimeIn) for part in n.walk(node))


def scanner(node: n.Node) -> Scan | None:
    """What finds the days of a condition; None where it does not depend on the day itself."""
    match node:
        case n.And() | n.Or() | n.Not():
            return _together(n.children(node))
        case n.Quantifier():
            inner = _together((node.body,) if node.keep is None else (node.keep, node.body))
            return None if inner is None else _of_each(node, inner)
    return _atom(node) if uses_day(node) else None


def _together(nodes: Iterable[n.Node]) -> Scan | None:
    parts = [scan for scan in map(scanner, nodes) if scan is not None]
    if len(parts) < 2:
        return parts[0] if parts else None

    def scan(env: Env, first: int, last: int, found: set[int]) -> None:
        for part in parts:
            part(env, first, last, found)

    return scan


def _of_each(node: n.Quantifier | n.Fold, inner: Scan) -> Scan:
    """For each record of a list."""
    where, var = path(node.source), node.var

    def scan(env: Env, first: int, last: int, found: set[int]) -> None:
        for prefix in env.lists.get(where(env), ()):
            env.at[var] = prefix
            inner(env, first, last, found)

    return scan


def _atom(node: n.Node) -> Scan:
    decide, folds = condition(node, False), _folds(node)

    def scan(env: Env, first: int, last: int, found: set[int]) -> None:
        def bits(day: int) -> int:
            env.on = day
            return decide(env)[0]

        if folds is None:
            now = bits(first)
            for day in range(first + 1, last + 1):
                then, now = now, bits(day)
                if then != now:
                    found.add(day)
        else:
            inner: set[int] = set()
            for fold in folds:
                fold(env, first, last, inner)
            before = None
            for low, after in pairwise(sorted({first, *inner, last + 1})):
                at_low, at_last = bits(low), bits(after - 1)
                if before not in (None, at_low):
                    found.add(low)
                _halve(bits, low, at_low, after - 1, at_last, found)
                before = at_last
        env.on = first

    return scan


def _folds(node: n.Node) -> list[Scan] | None:
    """Where, as days pass, a condition can only go one way: what finds the days between which it does.

    It can where the day stands in it once, under an order; and where the records that a fold counts, or the
    stays within a window of days, begin or end on those days only. None where nobody can tell.
    """
    if isinstance(node, n.During):
        return []  # the ends of the event are among the points
    if not isinstance(node, n.Compare) or node.op in ("==", "!="):
        return None
    outside = list(_outside(node))
    if sum(isinstance(part, n.Day | n.TimeIn) for part in outside) > 1:
        return None
    scans = []
    for fold in outside:
        if isinstance(fold, n.TimeIn):
            clock = _clock(fold)
            if clock is None:
                return None
            scans.append(clock)
        if isinstance(fold, n.Fold) and uses_day(fold):
            keep = None if fold.keep is None else scanner(fold.keep)
            if keep is None or (fold.body is not None and uses_day(fold.body)):
                return None
            scans.append(_of_each(fold, keep))
    return scans


def _clock(node: n.TimeIn) -> Scan | None:
    """For time spent: the days on which a stay begins, ends, or so enters or leaves the window.

    Between them the time grows or shrinks all the way; but months and years are not equally long, so that in
    a window of those each day counts on which a stay is entered or left.
    """
    parts, since, var = list(n.walk(node.since)), value(node.since), node.var
    moves = uses_day(node.since)
    uneven = moves and any(isinstance(part, n.Duration) and part.type.of in _UNEVEN for part in parts)
    if moves and any(isinstance(part, n.Fold | n.TimeIn) for part in parts):
        return None

    def scan(env: Env, first: int, last: int, found: set[int]) -> None:
        env.on = first
        begins = since(env)[0] or _ANY
        lengths = {0, *(first - end for end in hull(begins) if abs(end) < INF)} if moves else {0}
        for prefix in env.lists.get(f"{env.at[var]}.stays", ()):
            country = env.known[f"{prefix}.country"]
            if country is not None and country[0] != node.country:
                continue
            low, _ = hull(env.known[f"{prefix}.from"] or _ANY)
            _, high = hull(env.known[f"{prefix}.to"] or _ANY)
            ends = [end for pair in ("from", "to") for end in hull(env.known[f"{prefix}.{pair}"] or _ANY)]
            for length in lengths:
                days = [end + length + more for end in ends for more in (0, 1)]
                if uneven:
                    begin, end = max(low + length - _SLACK, first + 1), min(high + length + _SLACK, last)
                    days = list(range(int(begin), int(end) + 1))
                found.update(int(day) for day in days if first < day <= last)

    return scan


def _outside(node: n.Node) -> Iterator[n.Node]:
    """The node and what is below it, but for what is inside of a fold or a clock."""
    yield node
    if not isinstance(node, n.Fold | n.TimeIn):
        for part in n.children(node):
            yield from _outside(part)


def _halve(
    bits: Callable[[int], int], low: int, at_low: int, high: int, at_high: int, found: set[int]
) -> None:
    """Add every day on which a condition that only goes one way changes, between two days."""
    if at_low == at_high:
        return
    if high - low == 1:
        found.add(high)
        return
    middle = (low + high) // 2
    at_middle = bits(middle)
    _halve(bits, low, at_low, middle, at_middle, found)
    _halve(bits, middle, at_middle, high, at_high, found)
