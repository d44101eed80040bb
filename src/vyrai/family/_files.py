"""A case file to its text: one ordinary file of at most a megabyte, or standard input."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from vyrai.family._error import CaseError, Where

__all__ = ["LIMIT", "decode", "read_text"]

LIMIT = 1_000_000
"""Largest case, in bytes."""


def read_text(path: str) -> tuple[str, str]:
    """Text and shown name of a file, or of standard input for `-`. Raises CaseError."""
    if path == "-":
        return decode(sys.stdin.buffer.read(LIMIT + 1), "-"), "-"
    try:
        kind = Path(path).lstat()
        problem = _not_plain(kind.st_mode)
        if problem:
            raise CaseError(problem, Where(path))
        if kind.st_size > LIMIT:
            raise _too_big(path)
        with Path(path).open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        problem = "missing"
    except (OSError, ValueError) as error:
        if isinstance(error, CaseError):
            raise
        problem = "unreadable"
    else:
        return decode(data, path), path
    raise CaseError(problem, Where(path))


def _not_plain(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "symlink"
    if stat.S_ISDIR(mode):
        return "directory"
    return "" if stat.S_ISREG(mode) else "not_a_file"


def _too_big(name: str) -> CaseError:
    return CaseError("too_big", Where(name), values={"limit": f"{LIMIT}"})


def decode(data: bytes, name: str) -> str:
    """Bytes to text. Raises CaseError for too much, binary and not UTF-8."""
    if len(data) > LIMIT:
        raise _too_big(name)
    if b"\0" in data:
        raise CaseError("binary", Where(name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Where(name, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
    raise CaseError("not_utf8", place)
