"""The invented atlas, and small facts made in a test."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from vyrai.world import Atlas, Claim, Fact, Span, compile_atlas, decode

INVENTED = Path(__file__).parents[1] / "invented_atlas"


@cache
def invented() -> Atlas:
    return decode(compile_atlas(INVENTED))


def copy(folder: Path) -> Path:
    """The invented atlas as a folder of its own."""
    shutil.copytree(INVENTED, folder / "atlas")
    return folder / "atlas"


def claim(**keys: Any) -> Claim:
    """A claim that may decide, in force since ever unless told."""
    keys = {
        "kind": "law",
        "confidence": "high",
        "as_of": (1, 1),
        "line": 1,
        "value": ["number", 1, 1],
        **keys,
    }
    if "observed" not in keys:
        keys.setdefault("valid", Span(None, 0, None, None))
    return Claim(**keys)


def fact(*claims: Claim, topic: str = "route") -> Fact:
    return Fact(id="xa.fact", topic=topic, claims=claims, folder="XA", file="f", line=1)


def atlas_of(*facts: Fact) -> Atlas:
    """The invented atlas with these facts instead of its own."""
    return msgspec.structs.replace(invented(), facts=facts)
