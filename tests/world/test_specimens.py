"""One folder for each mistake a keeper of facts can make, with the exact words that `atlas check` answers.

A specimen is laid over `base`, a tiny atlas without mistakes. `VYRAI_RECORD=1` writes the answers anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from vyrai.world import AtlasError, check, compile_atlas

SPECIMENS = Path(__file__).parents[1] / "specimens" / "atlas"
NAMES = sorted(folder.name for folder in SPECIMENS.iterdir() if folder.name != "base")


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    folder = tmp_path / "atlas"
    shutil.copytree(SPECIMENS / "base", folder)
    return folder


def test_the_base_has_no_mistake(atlas: Path) -> None:
    assert check(atlas) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told(name: str, atlas: Path) -> None:
    shutil.copytree(SPECIMENS / name, atlas, dirs_exist_ok=True)
    (atlas / "expected.txt").unlink(missing_ok=True)
    problems = check(atlas)
    said = "".join(f"{problem}\n" for problem in problems)
    expected = SPECIMENS / name / "expected.txt"
    if os.environ.get("VYRAI_RECORD") == "1":
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert problems, "a specimen must be a mistake"
    assert any(problem.grave for problem in problems) != name.startswith("warning-")


@pytest.mark.parametrize("name", ["unknown-key", "missing-fact", "not-yaml"])
def test_a_mistake_is_not_compiled(name: str, atlas: Path) -> None:
    shutil.copytree(SPECIMENS / name, atlas, dirs_exist_ok=True)
    with pytest.raises(AtlasError) as error:
        compile_atlas(atlas)
    assert str(error.value) + "\n" == (SPECIMENS / name / "expected.txt").read_text(encoding="utf-8")
