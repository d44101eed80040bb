"""Writing a folder of files whole, and never into a folder that holds anything else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from vyrai.cli._session import Bad

SUMS = "SHA256SUMS"
"""The list of all files with their hashes, as `sha256sum --check` reads it."""
_LINE = re.compile(r"([0-9a-f]{64})  ([^/].*)")


def written(out: Path) -> tuple[str, ...]:
    """The files that were written into a folder before, by their path in it; none if it is new or empty.

    Raises Bad if it holds anything else: something that is not listed, or that is not as it was written.
    """
    if not out.exists() and not out.is_symlink():
        return ()
    if not out.is_dir():
        raise Bad(f"{out}: this is not a folder; name one that is empty or does not exist yet")
    held = sorted(path for path in out.rglob("*") if path.is_symlink() or not path.is_dir())
    if not held:
        return ()
    listed = _listed(out / SUMS)
    for path in held:
        name = path.relative_to(out).as_posix()
        if name != SUMS and (path.is_symlink() or listed.get(name) != _hash(path)):
            raise Bad(
                f"{out}: this folder holds something that was not written by this command: {name}\n"
                "  Nothing was changed there. Name a folder that is empty or does not exist yet."
            )
    return tuple(path.relative_to(out).as_posix() for path in held)


def _listed(sums: Path) -> dict[str, str]:
    if not sums.is_file() or sums.is_symlink():
        return {}
    found = (
        _LINE.fullmatch(line) for line in sums.read_text(encoding="utf-8", errors="replace").splitlines()
    )
    return {line[2]: line[1] for line in found if line is not None}


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def replace(out: Path, old: tuple[str, ...], files: Mapping[str, bytes]) -> int:
    """Write all files and the list of them; those of before that are not among them go. Bytes written.

    The list is written first, so that a folder that was left half done is still known as ours.
    """
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    every = {SUMS: "".join(lines).encode(), **files}
    try:
        for name in old:
            if name != SUMS:
                (out / name).unlink()
        for name, data in every.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
    except OSError as error:
        raise Bad(
            f"{out}: it could not be written ({error.strerror}); look at the folder and its rights"
        ) from None
    return sum(map(len, every.values()))
