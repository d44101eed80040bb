"""A read text before the form has looked at it: scalars, lists and maps, each with its line and column.

No scalar is given a type here: what `no` or `2019-05` means depends on the question it answers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

__all__ = ["COUNT", "DEPTH", "Items", "Node", "Pairs", "Text", "node_of"]

DEPTH = 20
"""How deep a text may be nested; the form needs 7."""
COUNT = 20_000
"""How many scalars, lists and maps a text may hold; a large case has 2,000."""


class Text(msgspec.Struct, frozen=True):
    """A scalar as written. An empty plain scalar (or JSON null) stands for no answer."""

    value: str
    plain: bool = True
    line: int = 0
    column: int = 0

    def __repr__(self) -> str:
        """Says nothing of what is written."""
        return f"Text(..., line={self.line}, column={self.column})"

    @property
    def absent(self) -> bool:
        """Whether nothing is said."""
        return self.plain and self.value in ("", "~", "null")


class Items(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int = 0
    column: int = 0


class Pairs(msgspec.Struct, frozen=True):
    """A map; its keys are texts, and all different."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int = 0
    column: int = 0

    def get(self, key: str) -> Node | None:
        """What stands under a key."""
        for name, value in self.pairs:
            if name.value == key:
                return value
        return None


Node: TypeAlias = Text | Items | Pairs


def node_of(value: Any) -> Node:
    """Turn plain Python data (as YAML or JSON gives it) into nodes.

    None is no answer. Floats are taken as the shortest decimal that gives them back.
    """
    if isinstance(value, str):
        return Text(value, plain=False)
    if isinstance(value, dict | Mapping):  # a Mapping that is no dict is slow to be told
        return Pairs(tuple([(Text(str(key)), node_of(item)) for key, item in value.items()]))
    if value is None:
        return Text("")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, int | float | Decimal):
        return Text(f"{Decimal(str(value)):f}")
    if isinstance(value, dt.date):
        return Text(value.isoformat()[:10])
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return Items(tuple([node_of(item) for item in items]))
    raise TypeError(f"an answer cannot be of type {type(value).__name__}")
