"""Values of claims and spans of time, read into the form the engine computes with.

A value becomes ["number", lo, hi] (int, "n/d", or null for an open end), ["code", text], ["codes", [texts]],
["date", lo, hi] (ordinals) or ["yesno", true]. A span becomes [begin lo, begin hi, end lo, end hi]: ordinals
of the first and last day, each itself an interval, null for "no such bound".
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from vyrai.world._problems import nearest
from vyrai.world._reader import Node
from vyrai.world._shapes import NUMBER, Context, day, expects, string

Number = int | str


def number(node: Node, ctx: Context) -> Number | None:
    """An exact number: int, or "n/d"."""
    if not expects(node, ctx, "text", "12"):
        return None
    if not NUMBER.fullmatch(node.value):
        ctx.problem(
            node,
            f"`{node.value}` is not a number",
            "A rule computes with this end of the range.",
            "Write digits only, with a point for decimals: 12 or 0.5; the unit has its own key.",
        )
        return None
    exact = Fraction(node.value)
    return exact.numerator if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"


def value(node: Node, ctx: Context) -> list[Any] | None:
    """A claim's value in engine form."""
    if node.kind == "list":
        return ["codes", sorted({str(string(child, ctx)) for child in node.value}, key=_place)]
    if node.kind == "map":
        return _range(node, ctx)
    if node.plain and NUMBER.fullmatch(node.value):
        exact = number(node, ctx)
        return ["number", exact, exact]
    if node.plain and node.value in ("yes", "no", "true", "false"):
        return ["yesno", node.value in ("yes", "true")]
    if node.plain and node.value[:4].isdigit() and "-" in node.value:
        date = day(node, ctx)
        return None if date is None else ["date", *date]
    return ["code", string(node, ctx)]


def _place(code: str) -> tuple[str, str]:
    """What to sort a code by: 2 comes before 10."""
    return (code.zfill(2) if code.isdigit() else code, code)


def _range(node: Node, ctx: Context) -> list[Any] | None:
    for key, child in node.value.items():
        if key not in ("lo", "hi"):
            ctx.problem(
                child,
                f"a range has no key `{key}`",
                "A value is one number or a range; a table becomes one fact for each cell.",
                f"{nearest(key, ('lo', 'hi'))} Write {{lo: 2, hi: 12}}; leave an end out if it is open.",
            )
            return None
    ends = {key: number(child, ctx) for key, child in node.value.items()}
    lo, hi = ends.get("lo"), ends.get("hi")
    if lo is not None and hi is not None and Fraction(lo) > Fraction(hi):
        ctx.problem(node, "this range ends before it begins", "No number lies in it.", "Swap `lo` and `hi`.")
    if not ends:
        ctx.problem(node, "this range has no ends", "Every number lies in it.", "Write {lo: 2, hi: 12}.")
    return ["number", lo, hi]


def span(node: Node, ctx: Context) -> dict[str, Any] | None:
    """{from, to} as written: each [lo, hi], {"by": [lo, hi]}, "unknown" or absent."""
    if not expects(node, ctx, "map", "{from: 2022-07-09, to: 2023-01-01}"):
        return None
    return ends_of(node, ctx, strict=True)


def ends_of(node: Node, ctx: Context, *, strict: bool) -> dict[str, Any]:
    """The `from` and `to` among the keys of a node; `strict` = no other key may stand there."""
    ends: dict[str, Any] = {}
    for key, child in node.value.items():
        if key in ("from", "to"):
            ends[key] = _end(child, ctx)
        elif strict:
            ctx.problem(
                child,
                f"a span of time has no key `{key}`",
                "The program would pass over it, and what it says would be lost.",
                nearest(key, ("from", "to")),
            )
    begin, end = ends.get("from"), ends.get("to")
    if isinstance(begin, list) and isinstance(end, list) and begin[0] > end[1]:
        ctx.problem(
            node,
            "this ends before it begins",
            "It would never be in force.",
            "Look the two days up in the source again; `to` is the last day on which it holds.",
        )
    return ends


def _end(node: Node, ctx: Context) -> Any:
    if node.kind == "map" and list(node.value) == ["by"]:
        by = day(node.value["by"], ctx)
        return None if by is None else {"by": by}
    if node.kind == "text" and node.value in ("unknown", "null", "~", ""):
        return "unknown" if node.value == "unknown" else None
    return day(node, ctx)


def bounds(ends: dict[str, Any] | None, as_of: list[int] | None) -> list[int | None]:
    """A span in engine form. What is not dated certainly holds on the day its source speaks of (`as_of`).

    An absent or unknown beginning lies somewhere up to `as_of`; `by` somewhere up to that day. An absent end
    means none is known; an unknown one lies somewhere after `as_of`.
    """
    ends = ends or {}
    begin, end = ends.get("from"), ends.get("to")
    seen = None if as_of is None else as_of[1]
    result: list[int | None] = [None, seen]
    if isinstance(begin, dict):
        result = [None, begin["by"][1]]
    elif isinstance(begin, list):
        result = list(begin)
    if end is None:
        return [*result, None, None]
    if isinstance(end, dict):
        return [*result, result[1], end["by"][1]]
    if end == "unknown":
        begun = result[1]
        return [*result, begun if seen is None or (begun is not None and begun > seen) else seen, None]
    return [*result, *end]
