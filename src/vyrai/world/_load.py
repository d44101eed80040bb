"""Compile an atlas folder, and load the atlas of this installation."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from vyrai.world._atlas import Atlas, decode
from vyrai.world._compile import finish, join
from vyrai.world._files import read_all, yaml_files
from vyrai.world._problems import AtlasError

HERE = Path(__file__).resolve().parent
PACKAGED = HERE / "_data" / "atlas.json"
CHECKOUT = HERE.parents[2] / "atlas"


def cache_of(atlas_dir: Path) -> Path:
    """Where what was read of an atlas folder is kept: build/ beside it."""
    return atlas_dir.parent / "build" / "atlas-cache"


def compile_atlas(atlas_dir: Path, cache_dir: Path | None = None) -> bytes:
    """One canonical JSON document of an atlas folder; AtlasError if a file is wrong.

    The same files give the same bytes.
    """
    files = list(read_all(atlas_dir, cache_dir))
    problems = sorted(problem for file in files for problem in file.problems if problem.grave)
    if problems:
        raise AtlasError(problems)
    return finish(join(files))


def build(atlas_dir: Path, out: Path) -> None:
    """Compile an atlas folder to the file `out`."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(compile_atlas(atlas_dir))


def load_atlas(path: Path | None = None) -> Atlas:
    """The atlas: of a compiled file, of a folder, or (without a path) of this checkout or installation.

    A folder is compiled again only when one of its files has changed.
    """
    if path is None:
        path = CHECKOUT if CHECKOUT.is_dir() else PACKAGED
    if path.is_file():
        return decode(path.read_bytes())
    return decode(_compiled(path))


def _compiled(folder: Path) -> bytes:
    mark = sha256()
    for path in [*yaml_files(folder), *sorted(HERE.glob("*.py"))]:
        stat = path.stat()
        mark.update(f"{path}\0{stat.st_mtime_ns}\0{stat.st_size}\n".encode())
    key = mark.hexdigest().encode()
    kept = cache_of(folder) / "atlas.json"
    found = kept.read_bytes() if kept.exists() else b""
    if found[:64] == key:
        return found[64:]
    made = compile_atlas(folder, cache_of(folder))
    kept.write_bytes(key + made)
    return made
