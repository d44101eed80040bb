"""`vyrai belong` on the invented atlas: what its text says, and what it will not pass over."""

from __future__ import annotations

import pytest

from tests.cli.conftest import ROOT, invented

NEEDS = ROOT / "tests/golden/cases/farland-needs.yaml"
DAY = ("--to", "XA", "--on", "2026-11-20")


@pytest.mark.parametrize("beside", [("--ways",), ("--ways", "--places")])
def test_routes_of_one_way_are_never_told_as_a_list(beside: tuple[str, ...]) -> None:
    """A title may hold a comma: two routes joined by one would read as three."""
    text = " ".join(invented("belong", NEEDS, *DAY, *beside).stdout.split())
    assert "Guest visa › Settling" in text
    assert "Guest visa, Settling" not in text
