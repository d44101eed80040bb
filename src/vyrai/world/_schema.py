"""The form of facts: what each key of a fact file may say."""

from __future__ import annotations

import re
from typing import Any

from vyrai.world._reader import Node
from vyrai.world._shapes import (
    Context,
    Shape,
    day,
    expects,
    identifier,
    list_of,
    mapping,
    one_of,
    ref,
    string,
    text,
    yesno,
)
from vyrai.world._values import bounds, ends_of, span, value

KINDS = ("law", "official", "igo", "ngo", "media", "peer")
CONFIDENCE = ("high", "medium", "low")


def url(node: Node, ctx: Context) -> Any:
    """A web address."""
    address = string(node, ctx)
    if address is not None and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", address):
        ctx.problem(
            node,
            f"`{address}` is not a web address",
            "A reader must be able to open the source.",
            "Write the whole address: https://www.example.org/page",
        )
    return address


def observed(node: Node, ctx: Context) -> list[int] | None:
    """When something was observed, as [first day, last day]; a missing `to` is 0 and filled later."""
    if node.kind == "text":
        seen: list[int] | None = day(node, ctx)
        return seen
    ends = span(node, ctx) or {}
    begin, end = ends.get("from"), ends.get("to")
    if isinstance(begin, list) and (end is None or isinstance(end, list)):
        return [begin[0], end[1] if end else 0]
    ctx.problem(
        node,
        "this does not say when it was observed",
        "An observation is looked up as the latest one up to a day, so its own days must be known.",
        "Write observed: 2022-09 or observed: {from: 2022-01, to: 2022-12}.",
    )
    return None


def words(node: Node, ctx: Context) -> Any:
    """A note: one text, or one for each language."""
    return string(node, ctx) if node.kind == "text" else text(node, ctx)


SOURCE = mapping(
    {"publisher": string, "title": string, "url": url},
    {"lang": string},
    "a source",
)
_CLAIM = mapping(
    {
        "as_of": day,
        "source": SOURCE,
        "kind": one_of(*KINDS),
        "confidence": one_of(*CONFIDENCE),
        "statement": text,
    },
    {
        "value": value,
        "unit": ref("unit", ""),
        "applies_to": words,
        "valid": span,
        "observed": observed,
        "as_of_unknown": yesno,
        "law_ref": mapping({"act": string}, {"article": string}, "a law_ref"),
        "note": words,
        "scope": string,
    },
    "a claim",
)
_DECIDING = ("value", "unit", "kind", "confidence", "scope")


def claim(node: Node, ctx: Context) -> dict[str, Any] | None:
    """One claim: what decides on top, what is only shown below `shown`."""
    raw = _CLAIM(node, ctx)
    if raw is None:
        return None
    if ("valid" in raw) == ("observed" in raw):
        both = "valid" in raw
        ctx.problem(
            node,
            "this claim is both a rule and an observation"
            if both
            else "this claim has neither `valid` nor `observed`",
            "A rule is in force for a time; an observation is never in force, the latest one counts.",
            "Keep `valid: {from: ..., to: ...}` for a rule, or `observed: DATE` for a measurement or story.",
        )
    _check_value(node, raw, ctx)
    seen = raw.get("as_of")
    when = raw.get("observed")
    if when and not when[1]:
        when = [when[0], max(when[0], seen[1]) if seen else when[0]]
    made = {key: raw[key] for key in _DECIDING if raw.get(key) is not None}
    made["as_of"] = seen
    if "observed" in raw:
        made["observed"] = when
    else:
        made["valid"] = bounds(raw.get("valid"), seen)
    made["line"] = node.line
    made["shown"] = {key: raw[key] for key in _SHOWN if raw.get(key) is not None}
    return made


_SHOWN = ("statement", "applies_to", "source", "law_ref", "note", "valid", "as_of_unknown")


def _check_value(node: Node, raw: dict[str, Any], ctx: Context) -> None:
    made = raw.get("value")
    if made and made[0] == "number" and "unit" not in raw:
        ctx.problem(
            node.value["value"],
            "this number has no unit",
            "A rule cannot compare a number without knowing whether it is money, time or a count.",
            "Add unit: one of atlas/units.yaml, for example months, years-of-age, count.",
        )


def file_of(item: Shape) -> Shape:
    """A file that is a list of items."""
    return list_of(item)


def lined(shape: Shape) -> Shape:
    """A record that remembers its line."""

    def read(node: Node, ctx: Context) -> Any:
        record = shape(node, ctx)
        return None if record is None else {**record, "line": node.line}

    return read


def owned(kind: str, shape: Shape, key: str | None = None) -> Shape:
    """A record with an id under `key` (its kind unless told): what it refers to is noted as its own."""
    key = key or kind

    def read(node: Node, ctx: Context) -> Any:
        if not expects(node, ctx, "map", f"{{{key}: its id, ...}}"):
            return None
        name = node.value.get(key)
        outer, ctx.owner = ctx.owner, (kind, str(name.value) if name and name.kind == "text" else "?")
        record = lined(shape)(node, ctx)
        ctx.owner = outer
        return record

    return read


def facts(use: str) -> Shape:
    """A list of fact ids, used as `use`."""
    return list_of(ref("fact", use))


def level(*words_: str) -> Shape:
    """A small whole number that is a code, not a measure (danger 0 to 4)."""
    inner = one_of(*words_)

    def read(node: Node, ctx: Context) -> Any:
        word = inner(node, ctx)
        return None if word is None else int(word)

    return read


def dated(shape: Shape) -> Shape:
    """A mapping with `from` and `to`: the two become `when`, as written."""

    def read(node: Node, ctx: Context) -> Any:
        if node.kind != "map":
            return shape(node, ctx)
        rest = {key: child for key, child in node.value.items() if key not in ("from", "to")}
        return {
            **lined(shape)(Node(node.line, "map", rest), ctx),
            "when": ends_of(node, ctx, strict=False),
        }

    return read


FACT = owned(
    "fact",
    mapping(
        {"fact": identifier, "topic": ref("topic", ""), "claims": list_of(claim, some=True)},
        {"title": text, "reviewed": day},
        "a fact",
    ),
)
