"""Steps that wait for each other: each needs a document that nobody outside the ring makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vyrai.world._problems import Problem

Record = dict[str, Any]


def problems(atlas: Record) -> Iterator[Problem]:
    """One for each ring, at its first step. What a family may have in hand already does not count."""
    documents = {one["id"] for one in atlas["documents"]}
    makers = {name: [step for step in atlas["steps"] if name in _made(step)] for name in documents}
    had = {name for name, steps in makers.items() if not steps}
    stuck = {step["id"]: step for step in atlas["steps"]}

    def lacks(step: Record) -> list[str]:
        return [name for name in step.get("needs") or () if name in documents - had]

    while free := [step for step in stuck.values() if not lacks(step)]:
        for step in free:
            del stuck[step["id"]]
            had |= _made(step) & documents
    told = set[frozenset[str]]()
    for step in stuck.values():
        chain = list[str]()
        while step["id"] not in chain:
            chain.append(step["id"])
            step = makers[lacks(step)[0]][0]
        ring = chain[chain.index(step["id"]) :]
        # Whoever waits for a ring, and each of its own steps, comes to it: it is told once.
        if frozenset(ring) not in told:
            told.add(frozenset(ring))
            yield _told(stuck[ring[0]], ring)


def _made(step: Record) -> set[str]:
    outcomes = (step.get("outcomes") or {}).values()
    return {
        *(step.get("yields") or ()),
        *(name for one in outcomes for name in (one or {}).get("yields") or ()),
    }


def _told(step: Record, ring: list[str]) -> Problem:
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
