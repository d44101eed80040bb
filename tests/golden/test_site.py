"""The files of the site of the invented atlas with their hashes. `make golden` re-records the list."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from tests.golden import command_file

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).parent / "site.txt"


def test_the_files_and_their_bytes(tmp_path: Path) -> None:
    words = [
        "vyrai",
        "--atlas",
        str(ROOT / "tests/invented_atlas"),
        "site",
        str(tmp_path),
        "--on",
        "2026-11-20",
    ]
    assert command_file.run(shlex.join(words)).exit == 0
    made = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")
    if os.environ.get("VYRAI_RECORD") == "1":
        LIST.write_text(made, encoding="utf-8")
        return
    assert made == LIST.read_text(encoding="utf-8")
