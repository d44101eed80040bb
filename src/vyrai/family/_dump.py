"""A case to YAML text that reads back to the same case."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from vyrai.family._case import Case

__all__ = ["dump"]

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)


def dump(case: Case) -> str:
    """The case file, in YAML. Nothing is left out; comments of the file it was read from are."""
    lines: list[str] = []
    _map(case.data(), "", lines)
    return "\n".join(lines) + "\n"


def _map(data: dict[str, Any], indent: str, lines: list[str]) -> None:
    for key, value in data.items():
        _entry(f"{indent}{key}:", value, indent, lines)


def _entry(head: str, value: Any, indent: str, lines: list[str]) -> None:
    if isinstance(value, dict) and "items" in value:
        lines.append(head)
        _map(value, indent + "  ", lines)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        lines.append(head)
        for item in value:
            at = len(lines)
            _map(item, indent + "  ", lines)
            lines[at:] = [f"{indent}- {_first(lines[at:])}", *lines[at + 1 :]]
    else:
        lines.append(f"{head} {_flow(value)}")


def _first(lines: list[str]) -> str:
    """The first line of an item, to stand after its dash."""
    return lines[0].lstrip() if lines else "{}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    return _text(value)


def _text(text: str) -> str:
    if _BARE.fullmatch(text) and text not in ("unknown", "null"):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escape(sign) for sign in quoted)


def _escape(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"
