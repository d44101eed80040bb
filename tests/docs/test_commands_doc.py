"""docs/commands.md: the line of each command names the options that the command takes, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from vyrai.cli._main import cli
from vyrai.words import LANGUAGES

PAGE = (Path(__file__).parents[2] / "docs/commands.md").read_text(encoding="utf-8")
LINES = [" ".join(one.split()) for one in re.findall(r"(?<=\n\n)`vyrai ([a-z][^`]*)`\n", PAGE)]


def _command(line: str) -> click.Command:
    """The command of a line; of a group the one named next."""
    found: click.Command
    ctx, found = click.Context(cli), cli
    for word in line.split():
        if not isinstance(found, click.Group):
            break
        got = found.get_command(ctx, word)
        assert got is not None, f"there is no command {word}"
        found = got
    return found


@pytest.mark.parametrize("line", LINES)
def test_the_line_of_a_command_names_its_options(line: str) -> None:
    taken = {name for one in _command(line).params if isinstance(one, click.Option) for name in one.opts}
    assert set(re.findall(r"--[a-z-]+", line)) == taken


def test_every_language_is_named() -> None:
    told = PAGE.split("`--lang LANG`\n")[1].split("\n\n")[0]
    assert all(f"`{lang}`" in told for lang in LANGUAGES)
    assert "en|ru" not in PAGE
