"""One wrong file for each mistake, and the whole message it must get; VYRAI_RECORD=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.family.form import ROOT, TODAY
from vyrai.family import CaseError, Form, load
from vyrai.family._messages import MESSAGES

FOLDER = ROOT / "tests/specimens/cases"
FILES = sorted([*FOLDER.glob("*.yaml"), *FOLDER.glob("*.json")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_wrong_file_gets_its_message(file: Path, form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    with pytest.raises(CaseError) as caught:
        load(file.name, form, TODAY)
    assert caught.value.__cause__ is caught.value.__context__ is None
    expected = file.with_suffix(".txt")
    if os.environ.get("VYRAI_RECORD"):
        expected.write_text(f"{caught.value}\n", encoding="utf-8")
    assert f"{caught.value}\n" == expected.read_text(encoding="utf-8")


def test_every_kind_of_problem_has_a_specimen_or_a_test(form: Form) -> None:
    seen = {"path", "too_many"}  # test_case.py
    for file in FILES:
        with pytest.raises(CaseError) as caught:
            load(file, form, TODAY)
        seen.add(caught.value.kind)
    files = {"missing", "symlink", "directory", "not_a_file", "unreadable", "too_big", "binary", "not_utf8"}
    assert seen | files == set(MESSAGES)  # those of files: test_files.py
