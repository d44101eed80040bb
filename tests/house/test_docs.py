"""The documentation is tested: every command and option occurs in it, and what it shows runs as shown."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from tests.golden import command_file
from vyrai.world._reader import Node, read

ROOT = Path(__file__).parents[2]
CLI = ROOT / "src/vyrai/cli/__init__.py"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(
    r"^( *)```(?P<language>console|python)[^\n]*\n(?P<body>.*?)^\1```", re.MULTILINE | re.DOTALL
)
# Not ours to test, or tested by the way the suite itself is set up.
LEFT_TO_THE_READER = {"git", "cd", "sudo", "apt-get", "pip", "pytest", "cat", "less", "cp"}


@dataclass
class Shown:
    """A command as a page shows it, with the lines below it."""

    where: str
    command: str
    output: list[str]


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """The code blocks of a language in all pages: where, and what."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        for found in BLOCK.finditer(text):
            if found["language"] == language:
                line = text.count("\n", 0, found.start()) + 1
                yield f"{page.relative_to(ROOT)}:{line}", found["body"]


def console() -> list[Shown]:
    """Every line that starts with `$ ` in a console block."""
    shown: list[Shown] = []
    for where, body in blocks("console"):
        first = len(shown)
        for line in body.splitlines():
            if line.strip().startswith("$ "):
                command = line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
                shown.append(Shown(f"{where} {command[:40]}", command, []))
            elif len(shown) > first:
                shown[-1].output.append(line)
    return shown


def matches(shown: list[str], said: list[str]) -> bool:
    """Compare line by line; a line of three dots stands for any number of lines."""
    pattern = "".join("(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in said)) is not None


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it, where a snippet may write what it likes."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "atlas").symlink_to(ROOT / "atlas")  # snippets read it; none writes there
    monkeypatch.chdir(tmp_path)
    return tmp_path


GOLDEN = dict(map(command_file.read, sorted(command_file.COMMANDS.glob("*.txt"))))
"""What golden commands answer; tests/golden holds the program to it, so they need not run once more here."""
LONG = ("vyrai site", "vyrai compare", "vyrai atlas diff")
DEAR = ("vyrai plan", "vyrai first", "vyrai belong")
"""Each kind takes its time of the real atlas, so that `make check` leaves it out."""


def runs() -> list[Any]:
    """Each command as each page shows it; what several show in the same way is run once."""
    found: dict[tuple[str, ...], Shown] = {}
    for one in console():
        found.setdefault((one.command, *one.output), one)
    return [pytest.param(one, marks=_marks(one.command), id=one.where) for one in found.values()]


def _marks(command: str) -> list[pytest.MarkDecorator]:
    if command in GOLDEN:
        return []
    if command.startswith(LONG):
        return [pytest.mark.slow]
    return [pytest.mark.dear] if command.startswith(DEAR) else []


@pytest.mark.parametrize("shown", runs())
def test_a_console_snippet_runs(shown: Shown, desk: Path) -> None:
    program = shown.command.split()[0]
    if program == "vyrai":
        if not CLI.exists():
            pytest.skip("no command line yet")
        answer = GOLDEN.get(shown.command) or command_file.run(shown.command)
        if shown.output:
            said = (answer.stdout + answer.stderr).splitlines()
            assert matches(shown.output, said), f"{shown.where} says now:\n{answer.stdout}{answer.stderr}"
        else:
            assert answer.exit == 0, answer.stderr
    elif program == "make":
        words = ["make", "--dry-run", "--directory", str(ROOT), *shown.command.split()[1:]]
        assert subprocess.run(words, capture_output=True, check=False).returncode == 0
    elif program == "python":
        words = [sys.executable, *shown.command.split()[1:]]
        assert subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0
    else:
        assert program in LEFT_TO_THE_READER, f"{shown.where}: nobody runs this snippet"


@pytest.mark.parametrize(("where", "body"), list(blocks("python")), ids=lambda value: value[:40])
def test_a_python_snippet_runs(where: str, body: str, desk: Path) -> None:
    exec(compile(body, where, "exec"), {"__name__": "snippet"})


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """The command and all below it, also those that are imported only when used."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for word in command.list_commands(context):
            child = command.get_command(context, word)
            if child and not child.hidden:
                yield from commands(child, f"{name} {word}")


def tree() -> list[tuple[str, Any]]:
    """The whole command line, or nothing while there is none."""
    if not CLI.exists():
        return []
    cli = import_module("vyrai.cli")
    return list(commands(next(v for v in vars(cli).values() if isinstance(v, click.Group)), "vyrai"))


@pytest.mark.parametrize(
    ("name", "command"), tree(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_command_and_option_is_documented(name: str, command: click.Command) -> None:
    docs = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if "docs" in page.parts)
    options = [max(p.opts, key=len) for p in command.params if isinstance(p, click.Option) and not p.hidden]
    missing = [word for word in (name, *options) if not re.search(rf"{re.escape(word)}(?![\w-])", docs)]
    assert not missing, f"docs/ does not mention {', '.join(missing)}"


def test_three_dots_stand_for_lines_left_out() -> None:
    assert matches(["a", "...", "d"], ["a", "b", "c", "d"])
    assert matches(["a", "..."], ["a"])
    assert not matches(["a", "...", "c"], ["a", "b"])
    assert not matches(["a"], ["a", "b"])


@pytest.mark.slow
def test_the_built_pages_fetch_nothing() -> None:
    """Links that a person follows may lead away; what a page loads by itself may not."""
    built = list((ROOT / "build/docs").rglob("*.html"))
    assert built, "run `make docs` first"
    loads = re.compile(
        r"<(?:script|img|iframe|source)[^>]+src=[\"']?https?:|<link[^>]+rel=[\"']?(?:stylesheet|preconnect|icon)[^>]+https?:"
    )
    wrong = [str(page.relative_to(ROOT)) for page in built if loads.search(page.read_text(encoding="utf-8"))]
    assert not wrong


def keys(node: Node) -> Iterator[str]:
    """Every key of an atlas file, but not ids and languages, nor the answers that an example gives."""
    if node.kind == "map":
        for key, value in node.value.items():
            if ("." not in key and len(key) != 2) or key in {"by", "hi", "lo", "to"}:
                yield key
            if key != "given":
                yield from keys(value)
    elif node.kind == "list":
        for value in node.value:
            yield from keys(value)


@pytest.mark.skipif(not (ROOT / "docs/atlas.md").exists(), reason="no description of the atlas yet")
def test_each_key_of_the_atlas_is_documented() -> None:
    docs = (ROOT / "docs/atlas.md").read_text(encoding="utf-8")
    files = (ROOT / "atlas").glob("[A-Z][A-Z]/**/*.yaml")
    used = {key for file in files for key in keys(read(file.read_text(encoding="utf-8"), file.name))}
    missing = sorted(key for key in used if not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", docs))
    assert not missing, f"docs/atlas.md does not explain {', '.join(missing)}"
