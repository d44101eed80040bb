"""A text to a Problem: its keys and kinds of values are those of the records, each mistake has its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import inspect

from vyrai.family import Where
from vyrai.family._node import Items, Node, Pairs, Text
from vyrai.family._scalars import near
from vyrai.reach._error import ProblemError
from vyrai.reach.problem import Problem

__all__ = ["Reader"]

_WHOLE = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,17})?([eE][+-]?[0-9]{1,2})?", re.ASCII)
_SHAPES = {2: "[first, last]", 3: "[least, likely, most]"}


class Reader:
    """Walks the nodes once. `spots`: the node that stands under each path, counted from 1."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[ProblemError] = []
        self.spots: dict[str, Node] = {}

    def problem(self, kind: str, path: str, values: Mapping[str, str] | None = None) -> None:
        """Note a mistake in what stands under a path."""
        node = self.spots[path]
        self.problems.append(ProblemError(kind, Where(self.name, node.line, node.column), path, values))

    def check(self) -> None:
        """Raise the first mistake in the order of the text, which counts the others."""
        if self.problems:
            first, *others = sorted(self.problems, key=lambda one: (one.where.line, one.where.column))
            first.further = len(others)
            raise first

    def read(self, node: Node) -> Problem:
        """The problem that the nodes hold. Raises ProblemError."""
        data = self._value(node, inspect.type_info(Problem), "")
        self.check()
        return msgspec.convert(data, Problem)

    def _value(self, node: Node, kind: inspect.Type, path: str) -> Any:
        self.spots[path] = node
        match kind:
            case inspect.UnionType(types=types):
                other = next(one for one in types if not isinstance(one, inspect.NoneType))
                return None if isinstance(node, Text) and node.absent else self._value(node, other, path)
            case inspect.StructType(fields=fields):
                return self._record(node, {field.name: field for field in fields}, path)
            case inspect.VarTupleType(item_type=item):
                if not isinstance(node, Items):
                    return self.problem("want_list", path)
                return [self._value(one, item, f"{path}[{at}]") for at, one in enumerate(node.items, 1)]
            case inspect.TupleType(item_types=items):
                if not isinstance(node, Items) or len(node.items) != len(items):
                    count = len(items)
                    return self.problem("want_so_many", path, {"count": str(count), "shape": _SHAPES[count]})
                both = zip(node.items, items, strict=True)
                return [self._value(one, item, f"{path}[{at}]") for at, (one, item) in enumerate(both, 1)]
        return self._plain(node, kind, path)

    def _record(self, node: Node, fields: dict[str, inspect.Field], path: str) -> dict[str, Any] | None:
        if not isinstance(node, Pairs):
            self.problem("want_map", path, {"keys": ", ".join(fields)})
            return None
        data: dict[str, Any] = {}
        for key, value in node.pairs:
            inner = f"{path}.{key.value}" if path else key.value
            if key.value in fields:
                data[key.value] = self._value(value, fields[key.value].type, inner)
                continue
            meant = near(key.value, fields)
            where = Where(self.name, key.line, key.column)
            if meant:
                values = {"key": key.value, "near": meant}
                self.problems.append(ProblemError("unknown_key_near", where, path, values))
            else:
                values = {"keys": ", ".join(fields)}
                self.problems.append(ProblemError("unknown_key", where, path, values))
        for name, field in fields.items():
            if field.required and name not in data:
                self.problem("required", path, {"field": name})
        return data

    def _plain(self, node: Node, kind: inspect.Type, path: str) -> Any:
        text = node.value if isinstance(node, Text) else ""
        plain = isinstance(node, Text) and node.plain
        match kind:
            case inspect.IntType():
                return int(text) if plain and _WHOLE.fullmatch(text) else self.problem("want_whole", path)
            case inspect.FloatType():
                return float(text) if plain and _NUMBER.fullmatch(text) else self.problem("want_number", path)
            case inspect.BoolType():
                known = plain and text in ("true", "false")
                return text == "true" if known else self.problem("want_flag", path)
        return text if isinstance(node, Text) and not plain else self.problem("want_text", path)
