"""The wheel answers in the browser's Python, byte for byte, as it does here."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.golden import command_file
from tests.house import offline

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "build/pyodide"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("node") and PARTS.exists()), reason="needs node and npm"),
]


def unpack(wheel: Path, into: Path) -> None:
    """Install a wheel the simplest way, without what was compiled for this machine.

    MarkupSafe has no wheel for Pyodide, and uses its own pure Python when its compiled part is missing.
    """
    with zipfile.ZipFile(wheel) as archive:
        foreign = wheel.stem.endswith(("x86_64", "aarch64", "arm64", "win_amd64"))
        archive.extractall(
            into, [n for n in archive.namelist() if not (foreign and n.endswith((".so", ".pyd")))]
        )


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a browser would be given: our wheel, its pure dependencies, and msgspec compiled for Pyodide."""
    site = tmp_path_factory.mktemp("site")
    native = list((PARTS / "wheels").glob("*.whl"))
    ours = {file.name.split("-")[0].lower() for file in native} | {"ruamel_yaml_clib"}
    pure = [f for f in (ROOT / "build/wheels").glob("*.whl") if f.name.split("-")[0].lower() not in ours]
    for file in (*pure, *native, wheel):
        unpack(file, site)
    return site


def chosen() -> list[str]:
    """One golden answer for each command; all of them in `make deep`."""
    files = sorted(command_file.COMMANDS.glob("*.txt"))
    if os.environ.get("VYRAI_DEEP") == "1":
        return [file.name for file in files]
    verbs = {command_file.verb(command_file.read(file)[0]): file.name for file in reversed(files)}
    return sorted(verbs.values())


def test_the_browser_answers_as_we_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names = chosen()
    script = Path(__file__).with_name("pyodide.mjs")
    ran = offline.run("node", script, PARTS / "node_modules/pyodide", site, ROOT, *names, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    said = json.loads(ran.stdout.decode().splitlines()[-1])
    assert said["python"].startswith("3.14")
    assert said["answers"] == command_file.answers(names)
