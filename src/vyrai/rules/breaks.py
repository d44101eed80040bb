"""The days on which a verdict may change while the answers stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        decide = plain(node)

        def bits(day: int) -> int:
            env.on = day
            return decide(env)[0]

        if _monotone(node):
            _halve(bits, first, bits(first), last, bits(last), found)
        else:
            before = bits(first)
            for day in range(first + 1, last + 1):
                now = bits(day)
                if now != before:
                    found.add(day)
                before = now
        env.on = first


def _monotone(node: n.Node) -> bool:
    """Whether, as days pass, the condition can only go one way: the day stands in it once, under an order."""
    if isinstance(node, n.During):
        return True  # the ends of the event are among the points
    if not isinstance(node, n.Compare) or node.op in ("==", "!="):
        return False
    parts = list(n.walk(node))
    return sum(isinstance(part, n.Day) for part in parts) == 1 and not any(
        isinstance(part, n.Fold | n.TimeIn) for part in parts
    )


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
