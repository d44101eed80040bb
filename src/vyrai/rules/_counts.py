"""The reason of a count held against a threshold, found from the records themselves instead of by trying."""

from __future__ import annotations

from collections.abc import Callable

from vyrai.rules import _values, closures, support
from vyrai.rules import nodes as n
from vyrai.rules._intervals import INF, ORDERS, SURE, SURELY_NOT
from vyrai.rules.env import Env

Items = tuple[str, ...]
Reason = Callable[[Env, int], Items | None]


def reason(node: n.Node) -> Reason | None:
    """For `count(x for x in LIST if COND) >= fact('id')` and its like: the fewest records that settle it.

    Called with an Env and the verdict it gives an irredundant support; None where it cannot tell (equality, a
    record counted for no reason of its own). None instead of a function: a condition of another form.
    """
    if not isinstance(node, n.Compare) or not isinstance(node.left, n.Fold) or node.left.kind != "count":
        return None
    fold, keep = node.left, node.left.keep
    if keep is None or not support.read_once(keep) or not isinstance(node.right, n.Fact | n.Const):
        return None
    decide, path, threshold = (
        closures.condition(keep, False),
        _values.path(fold.source),
        _values.value(node.right),
    )
    test, var = ORDERS[node.op], fold.var

    def found(env: Env, verdict: int) -> Items | None:
        where = path(env)
        records = env.lists.get(where, ())
        counted: dict[int, list[Items]] = {SURE: [], SURELY_NOT: []}
        for prefix in records:
            env.at[var], own = prefix, f"{prefix}."
            bits, items = decide(env)
            if bits in counted:
                if not any(item.startswith(own) for item in items):
                    return None
                counted[bits].append(items)
        wanted, more = threshold(env)
        if wanted is None:
            return None
        bounds = _values.hull(wanted)
        sure, out = counted[SURE], counted[SURELY_NOT]
        for few in range(len(sure) + 1):
            if test((few, INF), bounds) == verdict:
                return _joined(sure[len(sure) - few :], more)
        for few in range(len(out) + 1):
            if test((0, len(records) - few), bounds) == verdict:
                return (where, *_joined(out[len(out) - few :], more))
        return None

    return found


def _joined(parts: list[Items], more: Items) -> Items:
    return tuple(dict.fromkeys(item for items in (*parts, more) for item in items))
