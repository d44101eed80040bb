"""The checked tree of a rule: what the parser returns and every back end reads.

A node is plain data: it compares and hashes by what it says, and the compiled atlas keeps it as JSON. `type`
is known after checking, so that no back end has to ask again.
Variables are numbered slots (0 is the member a requirement is asked about, `p`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, Union

import msgspec

from vyrai.rules.types import DATE, YESNO, Type

Order = Literal["==", "!=", "<", "<=", ">", ">="]


class Node(msgspec.Struct, frozen=True, gc=False, tag=True, tag_field="node"):
    """Base of all nodes."""

    type: Type


class Const(Node, frozen=True, gc=False):
    """0, 1, a code (str) or a level (its rank)."""

    value: int | str


class Field(Node, frozen=True, gc=False):
    """An answer: field `name` of the record in slot `var`, of the family where `var` is None."""

    var: int | None
    name: str


class Fact(Node, frozen=True, gc=False):
    """The claims of a fact that are in force."""

    id: str


class Day(Node, frozen=True, gc=False):
    """`on`: the day of filing."""


class Age(Node, frozen=True, gc=False):
    """Completed years of the person in slot `var` on `day`."""

    var: int
    day: Part


class Level(Node, frozen=True, gc=False):
    """The level of the person in slot `var` in a language; the lowest where a whole list lacks it."""

    var: int
    language: str
    skill: str


class Worth(Node, frozen=True, gc=False):
    """An amount in another currency, by the rate in force; `by` is the field beside it that names its own."""

    amount: Field
    by: str
    currency: str


class TimeIn(Node, frozen=True, gc=False):
    """Days or months (its unit) the person in slot `var` spent in a country from `since` to `on`."""

    var: int
    country: str
    since: Part


class Duration(Node, frozen=True, gc=False):
    """A number of years, months, weeks or days, to be added to a date by the calendar."""

    amount: Part


class Arith(Node, frozen=True, gc=False):
    """`+`, `-`, `*` of numbers; date ± duration; date - date (days)."""

    op: Literal["+", "-", "*"]
    left: Part
    right: Part


class Compare(Node, frozen=True, gc=False):
    """An order or equality between two values."""

    op: Order
    left: Part
    right: Part


class OneOf(Node, frozen=True, gc=False):
    """A code among codes: `options` are the codes, or a fact (or answer) whose value is a set of codes."""

    value: Part
    options: tuple[str, ...] | Part


class Truth(Node, frozen=True, gc=False):
    """A yes/no value used as a condition."""

    value: Part


class And(Node, frozen=True, gc=False):
    """All of the parts."""

    parts: tuple[Part, ...]


class Or(Node, frozen=True, gc=False):
    """One of the parts."""

    parts: tuple[Part, ...]


class Not(Node, frozen=True, gc=False):
    """The contrary."""

    part: Part


class Source(Node, frozen=True, gc=False):
    """A list of records: field `name` of slot `var`, or of the family."""

    var: int | None
    name: str


class Quantifier(Node, frozen=True, gc=False):
    """`any` or `all` over a list whose length may be unknown; `keep` filters."""

    kind: Literal["any", "all"]
    var: int
    source: Source
    keep: Part | None
    body: Part


class Fold(Node, frozen=True, gc=False):
    """`count`, `sum`, `min`, `max` over a list whose length may be unknown."""

    kind: Literal["count", "sum", "min", "max"]
    var: int
    source: Source
    keep: Part | None
    body: Part | None


class During(Node, frozen=True, gc=False):
    """An event is in force on `day`."""

    event: str
    day: Part


class Judged(Node, frozen=True, gc=False):
    """What only a person's entered judgement answers (`later`: what only a coming decision answers)."""

    id: str
    later: bool


if TYPE_CHECKING:
    Part = Node
else:  # what is read back from JSON is told apart by its tag: each kind has to be named
    Part = Union[tuple(Node.__subclasses__())]  # noqa: UP007 - the kinds are listed above, not here
_BELOW: dict[type[Node], tuple[str, ...]] = {
    kind: tuple(name for name, of in kind.__annotations__.items() if re.search("Part|Source|Field", of))
    for kind in Node.__subclasses__()
}
"""By kind, the names of what may hold nodes."""


def decode(tree: bytes | msgspec.Raw) -> Node:
    """A node from JSON; msgspec.ValidationError if it is not one."""
    node: Node = _DECODER.decode(tree)
    return node


_DECODER = msgspec.json.Decoder(Part)


def children(node: Node) -> Iterator[Node]:
    """The direct parts of a node, in reading order."""
    for name in _BELOW[type(node)]:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in reading order."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        if _BELOW[type(part)]:
            waiting += [*children(part)][::-1]


def both(left: Node, right: Node) -> And:
    """A conjunction of two parts."""
    return And(YESNO, (left, right))


ON = Day(DATE)
