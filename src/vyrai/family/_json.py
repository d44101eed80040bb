"""JSON text to nodes, with lines and columns; duplicate keys and deep nesting refused."""

from __future__ import annotations

import re
from bisect import bisect_left
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # in the module, not in its stubs

from vyrai.family._error import CaseError, Where
from vyrai.family._node import COUNT, DEPTH, Items, Node, Pairs, Text

__all__ = ["read_json"]

_SPACE = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")


def read_json(text: str, name: str) -> Node:
    """The value that a text holds. Raises CaseError."""
    reader = _Reader(text, name)
    node = reader.value(0)
    if reader.peek():
        raise reader.error()
    return node


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.text, self.name, self.at, self.count = text, name, 0, 0
        self.ends = [match.start() for match in re.finditer("\n", text)]

    def peek(self) -> str:
        """Pass white space; the next sign, or nothing at the end."""
        space = _SPACE.match(self.text, self.at)
        assert space is not None
        self.at = space.end()
        return self.text[self.at : self.at + 1]

    def where(self) -> Where:
        line = bisect_left(self.ends, self.at)
        return Where(self.name, line + 1, self.at - (self.ends[line - 1] if line else -1))

    def error(self, kind: str = "not_json", **values: str) -> CaseError:
        return CaseError(kind, self.where(), values=values)

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self.error()
        self.at += 1

    def value(self, depth: int) -> Node:
        sign = self.peek()
        self.count += 1
        if self.count > COUNT:
            raise self.error("too_many", limit=str(COUNT))
        if sign and sign in "{[":
            if depth >= DEPTH:
                raise self.error("too_deep", limit=str(DEPTH))
            return self.pairs(depth) if sign == "{" else self.items(depth)
        return self.string() if sign == '"' else self.plain()

    def plain(self) -> Text:
        place, match = self.where(), _PLAIN.match(self.text, self.at)
        if match is None:
            raise self.error()
        self.at = match.end()
        return Text(match[0], True, place.line, place.column)

    def string(self) -> Text:
        place = self.where()
        try:
            value, self.at = scanstring(self.text, self.at + 1, True)
        except JSONDecodeError as error:
            self.at = min(error.pos, len(self.text))
        else:
            return Text(value, False, place.line, place.column)
        raise self.error()

    def items(self, depth: int) -> Items:
        place, items = self.where(), list[Node]()
        self.at += 1
        while self.peek() != "]":
            if items:
                self.take(",")
            items.append(self.value(depth + 1))
        self.at += 1
        return Items(tuple(items), place.line, place.column)

    def pairs(self, depth: int) -> Pairs:
        place, pairs = self.where(), list[tuple[Text, Node]]()
        seen = set[str]()
        self.at += 1
        while self.peek() != "}":
            if pairs:
                self.take(",")
            if self.peek() != '"':
                raise self.error()
            begin = self.at
            key = self.string()
            if key.value in seen:
                self.at = begin
                raise self.error("duplicate_key")
            seen.add(key.value)
            self.take(":")
            pairs.append((key, self.value(depth + 1)))
        self.at += 1
        return Pairs(tuple(pairs), place.line, place.column)
