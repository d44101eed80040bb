"""The form of papers by which somebody else lawfully takes a child whose parents cannot come home."""

from __future__ import annotations

from typing import Any

from vyrai.world._reader import Node
from vyrai.world._schema import facts, owned, words
from vyrai.world._shapes import Context, identifier, mapping, ref, text

_FACT = ref("fact", "taking")

_TAKING = mapping(
    {"taking": identifier, "title": text},
    {
        "gives": text,
        "signed": text,
        "where": text,
        "bring": text,
        "takes": mapping({}, {"law": _FACT, "observed": _FACT}, "`takes`"),
        "fee": facts("fee"),
        "lasts": _FACT,
        "facts": facts("taking"),
        "note": words,
    },
    "a paper by which somebody takes a child",
)


def _stands(node: Node, ctx: Context) -> Any:
    record = _TAKING(node, ctx)
    if record is not None and not record.get("facts"):
        ctx.problem(
            node,
            "a paper by which somebody takes a child stands on no fact",
            "A family would leave a child in the hands of somebody whom no office knows.",
            "Name under `facts:` what says so, the law first; if nobody knows: open-questions.yaml.",
        )
    return record


TAKING = owned("taking", _stands)
