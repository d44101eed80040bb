"""Values of the explaining back end: answers, facts, ages, levels, money, folds, sums and dates."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import msgspec

from vyrai.rules import closures
from vyrai.rules import nodes as n
from vyrai.rules._intervals import ANY, INF, SURE, SURELY_NOT, minus, plus, shifted, times, years_between
from vyrai.rules.env import FACT, FAMILY, Alternatives, Env

Items = tuple[str, ...]
Value = Callable[[Env], tuple[Alternatives | None, Items]]

NOT_NEGATIVE = (0, INF)
_NEVER_NEGATIVE = (n.Field, n.Age, n.Level, n.TimeIn, n.Worth)
"""Nodes that give nothing below 0 (the form takes no answer below it)."""


def loose(alternatives: Alternatives | None) -> bool:
    """Whether a value is not known to a point: open, rivals that differ, or a range."""
    if alternatives is None:
        return True
    first = alternatives[0]
    if any(other != first for other in alternatives[1:]):
        return True
    return isinstance(first, tuple) and first[0] != first[1]


def mixed(node: n.Node) -> bool:
    """Whether a value can be known in part, from several items of which some are open."""
    if isinstance(node, n.Field | n.Fact | n.Const):  # as most are
        return False
    return any(isinstance(part, n.Fold | n.TimeIn | n.Worth | n.Level) for part in n.walk(node))


def value(node: n.Node) -> Value:
    """The function that gives a value."""
    match node:
        case n.Field():
            return _field(node)
        case n.Fact():
            return named(FACT + node.id)
        case n.Const():
            return fixed((node.value,) if isinstance(node.value, str) else ((node.value, node.value),))
        case n.Day():
            return lambda env: (((env.on, env.on),), ())
        case n.Age():
            return _age(node)
        case n.Level():
            return _level(node)
        case n.Worth():
            return _worth(node)
        case n.TimeIn():
            return _time_in(node)
        case n.Duration():
            return value(node.amount)
        case n.Arith():
            return _arith(node)
    assert isinstance(node, n.Fold)
    return _fold(node)


def fixed(alternatives: Alternatives) -> Value:
    """A value that is always the same and needs no item."""
    result = (alternatives, ())
    return lambda env: result


def named(key: str) -> Value:
    """A value under one key: a fact, an event, a judgement."""
    items = (key,)
    return lambda env: (env.known[key], items)


def path(source: n.Source) -> Callable[[Env], str]:
    """Where a list stands: `happened`, `members/0.statuses`."""
    var, name = source.var, source.name
    if var is None:
        return lambda env: name
    suffix = "." + name
    return lambda env: env.at[var] + suffix


def _field(node: n.Field) -> Value:
    suffix = "." + node.name
    if node.var is None:
        return named(FAMILY + suffix)
    var = node.var

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        key = env.at[var] + suffix
        return env.known[key], (key,)

    return read


def _pairs(alternatives: Alternatives | None, otherwise: tuple[Any, Any]) -> Alternatives:
    return (otherwise,) if alternatives is None else alternatives


def hull(alternatives: Alternatives) -> tuple[Any, Any]:
    """The bounds of all rival values."""
    return min(low for low, _ in alternatives), max(high for _, high in alternatives)


def _age(node: n.Age) -> Value:
    day = value(node.day)
    var = node.var

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        key = env.at[var] + ".birth"
        births, (days, items) = env.known[key], day(env)
        if births is None or days is None:
            return None, (() if births is not None else (key,)) + (() if days is not None else items)
        born, now = births[0], hull(days)
        return ((years_between(born[1], now[0]), years_between(born[0], now[1])),), (key, *items)

    return read


def _level(node: n.Level) -> Value:
    """The first record of the language counts; one whose language is open may be it."""
    var, language, skill = node.var, node.language, "." + node.skill

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        where = env.at[var] + ".languages"
        items: list[str] = []
        found: list[tuple[Any, Any]] = []
        for prefix in env.lists.get(where, ()):
            spoken = env.known[prefix + ".language"]
            if spoken is not None and spoken[0] != language:
                items.append(prefix + ".language")
                continue
            level = env.known[prefix + skill]
            items += (prefix + ".language", prefix + skill)
            found.append(level[0] if level is not None else NOT_NEGATIVE)
            if spoken is not None:
                return (hull(tuple(found)),), tuple(items)
        items.append(where)
        if env.known[where] is None:
            return (NOT_NEGATIVE,), tuple(items)
        return (hull((*found, (0, 0))),), tuple(items)

    return read


def _worth(node: n.Worth) -> Value:
    """Never less than nothing; open above where the amount, its currency or the rate is."""
    target, amount_of = node.currency.lower(), value(node.amount)
    currency_of = value(msgspec.structs.replace(node.amount, name=node.by))

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        amounts, items = amount_of(env)
        currency, more = currency_of(env)
        items += more
        rates: Alternatives | None = None
        if currency is not None and currency[0].lower() == target:
            rates = ((1, 1),)
        elif currency is not None:
            key = f"{FACT}rate.{currency[0].lower()}-{target}"
            rates = env.known[key]
            items += (key,)
        return (times(hull(_pairs(amounts, NOT_NEGATIVE)), hull(_pairs(rates, NOT_NEGATIVE))),), items

    return read


def _time_in(node: n.TimeIn) -> Value:
    """Days spent there; or months, surely (of 31 days) and at most (of 28 days, begun ones counted)."""
    shortest, longest = (1, 1) if node.type.of == "days" else (28, 31)
    since, var, country = value(node.since), node.var, node.country

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        where = env.at[var] + ".stays"
        starts, since_items = since(env)
        window = hull(_pairs(starts, ANY))
        items: list[str] = [*since_items, where]
        sure: list[tuple[Any, Any]] = []
        perhaps: list[tuple[Any, Any]] = []
        for prefix in env.lists.get(where, ()):
            keys = [prefix + field for field in (".country", ".from", ".to")]
            place, start, end = (env.known[key] for key in keys)
            if place is not None and place[0] != country:
                items.append(keys[0])  # when somebody was elsewhere does not matter
                continue
            items += keys
            begin, stop = hull(_pairs(start, ANY)), hull(_pairs(end, ANY))
            if place is not None:
                sure.append((max(begin[1], window[1]), min(stop[0], env.on)))
            perhaps.append((max(begin[0], window[0]), min(stop[1], env.on)))
        if env.known[where] is None:
            perhaps.append((window[0], env.on))
        most = _days_in(perhaps)
        spent = _days_in(sure) // longest, most if most == INF else math.ceil(most / shortest)
        return (spent,), tuple(items)

    return read


def _days_in(spans: list[tuple[Any, Any]]) -> Any:
    """Days within some of the spans (first and last day), each once."""
    total: Any = 0
    reached = -INF
    for first, last in sorted(spans):
        first = max(first, reached + 1)
        total += max(0, last - first + 1)
        reached = max(reached, last)
    return total


def _arith(node: n.Arith) -> Value:
    left, right = value(node.left), value(node.right)
    if node.right.type.kind == "duration":
        unit, sign = str(node.right.type.of), 1 if node.op == "+" else -1

        def combine(a: Any, b: Any) -> Any:
            return shifted(a, b, unit, sign)

    else:
        combine = {"+": plus, "-": minus, "*": times}[node.op]

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        a, a_items = left(env)
        b, b_items = right(env)
        if a is None or b is None:
            return None, (a_items if a is None else ()) + (b_items if b is None else ())
        return tuple(combine(x, y) for x in a for y in b), a_items + b_items

    return read


def _fold(node: n.Fold) -> Value:
    where_of, var = path(node.source), node.var
    keep = None if node.keep is None else closures.condition(node.keep, False)
    body = None if node.body is None else value(node.body)
    positive = body is None or (isinstance(node.body, _NEVER_NEGATIVE) and node.type.kind != "date")
    unknown = NOT_NEGATIVE if positive else ANY
    combine = _TOTALS[node.kind]

    def read(env: Env) -> tuple[Alternatives | None, Items]:
        where = where_of(env)
        items: list[str] = [where]
        sure: list[tuple[Any, Any]] = []
        perhaps: list[tuple[Any, Any]] = []
        at = env.at
        for prefix in env.lists.get(where, ()):
            at[var] = prefix
            bits = SURE
            if keep is not None:
                bits, why = keep(env)
                items += why
            if bits == SURELY_NOT:
                continue
            amount: tuple[Any, Any] = (1, 1)
            if body is not None:
                at[var] = prefix
                alternatives, why = body(env)
                items += why
                amount = hull(_pairs(alternatives, unknown))
            (sure if bits == SURE else perhaps).append(amount)
        return (combine(sure, perhaps, env.known[where] is not None, unknown),), tuple(items)

    return read


def _total(sure: list[Any], perhaps: list[Any], whole: bool, unknown: Any) -> tuple[Any, Any]:
    low, high = 0, 0
    for amount in sure:
        low, high = low + amount[0], high + amount[1]
    for amount in perhaps:
        low, high = low + min(0, amount[0]), high + max(0, amount[1])
    return (low, high) if whole else (low + unknown[0], INF)


def _highest(sure: list[Any], perhaps: list[Any], whole: bool, unknown: Any) -> tuple[Any, Any]:
    low = max((amount[0] for amount in sure), default=-INF)
    high = max((amount[1] for amount in sure + perhaps), default=-INF)
    return low, high if whole else INF


def _lowest(sure: list[Any], perhaps: list[Any], whole: bool, unknown: Any) -> tuple[Any, Any]:
    high = min((amount[1] for amount in sure), default=INF)
    low = min((amount[0] for amount in sure + perhaps), default=INF)
    return low if whole else unknown[0], high


_TOTALS: dict[str, Callable[[list[Any], list[Any], bool, Any], tuple[Any, Any]]] = {
    "count": _total,
    "sum": _total,
    "max": _highest,
    "min": _lowest,
}
