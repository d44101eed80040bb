"""Each file in commands/ is a command and its whole expected answer. `make golden` re-records them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.golden import command_file

ROOT = Path(__file__).parents[2]
FILES = sorted(command_file.COMMANDS.glob("*.txt"))
FURTHER = ("compare-", "why-", "atlas-diff-")
"""Further days, families and languages of the real atlas: with what takes long."""
DEAR = ("plan", "compare", "first", "belong", "error-weigh")
"""The real atlas once more: `make check` leaves it out."""


def _marks(name: str) -> list[pytest.MarkDecorator]:
    if name.startswith(FURTHER):
        return [pytest.mark.slow]
    return [pytest.mark.dear] if name.startswith(DEAR) else []


@pytest.mark.parametrize(
    "file",
    [pytest.param(one, marks=_marks(one.stem)) for one in FILES],
    ids=lambda file: file.stem,
)
def test_command(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command, expected = command_file.read(file)
    answer = command_file.settled(command_file.run(command))
    if os.environ.get("VYRAI_RECORD") == "1":
        file.write_text(command_file.text(command, answer), encoding="utf-8")
        return
    assert expected is not None, f"{file.name} is not recorded yet: run `make golden` and read the diff"
    assert command_file.text(command, answer) == command_file.text(command, expected)


def test_a_hash_is_written_as_a_word() -> None:
    said = command_file.settled(command_file.Answer("atlas 00ab12cd34ef, 1234567890 people, defaced\n"))
    assert said.stdout == "atlas HASH, 1234567890 people, defaced\n"


@pytest.mark.parametrize(
    "answer",
    [
        command_file.Answer("open\nclosed\n"),
        command_file.Answer("a line\n---\nof dashes\n"),
        command_file.Answer("", 2, "No such file.\n"),
        command_file.Answer("found\n", 1),
        command_file.Answer("found\n", 0, "warning\n"),
    ],
)
def test_reading_undoes_writing(answer: command_file.Answer, tmp_path: Path) -> None:
    file = tmp_path / "golden.txt"
    file.write_text(command_file.text("vyrai why case.yaml", answer), encoding="utf-8")
    assert command_file.read(file) == ("vyrai why case.yaml", answer)


def test_a_golden_file_starts_with_its_command(tmp_path: Path) -> None:
    file = tmp_path / "golden.txt"
    file.write_text("vyrai --version\n")
    with pytest.raises(ValueError, match="the first line must be"):
        command_file.read(file)
