"""The back end that explains: a checked tree becomes nested functions from an Env to a verdict with items.

A condition gives `(bits, items)`: bits are 1 (surely met), 2 (surely not met) or 0 (unknown); items are what
settled it, or, where it is unknown, what is open. A value gives `(alternatives, items)`, alternatives None
where unknown. The items are irredundant where no answer occurs twice; `support.py` sees to the rest.

An atom is a condition without and, or, not around other atoms. Where the Env has a memo, each atom is decided
once for each record it is about, and its own items are then irredundant.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import count
from typing import Any

from vyrai.rules import _values, support
from vyrai.rules import nodes as n
from vyrai.rules._intervals import OPPOSITE, ORDERS, SURE, SURELY_NOT, UNKNOWN
from vyrai.rules.env import EVENT, JUDGED, LATER, Env

Items = tuple[str, ...]
Verdict = tuple[int, Items]
Condition = Callable[[Env], Verdict]


def condition(node: n.Node, remember: bool = True) -> Condition:
    """The function that decides a condition. `remember`: use the memo of an Env that has one."""
    match node:
        case n.And():
            return _all_of([condition(part, remember) for part in node.parts], SURELY_NOT)
        case n.Or():
            return _all_of([condition(part, remember) for part in node.parts], SURE)
        case n.Not():
            return _not(condition(node.part, remember))
    free = support.free(node)
    return _remembered(node, free) if remember and len(free) < 2 else _atom(node)


@lru_cache(maxsize=10_000)
def plain(node: n.Node) -> Condition:
    """The function that decides a part of a rule by itself, without a memo: one for the same part."""
    return condition(node, False)


_numbers = count()


@lru_cache(maxsize=100_000)
def _number(node: n.Node) -> int:
    """The same number for the same atom, in whichever rule it stands."""
    return next(_numbers)


def _remembered(node: n.Node, free: frozenset[int]) -> Condition:
    """An atom that is looked up by the one record it is about, if any."""
    plain, number, whole = _atom(node), _number(node), support.read_once(node)
    var = next(iter(free), None)

    def decide(env: Env) -> Verdict:
        memo = env.memo
        if memo is None:
            return plain(env)
        key = (number, "" if var is None else env.at[var])
        found = memo.get(key)
        if found is None:
            found = plain(env)
            if not whole and found[0] != UNKNOWN:
                found = found[0], support.irredundant(lambda other: plain(other)[0], env, *found)
            memo[key] = found
        return found

    return decide


def _atom(node: n.Node) -> Condition:
    match node:
        case n.Compare():
            return _compare(node)
        case n.OneOf():
            return _one_of(node)
        case n.Truth():
            return _truth(_values.value(node.value))
        case n.Judged():
            return _truth(_values.named((LATER if node.later else JUDGED) + node.id))
        case n.During():
            return _during(node)
        case n.Quantifier():
            return _quantifier(node)
    raise TypeError(f"{type(node).__name__} is not a condition")  # the parser lets nothing else through


def _not(part: Condition) -> Condition:
    def decide(env: Env) -> Verdict:
        bits, items = part(env)
        return OPPOSITE[bits], items

    return decide


def _all_of(parts: list[Condition], settles: int) -> Condition:
    """`and` (one part surely not met settles it) or `or` (one part surely met does)."""
    otherwise = OPPOSITE[settles]

    def decide(env: Env) -> Verdict:
        return gather([part(env) for part in parts], settles, otherwise)

    return decide


def gather(results: list[Verdict], settles: int, otherwise: int, whole: Verdict | None = None) -> Verdict:
    """Put parts together: the smallest part that settles; else all of them; else what is open in each.

    `whole` is the part that says that a list is complete: it never settles, but is needed for all of them.
    """
    best: Items | None = None
    for bits, items in results:
        if bits == settles and (best is None or len(items) < len(best)):
            best = items
    if best is not None:
        return settles, best
    if whole is not None:
        results.append(whole)
    for bits, _ in results:
        if bits == UNKNOWN:
            return UNKNOWN, tuple(item for bits, items in results if bits == UNKNOWN for item in items)
    return otherwise, tuple(item for _, items in results for item in items)


def _truth(value: _values.Value) -> Condition:
    def decide(env: Env) -> Verdict:
        alternatives, items = value(env)
        if alternatives is None:
            return UNKNOWN, items
        first = alternatives[0]
        if len(alternatives) > 1 and any(other != first for other in alternatives):
            return UNKNOWN, items
        return (SURE if first else SURELY_NOT), items

    return decide


def _settle(test: Callable[[Any, Any], int], left: tuple[Any, ...], right: tuple[Any, ...]) -> int:
    """One answer for all rival values, or unknown."""
    bits = test(left[0], right[0])
    if len(left) > 1 or len(right) > 1:
        for a in left:
            for b in right:
                if test(a, b) != bits:
                    return UNKNOWN
    return bits


def _same(a: Any, b: Any) -> int:
    return SURE if a == b else SURELY_NOT


def _differs(a: Any, b: Any) -> int:
    return SURELY_NOT if a == b else SURE


_CODES: dict[str, Callable[[Any, Any], int]] = {"==": _same, "!=": _differs}


def _compare(node: n.Compare) -> Condition:
    left, right = _values.value(node.left), _values.value(node.right)
    test = (_CODES if node.left.type.kind == "code" else ORDERS)[node.op]
    return _pair(test, left, right, _values.mixed(node.left) or _values.mixed(node.right))


def _pair(
    test: Callable[[Any, Any], int], left: _values.Value, right: _values.Value, mixed: bool
) -> Condition:
    """Decide between two values. `mixed`: a side may be known in part; items are sorted out afterwards."""

    def decide(env: Env) -> Verdict:
        a, a_items = left(env)
        b, b_items = right(env)
        if a is None:
            return UNKNOWN, (a_items + b_items if b is None else a_items)
        if b is None:
            return UNKNOWN, b_items
        bits, items = _settle(test, a, b), a_items + b_items
        known = env.known
        if bits == UNKNOWN:
            return bits, tuple(item for item in items if _values.loose(known[item])) or items
        return bits, tuple(item for item in items if known[item] is not None) if mixed else items

    return decide


def _one_of(node: n.OneOf) -> Condition:
    value = _values.value(node.value)
    sets = node.value.type.kind == "codes"

    def among(a: Any, b: Any) -> int:
        return SURE if (not b.isdisjoint(a) if sets else a in b) else SURELY_NOT

    if isinstance(node.options, n.Node):
        return _pair(among, value, _values.value(node.options), False)
    return _pair(among, value, _values.fixed((frozenset(node.options),)), False)


def _during(node: n.During) -> Condition:
    day = _values.value(node.day)

    def inside(moment: Any, event: Any) -> int:
        start, end = event
        if moment[0] >= start[1] and moment[1] <= end[0]:
            return SURE
        return SURELY_NOT if moment[1] < start[0] or moment[0] > end[1] else UNKNOWN

    return _pair(inside, day, _values.named(EVENT + node.event), _values.mixed(node.day))


def _quantifier(node: n.Quantifier) -> Condition:
    body = condition(node.body, False)
    keep = None if node.keep is None else condition(node.keep, False)
    path = _values.path(node.source)
    var = node.var
    settles, otherwise = (SURE, SURELY_NOT) if node.kind == "any" else (SURELY_NOT, SURE)

    def decide(env: Env) -> Verdict:
        where = path(env)
        results = []
        at = env.at
        for prefix in env.lists.get(where, ()):
            at[var] = prefix
            result = body(env)
            if keep is not None:
                kept = keep(env)
                # `any` wants "kept and so", `all` "not kept, or so": a record not kept never settles
                if settles == SURELY_NOT:
                    kept = (OPPOSITE[kept[0]], kept[1])
                result = gather([kept, result], otherwise, settles)
            results.append(result)
        whole = (UNKNOWN if env.known[where] is None else SURE, (where,))
        return gather(results, settles, otherwise, whole)

    return decide
