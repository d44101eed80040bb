"""The form of places inside a country: what is other there than in the country, and who is there."""

from __future__ import annotations

import re
from typing import Any

from vyrai.world._reader import Node
from vyrai.world._schema import facts, lined, owned, words
from vyrai.world._shapes import Context, identifier, list_of, mapping, one_of, ref, string, text

_FACT = ref("fact", "provision")
_SEEN = ref("fact", "seen")
"""What was only seen (a queue, a share) is reckoned with, but a place does not decide on its word."""
_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_OF_A_STEP = frozenset({"step", "takes", "facts", "observed", "note"})
_SHOWN = frozenset({"provision", "step", "note"})


def _iso(node: Node, ctx: Context) -> Any:
    """The code of a region in ISO 3166-2, of the country in whose folder the place stands."""
    code = string(node, ctx)
    country = ctx.file.partition("/")[0]
    if code is not None and not (_ISO.fullmatch(code) and code.startswith(f"{country}-")):
        ctx.problem(
            node,
            f"`{code}` is not a code of a region of {country}",
            "By its code a region is found again on a map and in the figures of others.",
            f"Write the code of ISO 3166-2, {country}-...; a place that has none does without the key.",
        )
        return None
    return code


_DIFFERS = mapping(
    {},
    {
        "provision": ref("provision"),
        "step": ref("step"),
        "held": _FACT,
        "queue": _SEEN,
        "takes": mapping({}, {"law": _FACT, "observed": _SEEN, "average": _SEEN}, "`takes`"),
        "share": _SEEN,
        "amount": _FACT,
        "price": _SEEN,
        "facts": facts("provision"),
        "observed": facts("observed"),
        "note": words,
    },
    "what differs in a place",
)


def _differs(node: Node, ctx: Context) -> Any:
    """One provision or step, and what is other of it in the place."""
    record = _DIFFERS(node, ctx)
    if record is None:
        return None
    if ("provision" in record) == ("step" in record):
        ctx.problem(
            node,
            "what differs in a place is not told of one provision or one step",
            "Nobody could say what it is that takes longer, or costs more, there.",
            "Write provision: its id, or step: its id.",
        )
    elif "step" in record and not _OF_A_STEP.issuperset(record):
        ctx.problem(
            node,
            f"a step has no `{sorted(record.keys() - _OF_A_STEP)[0]}` of its own in a place",
            "Of a step only the time that it takes differs from place to place.",
            "Write takes: {law: ..., observed: ...}; what it costs stands with the step.",
        )
    if _SHOWN.issuperset(key for key, value in record.items() if value):
        ctx.problem(
            node,
            "what differs in a place stands on no fact",
            "A family would choose a town on what nobody has said.",
            "Name the facts that say it; if nobody knows, leave it out: it is then unknown there.",
        )
    return record


PLACE = owned(
    "place",
    mapping(
        {"place": identifier, "title": text, "kind": one_of("region", "city")},
        {
            "iso": _iso,
            "within": ref("place"),
            "rent": facts("rent"),
            "here": list_of(lined(_differs), some=True),
            "contacts": facts("contacts"),
            "observed": facts("observed"),
            "note": words,
        },
        "a place",
    ),
)
