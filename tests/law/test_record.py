"""Durations as their facts state them, for whoever reads an answer."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.law.made import ON, atlas, fact, number, price
from vyrai.law.record import as_written
from vyrai.world import World

FACTS = (
    number("f.week", 1, "weeks"),
    number("f.most", (None, 3), "weeks"),
    number("f.least", (3, None), "weeks"),
    number("f.fee", 3, "XXA/person"),
    fact("f.rivals", price((None, 1), "weeks"), price((1, None), "weeks")),
)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("f.week", (1, 1)),
        ("f.most", (0, 3)),
        ("f.least", (3, None)),
        ("f.fee", None),
        ("f.rivals", None),
        (None, None),
    ],
)
def test_a_duration_that_says_nothing_is_none(name: str | None, told: tuple[int, int | None] | None) -> None:
    """One source says a week at most, another a week at least: "on average unknown" would tell nobody."""
    world = World(replace(atlas(), facts=FACTS), ON)
    found = as_written(world, name)
    assert (None if found is None else (found.lo, found.hi)) == told
