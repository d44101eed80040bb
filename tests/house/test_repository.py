"""What is committed is portable, and no file is too long to be read."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = [*(ROOT / "requirements").glob("*.lock"), ROOT / "requirements/pyodide/package-lock.json"]


@cache
def tracked() -> tuple[Path, ...]:
    """The files under version control, or all of them in an unpacked source distribution."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return tuple(file for file in files if file.is_file() and not file.is_symlink())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text, (
        "a lock pins names, versions and hashes; whoever installs it chooses the registry"
    )
    assert "--index" not in text
    if lock.suffix == ".lock":
        pins = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
        hashed = re.findall(r"^[\w.-]+==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert pins
        assert len(pins) == len(hashed), "every pin has a hash"


def test_no_file_names_the_machine_it_was_written_on() -> None:
    here = [f"{ROOT}/", f"{Path.home()}/"]
    wrong = [
        str(file.relative_to(ROOT))
        for file in tracked()
        if any(path in file.read_text(encoding="utf-8", errors="ignore") for path in here)
    ]
    assert not wrong, "these files name a folder of somebody's own machine"


def test_no_generated_file_is_committed() -> None:
    wrong = [file for file in tracked() if file.suffix in {".mo", ".pyc", ".whl"} or "_data" in file.parts]
    assert not wrong


def test_a_source_file_can_be_read_in_one_sitting() -> None:
    long = {
        str(file.relative_to(ROOT)): length
        for folder in ("src", "tests", "tools", "benchmarks")
        for file in (ROOT / folder).rglob("*.py")
        if (length := len(file.read_text(encoding="utf-8").splitlines())) > 600
    }
    assert not long, "one idea a file: aim at 400 lines, never more than 600"
