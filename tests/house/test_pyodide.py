"""The wheel answers in the browser's Python, byte for byte, as it does here: its commands and its app."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.golden import command_file
from tests.house import app_pages, offline
from vyrai.world import load_atlas

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "build/pyodide"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("node") and PARTS.exists()), reason="needs node and npm"),
]


PURE_INSIDE = {"markupsafe"}
"""Has no wheel for Pyodide, and uses its own pure Python when its compiled part is missing."""


def unpack(wheel: Path, into: Path) -> None:
    """Install a wheel the simplest way, without what was compiled for this machine."""
    with zipfile.ZipFile(wheel) as archive:
        fits = "none-any" in wheel.stem or "pyemscripten" in wheel.stem
        archive.extractall(into, [n for n in archive.namelist() if fits or not n.endswith((".so", ".pyd"))])


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a browser would be given: our wheel, its pure dependencies, and msgspec compiled for Pyodide."""
    site = tmp_path_factory.mktemp("site")
    for file in (ROOT / "build/wheels").glob("*.whl"):
        if file.stem.endswith("none-any") or file.name.partition("-")[0] in PURE_INSIDE:
            unpack(file, site)
    for file in (*(PARTS / "wheels").glob("*.whl"), wheel):
        unpack(file, site)
    return site


def chosen() -> list[str]:
    """One golden answer for each command, of `plan` that of the demo family; all of them in `make deep`."""
    files = sorted(command_file.COMMANDS.glob("*.txt"))
    if os.environ.get("VYRAI_DEEP") == "1":
        return [file.name for file in files]
    told = [
        file for file in files if not file.stem.startswith("error-") and not file.stem.endswith("-nowhere")
    ]
    verbs = {command_file.verb(command_file.read(file)[0]): file.name for file in reversed(told)}
    return sorted((verbs | {"plan": "plan.txt"}).values())


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, Any]:
    """What the browser's Python says, started once."""
    script = Path(__file__).with_name("pyodide.mjs")
    ran = offline.run("node", script, PARTS / "node_modules/pyodide", site, ROOT, *chosen(), cwd=ROOT)
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    told: dict[str, Any] = json.loads(ran.stdout.decode().splitlines()[-1])
    assert told["python"].startswith("3.14")
    return told


def test_the_browser_answers_as_we_do(said: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert said["answers"] == command_file.answers(chosen())


def test_the_app_draws_the_same_pages(said: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what it says where files cannot be sealed: that library is compiled, and not for the browser."""
    monkeypatch.setitem(sys.modules, "pyrage", None)
    ours = app_pages.pages(load_atlas(ROOT / "atlas"))
    assert said["pages"].keys() == ours.keys()
    for name, page in ours.items():
        assert said["pages"][name] == page, f"{name} differs"
