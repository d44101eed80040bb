"""The Open Board Format (`open-board-0.1`): packages of boards to talk with, read and written without loss.

A package (`.obz`) is a zip of `manifest.json`, boards (`.obf`, JSON) and what they show. It is kept as the
bytes that were read, so that what this program does not know (`ext_...`, new keys, sounds) is there again
when it is written. Nothing is unpacked to disk and no address is followed.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from math import isfinite
from typing import Any, Literal

import msgspec

FORMAT = "open-board-0.1"
MANIFEST = "manifest.json"
MOST = 64_000_000
"""Largest package, packed or unpacked, in bytes."""
_FILES = 5_000
"""Most files in a package."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day in every entry, the first that a zip can say: the same boards are the same bytes."""
_READABLE = 0o100644 << 16

Wrong = Literal["too_big", "not_a_package", "no_manifest", "not_json", "no_board", "wrong_format", "twice"]


class BoardError(Exception):
    """What is wrong with a package. file: in which of its files; empty for the package."""

    def __init__(self, problem: Wrong, file: str = "") -> None:
        super().__init__(problem)
        self.problem, self.file = problem, file


class Boards(msgspec.Struct, frozen=True):
    """A package: its files by their names within it, in their order, `manifest.json` among them."""

    files: Mapping[str, bytes]

    @property
    def manifest(self) -> dict[str, Any]:
        """What says which board comes first, and where each is. Raises BoardError."""
        if MANIFEST not in self.files:
            raise BoardError("no_manifest")
        return self._object(MANIFEST)

    @property
    def paths(self) -> dict[str, str]:
        """Where the boards are, by their ids. Raises BoardError."""
        paths = self.manifest.get("paths")
        boards = paths.get("boards") if isinstance(paths, dict) else None
        if not isinstance(boards, dict) or not all(isinstance(path, str) for path in boards.values()):
            raise BoardError("no_board", MANIFEST)
        return boards

    @property
    def root(self) -> str:
        """The path of the board that comes first. Raises BoardError."""
        root = self.manifest.get("root")
        if not isinstance(root, str) or root not in self.files:
            raise BoardError("no_board", MANIFEST)
        return root

    def board(self, path: str) -> dict[str, Any]:
        """One board as plain data. Raises BoardError."""
        if path not in self.files:
            raise BoardError("no_board", path)
        found = self._object(path)
        if not str(found.get("format", "")).startswith("open-board-"):
            raise BoardError("wrong_format", path)
        return found

    def _object(self, name: str) -> dict[str, Any]:
        try:
            found = json.loads(
                self.files[name].decode("utf-8-sig"), parse_constant=_refuse, parse_float=_float
            )
        except (ValueError, RecursionError):
            raise BoardError("not_json", name) from None
        if not isinstance(found, dict):
            raise BoardError("not_json", name)
        return found


def _refuse(word: str) -> None:
    raise ValueError(word)  # NaN and Infinity are no JSON


def _float(text: str) -> float:
    if not isfinite(float(text)):
        raise ValueError(text)
    return float(text)


def package(boards: Mapping[str, Mapping[str, Any]], root: str) -> Boards:
    """A package of boards by id; root: the id of the one that comes first."""
    paths = {name: f"boards/{name}.obf" for name in boards}
    manifest = {
        "format": FORMAT,
        "root": paths[root],
        "paths": {"boards": paths, "images": {}, "sounds": {}},
    }
    return Boards(
        {MANIFEST: encoded(manifest)} | {paths[name]: encoded(board) for name, board in boards.items()}
    )


def encoded(data: Mapping[str, Any]) -> bytes:
    """JSON as it is written into a package."""
    return (json.dumps(data, indent=1, allow_nan=False) + "\n").encode()


def read(data: bytes) -> Boards:
    """A package from the bytes of an `.obz`, or of a single `.obf`. Raises BoardError."""
    if len(data) > MOST:
        raise BoardError("too_big")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return _single(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            files = _files(opened)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error):
        raise BoardError("not_a_package") from None  # broken, or locked, or packed in an uncommon way
    found = Boards(files)
    for path in (found.root, *found.paths.values()):
        found.board(path)
    return found


def _single(data: bytes) -> Boards:
    """One board that stands alone, as the package that holds only it."""
    path = "boards/board.obf"
    board = Boards({path: data}).board(path)
    name = str(board.get("id") or "board")
    manifest = {
        "format": FORMAT,
        "root": path,
        "paths": {"boards": {name: path}, "images": {}, "sounds": {}},
    }
    return Boards({MANIFEST: encoded(manifest), path: data})


def _files(opened: zipfile.ZipFile) -> dict[str, bytes]:
    listed = [one for one in opened.infolist() if not one.is_dir()]
    if len(listed) > _FILES or sum(one.file_size for one in listed) > MOST:
        raise BoardError("too_big")
    files: dict[str, bytes] = {}
    for one in listed:
        if one.filename in files:
            raise BoardError("twice", one.filename)
        files[one.filename] = opened.read(one)
    return files


def write(boards: Boards) -> bytes:
    """The bytes of an `.obz`: the same boards are the same bytes, so nothing is compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, data in boards.files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = 3, _READABLE
            made.writestr(entry, data)
    return out.getvalue()


def together(first: Boards, others: Boards) -> Boards:
    """A package that begins with `first` and holds every file of `others` as it is, its manifest joined.

    Ids and paths of `first` must not occur in `others`. What the manifest of `others` says beside is kept.
    Raises BoardError.
    """
    manifest, ours = others.manifest, first.manifest
    taken = next((path for path in first.files if path in others.files and path != MANIFEST), None)
    if taken is not None or not first.paths.keys().isdisjoint(others.paths):
        raise BoardError("twice", taken or MANIFEST)
    paths = {**manifest["paths"], "boards": {**ours["paths"]["boards"], **others.paths}}
    joined = {**manifest, "root": ours["root"], "paths": paths}
    return Boards({**first.files, **others.files, MANIFEST: encoded(joined)})
