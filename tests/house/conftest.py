"""The wheel, built once for all tests that install it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.house import offline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the working tree."""
    out = tmp_path_factory.mktemp("dist")
    built = offline.run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    assert built.returncode == 0, built.stderr.decode()
    (file,) = out.glob("*.whl")
    return file
