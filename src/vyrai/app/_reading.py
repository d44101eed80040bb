"""What a form posted, back to answers: plain data as the case file has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from vyrai.family import Field


class Posted(Protocol):
    """The values of a form by name."""

    def getlist(self, name: str) -> Sequence[str]:
        """All values of one name."""


def read(field: Field, name: str, posted: Posted) -> Any:
    """The answer to a question that is not a list; None where nothing was written."""
    values = [one.strip() for one in posted.getlist(name) if one.strip()]
    match field.kind:
        case "codes" | "aliases":
            return values or None
        case "number":
            return _number(values, [one.strip() for one in posted.getlist(f"{name}|hi")])
        case "date":
            if posted.getlist(f"{name}|open"):
                return "open"
            parts = [(posted.getlist(f"{name}|{part}") or [""])[0].strip() for part in "ymd"]
            return "-".join(_padded(parts)) or None
        case _:
            return values[0] if values else None


def _number(lows: Sequence[str], highs: Sequence[str]) -> Any:
    lo, hi = (_plain(ends[0]) if ends else "" for ends in (lows, highs))
    if hi and lo != hi:
        return {end: value for end, value in (("lo", lo), ("hi", hi)) if value}
    return lo or None


def _plain(text: str) -> str:
    """A number as people write it: spaces between thousands, a comma before the pennies; words stay."""
    closed = "".join(text.split()).replace(",", ".")
    return closed if closed.lstrip("+-").replace(".", "").isdigit() else text


def _padded(parts: Sequence[str]) -> list[str]:
    """Year, month and day as far as they were written; a month without a year stays, to be found wrong."""
    while parts and not parts[-1]:
        parts = parts[:-1]
    return [parts[0], *(part.zfill(2) for part in parts[1:])] if parts else []


def record(fields: Mapping[str, Field], name: str, posted: Posted) -> dict[str, Any]:
    """One record of a list: what was written, by field; lists inside it are asked apart."""
    found = {}
    for key, field in fields.items():
        value = None if field.kind == "list" else read(field, f"{name}.{key}", posted)
        if value is not None:
            found[key] = value
    return found
