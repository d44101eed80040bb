"""A piece of a file of the atlas, with its line."""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class Node(msgspec.Struct, gc=False):
    """A piece of a file. `value` is str, list[Node] or dict[str, Node]; `plain` = a scalar without quotes."""

    line: int
    kind: Literal["text", "list", "map"]
    value: Any
    plain: bool = False
