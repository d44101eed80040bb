"""Packages of boards: whatever is read is there again when it is written; bad ones are told."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vyrai.prove import BoardError, Boards, package, read, together, write

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=8,
)
NAMES = st.text("abcПя-_. 1", min_size=1, max_size=12)
EXTRA = st.dictionaries(st.sampled_from(("ext_other_app", "ext_vyrai", "someday", "url")), JSON, max_size=3)
BOARD = st.builds(
    lambda extra, buttons: {**extra, "format": "open-board-0.1", "id": "x", "buttons": buttons}, EXTRA, JSON
)


@st.composite
def packages(draw: Any) -> dict[str, bytes]:
    """The files of a package as another program might write it, in any order."""
    boards = draw(st.dictionaries(NAMES, BOARD, min_size=1, max_size=3))
    paths = {name: f"{draw(st.sampled_from(('boards/', '', 'b/')))}{name}.obf" for name in boards}
    manifest = {
        **draw(EXTRA),
        "format": "open-board-0.1",
        "root": draw(st.sampled_from(sorted(paths.values()))),
        "paths": {"boards": paths, **draw(EXTRA)},
    }
    files = {
        paths[name]: json.dumps(board, ensure_ascii=draw(st.booleans())) for name, board in boards.items()
    }
    files["manifest.json"] = json.dumps(manifest, indent=draw(st.none() | st.just(3)))
    order = draw(st.permutations(sorted(files)))
    made = {name: files[name].encode("utf-8", "surrogatepass") for name in order}
    return {**made, "images/a.png": draw(st.binary(max_size=20))}


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def plain(boards: Boards) -> Any:
    return boards.manifest, {path: boards.board(path) for path in boards.paths.values()}


@given(packages())
def test_what_is_read_is_written_again_without_loss(files: dict[str, bytes]) -> None:
    found = read(zipped(files))
    assert dict(found.files) == files
    again = read(write(found))
    assert list(again.files.items()) == list(found.files.items())
    assert plain(again) == plain(found)
    assert write(again) == write(found)


@given(packages())
def test_boards_of_ours_go_in_front_and_change_none_of_theirs(files: dict[str, bytes]) -> None:
    theirs = read(zipped(files))
    ours = package({"vyrai-1": {"format": "open-board-0.1", "id": "vyrai-1"}}, "vyrai-1")
    both = read(write(together(ours, theirs)))
    assert both.root == "boards/vyrai-1.obf"
    for name, data in files.items():
        assert name == "manifest.json" or both.files[name] == data
    manifest, before = both.manifest, theirs.manifest
    assert {k: v for k, v in manifest.items() if k not in ("root", "paths")} == {
        k: v for k, v in before.items() if k not in ("root", "paths")
    }
    assert {k: v for k, v in manifest["paths"].items() if k != "boards"} == {
        k: v for k, v in before["paths"].items() if k != "boards"
    }
    assert both.paths == {"vyrai-1": "boards/vyrai-1.obf", **theirs.paths}


def test_a_board_that_stands_alone_is_a_package_of_one() -> None:
    data = b'{"format": "open-board-0.1", "id": 7, "ext_x": {"a": [1, 2.50]}}'
    found = read(data)
    assert found.files[found.root] == data
    assert found.paths == {"7": found.root}
    assert read(write(found)).board(found.root)["ext_x"] == {"a": [1, 2.5]}


GOOD = b'{"format": "open-board-0.1", "id": "a"}'
MANIFEST = b'{"format": "open-board-0.1", "root": "a.obf", "paths": {"boards": {"a": "a.obf"}}}'


def other(old: bytes, new: bytes) -> bytes:
    """A package whose manifest says something else in one place."""
    return zipped({"manifest.json": MANIFEST.replace(old, new), "a.obf": GOOD})


@pytest.mark.parametrize(
    ("data", "problem", "file"),
    [
        (b"no board at all", "not_json", "boards/board.obf"),
        (b"[1]", "not_json", "boards/board.obf"),
        (b'{"id": "a"}', "wrong_format", "boards/board.obf"),
        (b'{"format": "open-board-0.1", "a": NaN}', "not_json", "boards/board.obf"),
        (b'{"format": "open-board-0.1", "a": 1e999}', "not_json", "boards/board.obf"),
        (b"[" * 100_000, "not_json", "boards/board.obf"),
        (zipped({"a.obf": GOOD}), "no_manifest", ""),
        (zipped({"manifest.json": b"{", "a.obf": GOOD}), "not_json", "manifest.json"),
        (zipped({"manifest.json": b"{}", "a.obf": GOOD}), "no_board", "manifest.json"),
        (zipped({"manifest.json": MANIFEST}), "no_board", "manifest.json"),
        (zipped({"manifest.json": MANIFEST, "a.obf": b"{}"}), "wrong_format", "a.obf"),
        (other(b'{"a"', b'{"b": "b.obf", "a"'), "no_board", "b.obf"),
        (other(b'{"a": "a.obf"}', b"[]"), "no_board", "manifest.json"),
        (other(b'"a": "a.obf"', b'"a": 1'), "no_board", "manifest.json"),
    ],
)
def test_a_bad_file_is_told(data: bytes, problem: str, file: str) -> None:
    with pytest.raises(BoardError) as told:
        read(data)
    assert (told.value.problem, told.value.file) == (problem, file)


def test_a_broken_package_is_told() -> None:
    whole = bytearray(zipped({"manifest.json": MANIFEST, "a.obf": GOOD}))
    at = whole.index(b"manifest.json") + len(b"manifest.json") + 3
    whole[at] ^= 0xFF
    with pytest.raises(BoardError, match="not_a_package"):
        read(bytes(whole))


def test_a_name_that_stands_twice_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("manifest.json", MANIFEST)
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("manifest.json", MANIFEST)
    with pytest.raises(BoardError, match="twice"):
        read(out.getvalue())


def test_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"manifest.json": MANIFEST, "a.obf": GOOD + b" " * 5_000})
    monkeypatch.setattr("vyrai.prove._obz.MOST", 4_000)
    with pytest.raises(BoardError, match="too_big"):
        read(bomb)
    with pytest.raises(BoardError, match="too_big"):
        read(b" " * 4_001)


def test_boards_of_the_same_name_are_not_put_together() -> None:
    one = package({"a": {"format": "open-board-0.1", "id": "a"}}, "a")
    with pytest.raises(BoardError, match="twice"):
        together(one, one)
    elsewhere = read(zipped({"manifest.json": MANIFEST, "a.obf": GOOD}))
    with pytest.raises(BoardError, match="twice"):
        together(one, elsewhere)


def test_a_board_that_is_not_there_is_told() -> None:
    one = package({"a": {"format": "open-board-0.1", "id": "a"}}, "a")
    with pytest.raises(BoardError, match="no_board"):
        one.board("boards/b.obf")
