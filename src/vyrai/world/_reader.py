"""Read YAML into nodes that remember their lines. Of `world` only this and `_stream` know of ruamel.yaml.

A scalar stays the text that was written (`NO` is a country, `2022-10` a month); what it means is decided by
the key it stands under. libyaml is used where its binding is installed (`_stream`); the pure reader where it
is not, and for whatever is out of the ordinary: libyaml refuses some of YAML 1.2.
"""

from __future__ import annotations

from typing import Any

from vyrai.world._node import Node
from vyrai.world._problems import AtlasError, Problem
from vyrai.world._stream import stream

__all__ = ["Node", "read"]


def _compose(text: str) -> Any:
    """The root node of ruamel.yaml, or None for an empty text."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).compose(text)


def read(text: str, file: str) -> Node:
    """The tree of one file, `file` in messages; AtlasError if it is not YAML or says a key twice."""
    fast = stream(text)
    if fast is not None:
        return fast
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        root = _compose(text)
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        reason = (
            error.problem if isinstance(error, MarkedYAMLError) else None
        ) or "it holds a character YAML forbids"
        problem = Problem(
            file,
            mark.line + 1 if mark else 1,
            f"this is not YAML: {reason}",
            "Nothing of this file can be read.",
            "Look at the indentation, colons and quotes of this line and of the one above it.",
        )
        raise AtlasError([problem]) from None
    return Node(1, "list", []) if root is None else _node(root, file)


def _node(raw: Any, file: str) -> Node:
    line = raw.start_mark.line + 1
    if isinstance(raw.value, str):
        return Node(line, "text", raw.value, not raw.style)
    if raw.id == "sequence":
        return Node(line, "list", [_node(item, file) for item in raw.value])
    keys: dict[str, Node] = {}
    for key, value in raw.value:
        name = key.value if isinstance(key.value, str) else "?"
        if name in keys:
            problem = Problem(
                file,
                key.start_mark.line + 1,
                f"the key `{name}` is written twice",
                "Only one of the two would count, and nobody could see which.",
                "Keep one, or join both into one.",
            )
            raise AtlasError([problem])
        keys[name] = _node(value, file)
    return Node(line, "map", keys)
