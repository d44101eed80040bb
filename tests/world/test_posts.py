"""Posts to which people travel are checked against where the step is done and where they live."""

from __future__ import annotations

from typing import Any

import pytest

from vyrai.world._posts import problems


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"posts": {"XB": {"in": ["XC"]}}}, []),
        ({"posts": {"XB": {"in": ["XC"]}}, "at": "outside"}, []),
        ({"at": "inside"}, []),
        ({"posts": {"XB": {"in": ["XC"]}}, "at": "inside"}, ["`xa.hear` has `posts` and is done inside"]),
        ({"posts": {"XB": {"in": ["XC", "XB"]}}}, ["from XB to XB, where they live there already"]),
        ({"posts": {"XB": {"in": ["XA"]}}}, ["from XB to XA, where they would be at their goal"]),
        ({"posts": {"XB": None, "XC": {"in": None}}}, []),
    ],
)
def test_a_journey_that_nobody_makes_is_told(keys: dict[str, Any], said: list[str]) -> None:
    step = {"id": "xa.hear", "folder": "XA", "file": "f", "line": 1, **keys}
    found = [one.what for one in problems({"steps": [step]})]
    assert len(found) == len(said)
    assert all(part in what for part, what in zip(said, found, strict=True))
