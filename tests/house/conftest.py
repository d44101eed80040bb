"""The wheel, built once for all tests that install it."""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from tests.house import offline

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a distributor does: from the source distribution, outside the tree."""
    out = tmp_path_factory.mktemp("dist")
    build: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-d", out, "-t"]
    for cwd, kind in ((ROOT, "sdist"), (out / "source", "wheel")):
        built = offline.run(*build, kind, cwd=cwd)
        if built.returncode:
            pytest.fail(built.stderr.decode(), pytrace=False)
        if kind == "sdist":
            (packed,) = out.glob("*.tar.gz")
            with tarfile.open(packed) as archive:
                # Python before 3.11.4, Debian's among them, knows no filter.
                safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
                archive.extractall(out, **safely)
            (out / packed.name.removesuffix(".tar.gz")).rename(out / "source")
    (file,) = out.glob("*.whl")
    return file
