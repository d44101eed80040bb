"""Where things are: the files of an atlas folder, and what is kept of reading them."""

from __future__ import annotations

import os
from pathlib import Path

ATLAS = (".yaml", ".csv")
"""How the names of the files of an atlas end."""


def marks(folder: Path, suffix: str | tuple[str, ...]) -> list[tuple[str, int, int]]:
    """All files below a folder whose names end so: path, time of change in ns, size in bytes; by path."""
    found: list[tuple[str, int, int]] = []
    folders = [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.name.endswith(suffix):
                    state = entry.stat()
                    found.append((entry.path, state.st_mtime_ns, state.st_size))
    return sorted(found)


def atlas_files(atlas_dir: Path) -> list[Path]:
    """All files of an atlas in a stable order."""
    return [Path(path) for path, *_ in marks(atlas_dir, ATLAS)]


def cache_of(atlas_dir: Path) -> Path:
    """Where what was read of an atlas folder is kept: build/ beside it. Nothing of a family is ever there."""
    return atlas_dir.resolve().parent / "build" / "atlas-cache"


def write(path: Path, *content: bytes | memoryview) -> None:
    """Replace a file as a whole, one piece after the other, so that two processes never see half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with fresh.open("wb") as file:
        file.writelines(content)
    fresh.replace(path)
