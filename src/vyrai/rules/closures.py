"""The back end that explains: a checked tree becomes nested functions from an Env to a verdict with items.

A condition gives `(bits, items)`: bits are 1 (surely met), 2 (surely not met) or 0 (unknown); items are what
settled it, or, where it is unknown, what is open. A value gives `(alternatives, items)`, alternatives None
where unknown. The items are irredundant where no answer occurs twice; `support.py` sees to the rest.

An atom is a condition without and, or, not around other atoms. Where the Env has a memo, each atom is decided
once for each record it is about, and its own items are then irredundant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import count
from operator import attrgetter
from typing import Any

from vyrai.rules import _counts, _values, support
from vyrai.rules import nodes as n
from vyrai.rules._intervals import OPPOSITE, ORDERS, SURE, SURELY_NOT, UNKNOWN
from vyrai.rules.env import EVENT, FACT, GIVEN, JUDGED, LATER, Env, Memo

Items = tuple[str, ...]
Verdict = tuple[int, Items]
Condition = Callable[[Env], Verdict]


def condition(node: n.Node, remember: bool = True) -> Condition:
    """The function that decides a condition. `remember`: use the memo of an Env that has one."""
    match node:
        case n.And():
            return _all_of(node.parts, SURELY_NOT, remember)
        case n.Or():
            return _all_of(node.parts, SURE, remember)
        case n.Not():
            return _not(condition(node.part, remember))
    return _remembered(node) if remember else _atom(node)


@lru_cache(maxsize=10_000)
def plain(node: n.Node) -> Condition:
    """The function that decides a part of a rule by itself, without a memo: one for the same part."""
    return condition(node, False)


_numbers = count()


@lru_cache(maxsize=10_000)
def _remembered(node: n.Node) -> Condition:
    """An atom that is looked up by the one record it is about, if any: one for the same atom in all rules."""
    decide_anew, number, whole = _atom(node), next(_numbers), support.read_once(node)
    var = next(iter(support.free(node)), None)  # outside of a quantifier only one record can be spoken of
    counted = None if whole else _counts.reason(node)
    always = frozenset(leaf for leaf in support.needed(node) if leaf.startswith(FACT))
    of = "memo" if any(not GIVEN.isdisjoint(leaf.split(".")) for leaf in support.leaves(node)) else "shared"
    kept: Callable[[Env], Memo | None] = attrgetter(of)

    def decide(env: Env) -> Verdict:
        memo, prefix = kept(env), "" if var is None else env.at[var]
        if memo is None:
            outer = None if env.outer is None else kept(env.outer)
            found = None if outer is None else outer[prefix].get(number)
            # Who knows less settles no more, and settles whatever rests on nothing but what is known here.
            if found is not None and (found[0] == UNKNOWN or all(map(env.known.get, found[1]))):
                return found
            return decide_anew(env)
        about = memo[prefix]
        found = about.get(number)
        if found is None:
            found = decide_anew(env)
            if not whole and found[0] != UNKNOWN:
                items = None if counted is None else counted(env, found[0])
                if items is None:
                    items = support.irredundant(lambda other: decide_anew(other)[0], env, *found, always)
                found = found[0], items
            about[number] = found
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
    assert isinstance(node, n.Quantifier)  # the parser lets nothing else through
    return _quantifier(node)


def _not(part: Condition) -> Condition:
    def decide(env: Env) -> Verdict:
        bits, items = part(env)
        return OPPOSITE[bits], items

    return decide


def _all_of(nodes: tuple[n.Node, ...], settles: int, remember: bool) -> Condition:
    """`and` (one part surely not met settles it) or `or` (one part surely met does)."""
    parts = [(condition(node, remember), support.least(node, settles)) for node in nodes]
    otherwise = OPPOSITE[settles]

    def decide(env: Env) -> Verdict:  # as `gather` does, but without those parts that cannot be the smallest
        best: Items | None = None
        fewest = _MANY
        unknown = False
        others: Items = ()
        for part, least in parts:
            if least < fewest:
                bits, items = part(env)
                if bits == settles:
                    if len(items) < fewest:
                        best, fewest = items, len(items)
                elif best is not None:
                    continue
                elif bits:
                    if not unknown:
                        others += items
                elif unknown:
                    others += items
                else:
                    unknown, others = True, items
        if best is not None:
            return settles, best
        return (UNKNOWN if unknown else otherwise), others

    return decide


_MANY = 1_000_000
"""More items than any condition has."""


def gather(results: Iterable[Verdict], settles: int, otherwise: int, whole: Verdict | None = None) -> Verdict:
    """Put parts together: the smallest part that settles; else all of them; else what is open in each.

    `whole` is the part that says that a list is complete: it never settles, but is needed for all of them.
    """
    best: Items | None = None
    unknown = False
    open_items: Items = ()
    every: Items = ()
    for bits, items in results:
        if bits == settles:
            if best is None or len(items) < len(best):
                best = items
        elif bits == UNKNOWN:
            unknown = True
            open_items += items
        else:
            every += items
    if best is not None:
        return settles, best
    if whole is not None:
        if whole[0] == UNKNOWN:
            return UNKNOWN, open_items + whole[1]
        every += whole[1]
    return (UNKNOWN, open_items) if unknown else (otherwise, every)


def _truth(value: _values.Value) -> Condition:
    return _alone(lambda yes: SURE if yes else SURELY_NOT, value)


def _alone(test: Callable[[Any], int], value: _values.Value) -> Condition:
    """Decide by one value."""

    def decide(env: Env) -> Verdict:
        alternatives, items = value(env)
        if alternatives is None:
            return UNKNOWN, items
        bits = test(alternatives[0])
        if len(alternatives) > 1 and any(test(other) != bits for other in alternatives):
            return UNKNOWN, items
        return bits, items

    return decide


def _settle(test: Callable[[Any, Any], int], left: tuple[Any, ...], right: tuple[Any, ...]) -> int:
    """One answer for all rival values, or unknown."""
    bits = test(left[0], right[0])
    return bits if all(test(a, b) == bits for a in left for b in right) else UNKNOWN


def _same(a: Any, b: Any) -> int:
    return SURE if a == b else SURELY_NOT


def _differs(a: Any, b: Any) -> int:
    return SURELY_NOT if a == b else SURE


_CODES: dict[str, Callable[[Any, Any], int]] = {"==": _same, "!=": _differs}


def _compare(node: n.Compare) -> Condition:
    left, right = _values.value(node.left), _values.value(node.right)
    test = (_CODES if node.left.type.kind == "code" else ORDERS)[node.op]
    if isinstance(node.left, n.Field) and isinstance(node.right, n.Fact) and node.left.var is not None:
        return _answer_and_fact(test, node.left.var, "." + node.left.name, FACT + node.right.id)
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
        bits = test(a[0], b[0]) if len(a) == len(b) == 1 else _settle(test, a, b)
        items = a_items + b_items
        if bits == UNKNOWN:
            return bits, tuple([item for item in items if _values.loose(env.known[item])]) or items
        return bits, tuple([item for item in items if env.known[item] is not None]) if mixed else items

    return decide


def _answer_and_fact(test: Callable[[Any, Any], int], var: int, field: str, fact: str) -> Condition:
    """The same for the commonest pair: an answer about a record against a fact."""

    def decide(env: Env) -> Verdict:
        known, answer = env.known, env.at[var] + field
        a, b = known[answer], known[fact]
        if a is None:
            return UNKNOWN, ((answer, fact) if b is None else (answer,))
        if b is None:
            return UNKNOWN, (fact,)
        bits = test(a[0], b[0]) if len(a) == len(b) == 1 else _settle(test, a, b)
        items = (answer, fact)
        if bits == UNKNOWN:
            return bits, tuple([item for item in items if _values.loose(known[item])]) or items
        return bits, items

    return decide


def _one_of(node: n.OneOf) -> Condition:
    value = _values.value(node.value)
    sets = node.value.type.kind == "codes"

    def among(a: Any, b: Any) -> int:
        return SURE if (not b.isdisjoint(a) if sets else a in b) else SURELY_NOT

    if isinstance(node.options, n.Node):
        return _pair(among, value, _values.value(node.options), False)
    options = frozenset(node.options)
    return _alone(lambda a: among(a, options), value)


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
    least, least_body = support.least(node, settles), support.least(node.body, otherwise)

    def one(env: Env, prefix: str) -> Verdict:
        env.at[var] = prefix
        if keep is None:
            return body(env)
        kept = keep(env)
        # `any` wants "kept and so", `all` "not kept, or so": a record not kept never settles
        if settles == SURELY_NOT:
            kept = (OPPOSITE[kept[0]], kept[1])
        if kept[0] == otherwise and len(kept[1]) <= least_body:
            return kept
        env.at[var] = prefix
        return gather((kept, body(env)), otherwise, settles)

    def decide(env: Env) -> Verdict:
        where = path(env)
        results: list[Verdict] = []
        for prefix in env.lists.get(where, ()):
            result = one(env, prefix)
            results.append(result)
            if result[0] == settles and len(result[1]) <= least:
                return result
        return gather(results, settles, otherwise, (UNKNOWN if env.known[where] is None else SURE, (where,)))

    return decide
