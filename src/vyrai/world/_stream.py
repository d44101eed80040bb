"""The fast way to read YAML: nodes straight from the events of libyaml, where its binding is installed.

Whatever is out of the ordinary (several documents, a key that is no word, a key written twice, a mistake) is
left to the slow way, which tells it apart and says what is wrong.
"""

from __future__ import annotations

import re
from typing import Any

from vyrai.world._node import Node

_QUESTION = re.compile(r"(?<=\w)\?")
_FOR_NOW = "\ue03f"
"""A letter of private use: stands for a question mark within words, which libyaml refuses within {...}."""


def stream(text: str) -> Node | None:
    """The tree of a text; None where the slow way has to read it."""
    try:
        from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # it is there, unlisted
    except ImportError:
        return None
    found = _parsed(CParser, text, "")
    if found is None and _FOR_NOW not in text:
        asked = _QUESTION.sub(_FOR_NOW, text)
        if asked != text:
            found = _parsed(CParser, asked, _FOR_NOW)
    return found


def _parsed(parser: Any, text: str, for_now: str) -> Node | None:
    from ruamel.yaml.error import YAMLError

    try:
        source = parser(text)
        try:
            return _Reader(source.get_event, for_now).document()
        finally:
            source.dispose()
    except (YAMLError, _OddError):
        return None


class _OddError(Exception):
    """Something that the slow way has to read."""


class _Reader:
    """`for_now`: what stands in place of a question mark; empty if nothing does."""

    def __init__(self, take: Any, for_now: str) -> None:
        from ruamel.yaml import events

        self.take, self.for_now, self.anchors = take, for_now, dict[str, Node]()
        self.scalar, self.map, self.map_end = (
            events.ScalarEvent,
            events.MappingStartEvent,
            events.MappingEndEvent,
        )
        self.list, self.list_end = events.SequenceStartEvent, events.SequenceEndEvent
        self.alias, self.end = events.AliasEvent, events.StreamEndEvent

    def document(self) -> Node:
        self.take()  # the beginning of the stream
        event = self.take()
        if type(event) is self.end:
            return Node(1, "list", [])
        root = self.node(self.take())
        self.take()  # the end of the document
        if type(self.take()) is not self.end:
            raise _OddError
        return root

    def node(self, event: Any) -> Node:
        if event.anchor is None:
            return self.plain(event)
        known = self.anchors.get(event.anchor)
        if type(event) is not self.alias and known is None:
            known = self.anchors[event.anchor] = self.plain(event)
        elif known is None or type(event) is not self.alias:
            raise _OddError
        return known

    def plain(self, event: Any) -> Node:
        kind, line = type(event), event.start_mark.line + 1
        if kind is self.scalar:
            return Node(line, "text", self.words(event.value), not event.style)
        take, node = self.take, self.node
        if kind is self.list:
            items: list[Node] = []
            while type(event := take()) is not self.list_end:
                items.append(node(event))
            return Node(line, "list", items)
        keys: dict[str, Node] = {}
        while type(event := take()) is not self.map_end:
            if type(event) is not self.scalar or event.anchor is not None:
                raise _OddError
            name = self.words(event.value)
            if name in keys:
                raise _OddError
            keys[name] = node(take())
        return Node(line, "map", keys)

    def words(self, value: str) -> str:
        return value.replace(self.for_now, "?") if self.for_now else value
