"""The days on which a verdict may change while the answers stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from vyrai.rules import nodes as n
from vyrai.rules._values import path
from vyrai.rules.closures import plain
from vyrai.rules.env import Env

EnvAt = Callable[[int], Env]


def breakpoints(
    trees: Iterable[n.Node], env_at: EnvAt, start: int, end: int, points: Iterable[int]
) -> list[int]:
    """Every day in (start, end] on which a condition of the trees may change, sorted.

    env_at: the family on a day, with the facts of that day. points: the days on which a fact or event
    that the trees name may begin or end; between two of them the facts are the same. Between two days
    returned every condition is constant.
    """
    edges = sorted({start, end + 1, *(day for day in points if start < day <= end)})
    found = {day for day in edges if start < day <= end}
    trees = [tree for tree in trees if uses_day(tree)]
    if trees:
        for first, after in pairwise(edges):
            env = env_at(first)
            for tree in trees:
                _scan(tree, env, first, after - 1, found)
    return sorted(found)


def uses_day(node: n.Node) -> bool:
    """Whether a condition depends on the day itself, not only through the facts in force."""
    return any(isinstance(part, n.Day | n.TimeIn) for part in n.walk(node))


def _scan(node: n.Node, env: Env, first: int, last: int, found: set[int]) -> None:
    if isinstance(node, n.And | n.Or | n.Not):
        for part in n.children(node):
            _scan(part, env, first, last, found)
    elif isinstance(node, n.Quantifier):
        for prefix in env.lists.get(path(node.source)(env), ()):
            for part in (node.body,) if node.keep is None else (node.keep, node.body):
                env.at[node.var] = prefix
                _scan(part, env, first, last, found)
    elif uses_day(node):
        _atom(node, env, first, last, found)


def _atom(node: n.Node, env: Env, first: int, last: int, found: set[int]) -> None:
    decide = plain(node)

    def bits(day: int) -> int:
        env.on = day
        return decide(env)[0]

    inner = _within(node, env, first, last)
    if inner is None:
        before = bits(first)
        for day in range(first + 1, last + 1):
            now = bits(day)
            if now != before:
                found.add(day)
            before = now
    else:
        edges = sorted({first, *inner, last + 1})
        for low, after in pairwise(edges):
            _halve(bits, low, bits(low), after - 1, bits(after - 1), found)
        found |= inner
    env.on = first


def _within(node: n.Node, env: Env, first: int, last: int) -> set[int] | None:
    """The days between which, as days pass, the condition can only go one way; None where nobody can tell.

    It can where the day stands in it once, under an order; and where the records that a fold counts change
    on those days only.
    """
    if isinstance(node, n.During):
        return set()  # the ends of the event are among the points
    if not isinstance(node, n.Compare) or node.op in ("==", "!="):
        return None
    outside = list(_outside(node))
    if sum(isinstance(part, n.Day) for part in outside) > 1 or any(
        isinstance(part, n.TimeIn) for part in outside
    ):
        return None
    days: set[int] = set()
    for fold in outside:
        if isinstance(fold, n.Fold) and uses_day(fold):
            if fold.keep is None or (fold.body is not None and uses_day(fold.body)):
                return None
            for prefix in env.lists.get(path(fold.source)(env), ()):
                env.at[fold.var] = prefix
                _scan(fold.keep, env, first, last, days)
    return days


def _outside(node: n.Node) -> Iterator[n.Node]:
    """The node and what is below it, but for what is inside of a fold."""
    yield node
    if not isinstance(node, n.Fold):
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
