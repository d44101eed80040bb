"""Where things are: the files of an atlas folder, and what is kept of reading them."""

from __future__ import annotations

import os
from pathlib import Path


def yaml_files(atlas_dir: Path) -> list[Path]:
    """All YAML files of an atlas in a stable order."""
    return sorted(path for path in atlas_dir.rglob("*.yaml") if path.is_file())


def cache_of(atlas_dir: Path) -> Path:
    """Where what was read of an atlas folder is kept: build/ beside it. Nothing of a family is ever there."""
    return atlas_dir.resolve().parent / "build" / "atlas-cache"


def write(path: Path, content: bytes) -> None:
    """Replace a file as a whole, so that two processes never see half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_bytes(content)
    fresh.replace(path)
