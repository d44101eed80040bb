"""The checked tree of a rule: what the parser returns and every back end reads.

A node is plain data. `type` is known after checking, so that no back end has to ask again.
Variables are numbered slots (0 is the member a requirement is asked about, `p`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vyrai.rules.types import DATE, YESNO, Type

Order = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Node:
    """Base of all nodes."""

    type: Type


@dataclass(frozen=True, slots=True)
class Const(Node):
    """0, 1, a code (str) or a level (its rank)."""

    value: int | str


@dataclass(frozen=True, slots=True)
class Field(Node):
    """An answer: field `name` of the record in slot `var`, of the family where `var` is None."""

    var: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Fact(Node):
    """The claims of a fact that are in force."""

    id: str


@dataclass(frozen=True, slots=True)
class Day(Node):
    """`on`: the day of filing."""


@dataclass(frozen=True, slots=True)
class Age(Node):
    """Completed years of the person in slot `var` on `day`."""

    var: int
    day: Node


@dataclass(frozen=True, slots=True)
class Level(Node):
    """The level of the person in slot `var` in a language; the lowest where a whole list lacks it."""

    var: int
    language: str
    skill: str


@dataclass(frozen=True, slots=True)
class Worth(Node):
    """An amount in another currency, by the rate in force; `by` is the field beside it that names its own."""

    amount: Field
    by: str
    currency: str


@dataclass(frozen=True, slots=True)
class TimeIn(Node):
    """Days or months (its unit) the person in slot `var` spent in a country from `since` to `on`."""

    var: int
    country: str
    since: Node


@dataclass(frozen=True, slots=True)
class Duration(Node):
    """A number of years, months, weeks or days, to be added to a date by the calendar."""

    amount: Node


@dataclass(frozen=True, slots=True)
class Arith(Node):
    """`+`, `-`, `*` of numbers; date ± duration; date - date (days)."""

    op: Literal["+", "-", "*"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """An order or equality between two values."""

    op: Order
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class OneOf(Node):
    """A code among codes: `options` are the codes, or a fact (or answer) whose value is a set of codes."""

    value: Node
    options: tuple[str, ...] | Node


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """A yes/no value used as a condition."""

    value: Node


@dataclass(frozen=True, slots=True)
class And(Node):
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """One of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """The contrary."""

    part: Node


@dataclass(frozen=True, slots=True)
class Source(Node):
    """A list of records: field `name` of slot `var`, or of the family."""

    var: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Quantifier(Node):
    """`any` or `all` over a list whose length may be unknown; `keep` filters."""

    kind: Literal["any", "all"]
    var: int
    source: Source
    keep: Node | None
    body: Node


@dataclass(frozen=True, slots=True)
class Fold(Node):
    """`count`, `sum`, `min`, `max` over a list whose length may be unknown."""

    kind: Literal["count", "sum", "min", "max"]
    var: int
    source: Source
    keep: Node | None
    body: Node | None


@dataclass(frozen=True, slots=True)
class During(Node):
    """An event is in force on `day`."""

    event: str
    day: Node


@dataclass(frozen=True, slots=True)
class Judged(Node):
    """What only a person's entered judgement answers (`later`: what only a coming decision answers)."""

    id: str
    later: bool


def children(node: Node) -> Iterator[Node]:
    """The direct parts of a node, in reading order."""
    for name in node.__match_args__:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    for part in children(node):
        yield from walk(part)


def both(left: Node, right: Node) -> And:
    """A conjunction of two parts."""
    return And(YESNO, (left, right))


ON = Day(DATE)
