"""A stranger installs the wheel into an empty environment, without a network, and asks about an example."""

from __future__ import annotations

import shlex
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from tests.golden import command_file
from tests.house import offline

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the tree with an environment that holds Vyrai, and the examples."""
    home = tmp_path_factory.mktemp("stranger")
    elsewhere = str(tmp_path_factory.mktemp("pip"))  # what pip leaves in a home folder is not ours
    assert offline.run(sys.executable, "-m", "venv", "venv", cwd=home, HOME=elsewhere).returncode == 0
    pip: list[str | Path] = ["venv/bin/pip", "install", "--no-index", "--find-links", ROOT / "build/wheels"]
    installed = offline.run(*pip, f"vyrai[fast] @ {wheel.as_uri()}", cwd=home, HOME=elsewhere)
    assert installed.returncode == 0, installed.stderr.decode()
    if (ROOT / "examples").exists():
        shutil.copytree(ROOT / "examples", home / "examples")
    return home


def test_what_the_wheel_carries(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "vyrai/py.typed" in names
    assert ("vyrai/world/_data/atlas.json" in names) == (ROOT / "src/vyrai/world/__init__.py").exists()
    languages = {po.parts[-3] for po in ROOT.glob("src/vyrai/words/locale/*/LC_MESSAGES/vyrai.po")}
    assert {name.split("/")[3] for name in names if name.endswith(".mo")} == languages
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE"}
    assert not [
        name
        for name in names
        if name.split("/")[0] not in {"vyrai", wheel.name.split("-py3")[0] + ".dist-info"}
    ]


@pytest.mark.parametrize("verb", ["--version", "compare", "why"])
def test_a_command_answers_as_it_does_here(home: Path, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = [command_file.read(file)[0] for file in sorted(command_file.COMMANDS.glob("*.txt"))]
    chosen = [
        command for command in commands if f"{command} ".startswith(f"vyrai {verb} ") and "<" not in command
    ]
    if not chosen:
        pytest.skip(f"no golden answer of vyrai {verb} yet")
    said = offline.run("venv/bin/vyrai", *shlex.split(chosen[0])[1:], cwd=home)
    monkeypatch.chdir(ROOT)
    assert command_file.Answer(
        said.stdout.decode(), said.returncode, said.stderr.decode()
    ) == command_file.run(chosen[0])


def test_nothing_is_written_that_nobody_named(home: Path) -> None:
    """The folder of the stranger, which is their home too, holds after those commands what it held."""
    assert {path.name for path in home.iterdir()} <= {"venv", "examples"}
    assert {path.suffix for path in (home / "examples").rglob("*") if path.is_file()} <= {
        ".yaml",
        ".json",
        ".md",
        ".obf",
    }
