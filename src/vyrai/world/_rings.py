"""Steps that wait for each other: each needs a document that nobody outside the ring makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from vyrai.world._problems import Problem
from vyrai.world._ring import rings

Record = dict[str, Any]


def problems(atlas: Record) -> Iterator[Problem]:
    """One for each ring, at its first step. What a family may have in hand already does not count."""
    documents = {one["id"] for one in atlas["documents"]}
    steps = {step["id"]: step for step in atlas["steps"]}
    yields = {name: _made(step) & documents for name, step in steps.items()}
    needs = {
        name: [one for one in step.get("needs") or () if one in documents] for name, step in steps.items()
    }
    had = documents.difference(*yields.values())
    for ring in rings(needs, yields, had):
        yield _told(steps[ring[0]], ring)


def _made(step: Record) -> set[str]:
    outcomes = (step.get("outcomes") or {}).values()
    return {
        *(step.get("yields") or ()),
        *(name for one in outcomes for name in (one or {}).get("yields") or ()),
    }


def _told(step: Record, ring: Sequence[str]) -> Problem:
    names = ", ".join(f"`{name}`" for name in ring)
    if len(ring) == 1:
        what = f"the step {names} needs a document that only it makes"
    else:
        what = f"the steps {names} wait for each other: each needs a document that only the next one makes"
    return Problem(
        step["file"],
        step["line"],
        what,
        "No family could ever get it, and every plan that needs it would be lost without a word.",
        "Take a document out of `needs:`, or write the step by which it is got otherwise.",
    )
