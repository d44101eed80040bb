"""What is not a readable text file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.family.form import STORK, TODAY
from vyrai.family import CaseError, Form, load, loads


def message(path: str | Path, form: Form) -> str:
    with pytest.raises(CaseError) as caught:
        load(path, form, TODAY)
    return str(caught.value).replace(str(path), "FILE")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "case.yaml"


def test_an_ordinary_file(file: Path, form: Form) -> None:
    file.write_text(STORK, encoding="utf-8")
    assert load(file, form, TODAY) == load(str(file), form) == loads(STORK, form)


def test_a_byte_order_mark_is_passed_over(file: Path, form: Form) -> None:
    file.write_text(STORK, encoding="utf-8-sig")
    assert load(file, form) == loads(STORK, form)


def test_missing(file: Path, form: Form) -> None:
    assert message(file, form) == (
        "FILE: there is no such file\n"
        "  Why: nothing was read\n"
        "  Do: check the name, or give - to read from standard input"
    )


def test_symlink(file: Path, tmp_path: Path, form: Form) -> None:
    (tmp_path / "real.yaml").write_text(STORK, encoding="utf-8")
    file.symlink_to(tmp_path / "real.yaml")
    assert message(file, form) == (
        "FILE: this is a link to another file\n"
        "  Why: a link can be turned to another file unseen\n"
        "  Do: give the file itself"
    )


def test_directory(tmp_path: Path, form: Form) -> None:
    assert message(tmp_path, form) == (
        "FILE: this is a folder\n  Why: a case is one file\n  Do: give the file inside it"
    )


def test_a_pipe_by_name(file: Path, form: Form) -> None:
    os.mkfifo(file)
    assert message(file, form) == (
        "FILE: this is not an ordinary file\n"
        "  Why: reading a device or a pipe by name may never end\n"
        "  Do: give - to read from standard input"
    )


def test_unreadable(file: Path, form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(STORK, encoding="utf-8")

    def refuse(*_: Any) -> None:
        raise PermissionError(13, "no", str(file))

    monkeypatch.setattr(Path, "open", refuse)
    assert message(file, form) == (
        "FILE: the file cannot be read\n"
        "  Why: the system does not let this user read it\n"
        "  Do: look at the rights of the file and of its folder"
    )


def test_a_name_that_cannot_be(form: Form) -> None:
    assert "FILE: the file cannot be read" in message("a\0b", form)


def test_ten_megabytes_of_garbage_are_not_read(
    file: Path, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"\xff" * 10_000_000)
    monkeypatch.setattr(Path, "open", None)
    assert message(file, form) == (
        "FILE: the file is larger than 1000000 bytes\n"
        "  Why: a case is a few pages of text, so this is something else\n"
        "  Do: check that it is the right file"
    )


def test_binary(file: Path, form: Form) -> None:
    file.write_bytes(b"PK\3\4\0\0")
    assert message(file, form) == (
        "FILE: this is not text\n"
        "  Why: the file holds zero bytes, as pictures, archives and office files do\n"
        "  Do: save the case as plain text in UTF-8"
    )


def test_another_encoding(file: Path, form: Form) -> None:
    file.write_bytes("case: 1\nlang: буслік".encode("cp1251"))
    assert message(file, form) == (
        "FILE:2:7: the text is not in UTF-8\n"
        "  Why: letters would be read wrongly\n"
        "  Do: save the file again with the encoding UTF-8"
    )


class Input:
    """Standard input of some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(STORK.encode()))
    assert load("-", form) == loads(STORK, form)


def test_endless_standard_input(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Input(b"#" * 1_500_000))
    assert message("-", form).startswith("FILE: the file is larger than 1000000 bytes")
