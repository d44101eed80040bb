"""Answers that would make a condition met: proposals only, each checked afterwards by deciding again."""

from __future__ import annotations

from itertools import islice, product
from math import inf
from typing import Any

from vyrai.law._family import ASSUMED
from vyrai.rules import SURE, SURELY_NOT, Env
from vyrai.rules import nodes as n
from vyrai.rules._values import hull, path, value
from vyrai.rules.closures import plain
from vyrai.rules.env import Alternatives

Proposal = dict[str, Alternatives]
_MOST = 24
_TURNED: dict[str, n.Order] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_NEGATED: dict[str, n.Order] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def witnesses(node: n.Node, env: Env, want: bool = True) -> list[Proposal]:
    """Sets of answers each of which may make the condition come out as wanted; [{}] where it already does."""
    if isinstance(node, n.Not):
        return witnesses(node.part, env, not want)
    if plain(node)(env)[0] == (SURE if want else SURELY_NOT):
        return [{}]
    match node:
        case n.And() | n.Or():
            parts = [witnesses(part, env, want) for part in node.parts]
            return (
                merge(parts)
                if isinstance(node, n.And) == want
                else [one for part in parts for one in part][:_MOST]
            )
        case n.Truth(value=n.Field() as field):
            return [{_key(field, env): (want,)}]
        case n.OneOf(value=n.Field() as field) if want:
            options = node.options if isinstance(node.options, tuple) else _codes(node.options, env)
            return [{_key(field, env): (code,)} for code in options[:_MOST]]
        case n.Compare():
            return _compare(node, env, want)
        case n.Quantifier(kind="any") if want:
            return _some(node, env)
    return []


def merge(parts: list[list[Proposal]]) -> list[Proposal]:
    """One of each part together, where they do not contradict each other."""
    made: list[Proposal] = []
    for chosen in islice(product(*parts), 4 * _MOST):
        together: Proposal = {}
        if all(together.setdefault(key, answer) == answer for one in chosen for key, answer in one.items()):
            made.append(together)
    return made[:_MOST]


def _key(field: n.Field, env: Env) -> str:
    return f"{'family' if field.var is None else env.at[field.var]}.{field.name}"


def _codes(options: n.Node, env: Env) -> tuple[str, ...]:
    alternatives, _ = value(options)(env)
    return tuple(sorted(alternatives[0])) if alternatives else ()


def _some(node: n.Quantifier, env: Env) -> list[Proposal]:
    """A record that is there, changed; or a new one."""
    where = path(node.source)(env)
    found: list[Proposal] = []
    for prefix in (*env.lists.get(where, ()), f"{where}/{ASSUMED}"):
        env.at[node.var] = prefix
        body = node.body if node.keep is None else n.both(node.keep, node.body)
        found += witnesses(body, env)
    return found[:_MOST]


def _compare(node: n.Compare, env: Env, want: bool) -> list[Proposal]:
    order = node.op if want else _NEGATED[node.op]
    for side, other, op in ((node.left, node.right, order), (node.right, node.left, _TURNED[order])):
        alternatives, _ = value(other)(env)
        if not alternatives:
            continue
        if isinstance(side, n.Field) and side.type.kind == "code":
            return [{_key(side, env): alternatives[:1]}] if op == "==" else []
        if not isinstance(alternatives[0], tuple):
            continue
        wanted = _bound(op, hull(alternatives))
        if wanted is None:
            continue
        if isinstance(side, n.Field):
            return [{_key(side, env): ((wanted, wanted),)}]
        if isinstance(side, n.Level):
            return [_language(side, env, wanted)]
        if isinstance(side, n.Worth) and op in (">", ">="):
            return [_amount(side, _key(side.amount, env), wanted)]
        if isinstance(side, n.Fold) and isinstance(side.body, n.Worth) and op in (">", ">="):
            new = f"{path(side.source)(env)}/{ASSUMED}"
            return [_amount(side.body, f"{new}.{side.body.amount.name}", wanted)]
    return []


def _bound(op: str, pair: tuple[Any, Any]) -> Any:
    """The nearest value that surely stands in an order to another."""
    low, high = pair
    nearest = {">=": high, ">": high + 1, "<=": low, "<": low - 1, "==": low}.get(op)
    return None if nearest in (inf, -inf) else nearest


def _amount(worth: n.Worth, key: str, wanted: Any) -> Proposal:
    own = f"{key.rpartition('.')[0]}.{worth.by}"
    return {key: ((wanted, wanted),), own: (worth.currency,)}


def _language(level: n.Level, env: Env, rank: Any) -> Proposal:
    where = f"{env.at[level.var]}.languages"
    for prefix in env.lists.get(where, ()):
        if env.known[f"{prefix}.language"] == (level.language,):
            return {f"{prefix}.{level.skill}": ((rank, rank),)}
    return {
        f"{where}/{ASSUMED}.language": (level.language,),
        f"{where}/{ASSUMED}.{level.skill}": ((rank, rank),),
    }
