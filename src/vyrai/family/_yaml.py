"""YAML text to nodes, from parser events: no types, no anchors, no tags, limited depth.

The only user of ruamel.yaml here.
"""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev

from vyrai.family._error import CaseError, Where
from vyrai.family._node import COUNT, DEPTH, Items, Node, Pairs, Text

__all__ = ["read_yaml"]


class _Open:
    """A list or map whose end has not come yet."""

    def __init__(self, where: Where, is_map: bool) -> None:
        self.where, self.is_map = where, is_map
        self.items: list[Node] = []
        self.keys: set[str] = set()

    def add(self, node: Node, place: Where) -> None:
        if self.is_map and len(self.items) % 2 == 0:
            if not isinstance(node, Text):
                raise CaseError("key_not_text", place)
            if node.value in self.keys:
                raise CaseError("duplicate_key", place)
            self.keys.add(node.value)
        self.items.append(node)

    def close(self) -> Node:
        line, column = self.where.line, self.where.column
        if not self.is_map:
            return Items(tuple(self.items), line, column)
        keys = [key for key in self.items[::2] if isinstance(key, Text)]
        return Pairs(tuple(zip(keys, self.items[1::2], strict=True)), line, column)


def read_yaml(text: str, name: str) -> Node | None:
    """The one document of a text, or None if there is none. Raises CaseError."""
    try:
        return _build(text, name)
    except CaseError:
        raise
    except Exception as error:  # whatever the parser throws, the text is not YAML
        mark = getattr(error, "problem_mark", None)
        problem = _syntax(text, name, mark)
    raise problem  # outside the handler: the parser's words, which quote the text, are not carried along


def _syntax(text: str, name: str, mark: Any) -> CaseError:
    if mark is None:
        return CaseError("not_yaml", Where(name))
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    tab = "\t" in line[: len(line) - len(line.lstrip())]
    return CaseError("tab" if tab else "not_yaml", Where(name, mark.line + 1, mark.column + 1))


def _build(text: str, name: str) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    documents = count = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        place = Where(name, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, ev.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise CaseError("second_document", place)
            continue
        if isinstance(event, ev.NodeEvent) and (
            event.anchor is not None or getattr(event, "tag", None) is not None
        ):
            raise CaseError("anchor", place)
        count += 1
        if count > COUNT:
            raise CaseError("too_many", place, values={"limit": str(COUNT)})
        node: Node
        if isinstance(event, ev.ScalarEvent):
            node = Text(event.value, not event.style, place.line, place.column)
        elif isinstance(event, ev.CollectionStartEvent):
            if len(stack) >= DEPTH:
                raise CaseError("too_deep", place, values={"limit": str(DEPTH)})
            stack.append(_Open(place, isinstance(event, ev.MappingStartEvent)))
            continue
        elif isinstance(event, ev.CollectionEndEvent):
            opened = stack.pop()
            node, place = opened.close(), opened.where
        else:
            continue
        if stack:
            stack[-1].add(node, place)
        else:
            root = node
    return None if isinstance(root, Text) and root.absent else root
