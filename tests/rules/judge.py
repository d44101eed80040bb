"""An independent judge: two-valued, by brute force, over one complete world.

It shares no code with `vyrai.rules` but the tree it reads.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from vyrai.rules import Points
from vyrai.rules import nodes as n

ORDERS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
EVER = date.max.toordinal()


@dataclass
class Truth:
    """A world in which nothing is open: one value for every answer, whole lists, one claim for every fact."""

    family: dict[str, Any]
    facts: dict[str, Any]
    on: int
    judged: dict[str, bool] = field(default_factory=dict)
    events: dict[str, tuple[int, int]] = field(default_factory=dict)


def judge(node: n.Node, truth: Truth, at: dict[int, Any]) -> Any:
    """The value of a tree. `at`: the record in each slot."""

    def of(part: n.Node) -> Any:
        return judge(part, truth, at)

    def records(source: n.Source) -> Any:
        return (truth.family if source.var is None else at[source.var])[source.name]

    def kept(fold: n.Quantifier | n.Fold) -> list[dict[int, Any]]:
        inner = [at | {fold.var: record} for record in records(fold.source)]
        return [here for here in inner if fold.keep is None or judge(fold.keep, truth, here)]

    match node:
        case n.And():
            return all(of(part) for part in node.parts)
        case n.Or():
            return any(of(part) for part in node.parts)
        case n.Not():
            return not of(node.part)
        case n.Truth():
            return of(node.value)
        case n.Compare():
            return ORDERS[node.op](of(node.left), of(node.right))
        case n.OneOf():
            options = of(node.options) if isinstance(node.options, n.Node) else node.options
            value = of(node.value)
            return bool(set(value) & set(options)) if node.value.type.kind == "codes" else value in options
        case n.Quantifier():
            every = all if node.kind == "all" else any
            return every([judge(node.body, truth, here) for here in kept(node)])
        case n.Fold(kind="count"):
            return len(kept(node))
        case n.Fold(body=n.Node() as body):
            values = [judge(body, truth, here) for here in kept(node)]
            if node.kind == "sum":
                return sum(values)
            infinite = float("-inf") if node.kind == "max" else float("inf")
            return (max if node.kind == "max" else min)([infinite, *values])
        case n.Field():
            return (truth.family if node.var is None else at[node.var])[node.name]
        case n.Fact():
            return truth.facts[node.id]
        case n.Const():
            return node.value
        case n.Day():
            return truth.on
        case n.Judged():
            return truth.judged[node.id]
        case n.During():
            start, end = truth.events[node.event]
            return start <= of(node.day) <= end
        case n.Age():
            return age(at[node.var]["birth"], of(node.day))
        case n.Level():
            spoken = [record for record in at[node.var]["languages"] if record["language"] == node.language]
            return spoken[0][node.skill] if spoken else 0
        case n.Worth():
            record = at[int(node.amount.var or 0)]
            held, wanted = record[node.by].lower(), node.currency.lower()
            return record[node.amount.name] * (1 if held == wanted else truth.facts[f"rate.{held}-{wanted}"])
        case n.TimeIn():
            spent = days_in(at[node.var]["stays"], node.country, of(node.since), truth.on)
            return spent if node.type.of == "days" else spent / MONTH
        case n.Arith(right=n.Duration() as duration):
            amount = of(duration.amount) * (1 if node.op == "+" else -1)
            return moved(of(node.left), amount, str(duration.type.of))
        case n.Arith():
            ops = {"+": operator.add, "-": operator.sub, "*": operator.mul}
            return ops[node.op](of(node.left), of(node.right))
    raise AssertionError(node)


MONTH = Fraction(146097, 4800)
"""The mean month, in days."""


def days_in(stays: list[dict[str, Any]], country: str, since: int, on: int) -> int:
    """Count days one by one."""
    days = {
        day
        for stay in stays
        if stay["country"] == country
        for day in range(max(since, stay["from"]), min(on, stay["to"]) + 1 if stay["to"] < EVER else on + 1)
    }
    return len(days)


def total(block: Points, truth: Truth, at: dict[int, Any]) -> bool:
    """Whether the points are enough: the best line of each group, against the first tier that applies."""
    if not all(judge(gate, truth, at) for gate in block.gates):
        return False
    points = 0
    for group in block.of:
        points += max([0, *(judge(line.gives, truth, at) for line in group if judge(line.when, truth, at))])
    needed = [least for when, least in block.tiers if judge(when, truth, at)]
    return bool(points >= judge([*needed, block.at_least][0], truth, at))


def age(birth: int, day: int) -> int:
    """Count birthdays one by one."""
    born, now, years = date.fromordinal(birth), date.fromordinal(day), 0
    while (born.year + years + 1, born.month, born.day) <= (now.year, now.month, now.day):
        years += 1
    return years


def moved(day: Any, amount: int, unit: str) -> Any:
    """Step through the calendar one month at a time."""
    if day in (float("inf"), float("-inf")):
        return day
    start = date.fromordinal(day)
    if unit in ("days", "weeks"):
        return (start + timedelta(days=amount * (7 if unit == "weeks" else 1))).toordinal()
    year, month = start.year, start.month
    for _ in range(abs(amount) * (12 if unit == "years" else 1)):
        month += 1 if amount > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month, last).toordinal()
        except ValueError:
            continue
    raise AssertionError
