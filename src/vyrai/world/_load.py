"""Load the atlas of this installation, compile or check an atlas folder.

What reads YAML is imported only when something has to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from vyrai.world._atlas import Atlas, decode
from vyrai.world._folder import ATLAS, cache_of, marks, write
from vyrai.world._problems import AtlasError, Problem

HERE = Path(__file__).resolve().parent
PACKAGED = HERE / "_data" / "atlas.json"
CHECKOUT = HERE.parents[2] / "atlas"
"""Where the atlas is if this code is: src/vyrai/world of a checkout."""


def compile_atlas(atlas_dir: Path, cache_dir: Path | None = None) -> bytes:
    """One canonical JSON document of an atlas folder: the same files give the same bytes.

    AtlasError if a file is wrong or names what does not exist. `cache_dir` keeps what was read.
    """
    from vyrai.world import _check

    return _check.compiled(atlas_dir, cache_dir)


def check(
    atlas_dir: Path,
    cache_dir: Path | None = None,
    further: Iterable[Callable[[Atlas], Iterable[Problem]]] = (),
) -> list[Problem]:
    """All problems and warnings of an atlas folder, sorted by place; empty if there is nothing to say.

    The rules of requirements are read only once everything they name is sound. `further` are checks that need
    the whole engine (examples, mutations): each is given the atlas, if nothing grave was found before.
    """
    from vyrai.world import _check

    return _check.check(atlas_dir, cache_dir, further)


def build(atlas_dir: Path, out: Path) -> None:
    """Compile an atlas folder to the file `out`, for a wheel; AtlasError if `check` finds anything grave."""
    grave = [problem for problem in check(atlas_dir) if problem.grave]
    if grave:
        raise AtlasError(grave)
    write(out, compile_atlas(atlas_dir))


def load_atlas(path: Path | None = None) -> Atlas:
    """The atlas: of a compiled file, of a folder, or (without a path) of this checkout or installation.

    A folder is compiled again only when one of its files has changed.
    """
    if path is None:
        path = CHECKOUT if (CHECKOUT / "codes.yaml").is_file() else PACKAGED
    return decode(path.read_bytes() if path.is_file() else _fresh(path))


def _fresh(folder: Path) -> bytes:
    """The compiled form of a folder, kept by the times and sizes of its files and of this code."""
    state = repr((marks(folder, ATLAS), marks(HERE, ".py"), marks(HERE.with_name("rules"), ".py")))
    # The state itself and not its hash: that library would take more memory than a whole engine folder.
    key = state.encode() + b"\n"
    kept = cache_of(folder) / "atlas.json"
    found = kept.read_bytes() if kept.exists() else b""
    if found.startswith(key):
        return found[len(key) :]
    made = compile_atlas(folder, cache_of(folder))
    write(kept, key, made)
    return made
