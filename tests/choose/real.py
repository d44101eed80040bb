"""The atlas of this checkout and its example families."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from vyrai.choose import form_of
from vyrai.family import Case, load
from vyrai.law import Law
from vyrai.world import load_atlas

ROOT = Path(__file__).parents[2]
DAYS = tuple(map(date.fromisoformat, ("2022-10-15", "2024-03-01", "2025-10-01", "2026-11-20")))
FAMILIES = sorted((ROOT / "examples").glob("*.yaml"))


@cache
def law() -> Law:
    return Law(load_atlas(ROOT / "atlas"))


@cache
def example(path: Path) -> Case:
    return load(path, form_of(law().atlas))


_IDS = ("facts", "observed", "contacts", "fees", "refusal", "cites", "costs")


def fact_ids(record: Any) -> set[str]:
    """Every id of a fact that stands anywhere in a record."""
    return set(_ids(msgspec.to_builtins(record)))


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources":
                continue
            if key in _IDS and isinstance(value, list):
                yield from (one for one in value if isinstance(one, str))
            elif key == "fact" and isinstance(value, str):
                yield value
            yield from _ids(value)
    elif isinstance(data, list):
        for one in data:
            yield from _ids(one)
    elif isinstance(data, str) and data.startswith("fact:"):
        yield data.removeprefix("fact:")


def texts(data: Any) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from texts(value)
    elif isinstance(data, list):
        for one in data:
            yield from texts(one)
    else:
        yield str(data)
