"""The atlases that visitors of the app see."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.caller import Visitor
from tests.app.family import NEEDS, enter, entries
from vyrai.world import Atlas, load_atlas

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def real() -> Atlas:
    """The atlas as it is."""
    return load_atlas(ROOT / "atlas")


@pytest.fixture(scope="session")
def invented() -> Atlas:
    """The atlas of a country that does not exist."""
    return load_atlas(ROOT / "tests/invented_atlas")


@pytest.fixture
def somebody(real: Atlas) -> Visitor:
    """A visitor who has just opened the first link."""
    return Visitor(real)


@pytest.fixture
def family(invented: Atlas) -> Visitor:
    """A family with a child that has needs, before the invented atlas."""
    return family_of(invented)


def family_of(atlas: Atlas) -> Visitor:
    """The same before another atlas."""
    visitor = Visitor(atlas)
    visitor.get("ask")
    enter(visitor, entries(atlas, file=NEEDS))
    return visitor
