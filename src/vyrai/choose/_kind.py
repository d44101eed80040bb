"""What a step of a plan is."""

from __future__ import annotations

from typing import Literal

Kind = Literal["step", "safe", "settled", "pay", "wait", "journey", "trip", "pocket", "file"]


def kind_of(name: str, described: str | None) -> Kind:
    """What a step of a plan is: one of the atlas, or a mark that the plan adds."""
    if described is not None:
        return "step"
    head = name.partition(":")[0]
    kinds: dict[str, Kind] = {
        "safe": "safe",
        "settled": "settled",
        "earn": "pay",
        "wait": "wait",
        "journey": "journey",
        "trip": "trip",
        "pocket": "pocket",
    }
    return kinds.get(head, "file")
