"""A mistake on the command line is told in the language that the line asks for, as far as it can be read."""

from __future__ import annotations

import click
import pytest

from tests.cli.conftest import run
from vyrai.cli._usage import told, wanted
from vyrai.words import Words

LATIN = ("is missing", "there is no option", "Try ", "Usage:", "Error:")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("compare",), "CASE"),
        (("compare", "--lng"), "--lng. Может быть, вы имели в виду: --lang"),
        (("compare", "x", "--strange"), "--strange"),
        (("compare", "x", "y", "z"), ": y z"),
        (("compare", "x", "--on"), "--on"),
        (("compare", "x", "--json=1"), "--json"),
        (("compare", "x", "--on", "2026-02-31"), "--on: такого дня нет"),
        (("compare", "x", "--matters", "safety"), "--matters"),
        (("compare", "x", "--weigh", "--all"), "--weigh"),
        (("compere", "x"), "compere"),
        (("pack", "x"), "--for"),
        (("pack", "x", "--for", "nobody"), "school"),
        (("app", "--idle", "never"), "--idle"),
        (("atlas", "nothing"), "nothing"),
    ],
)
def test_it_is_told_in_russian(line: tuple[str, ...], said: str) -> None:
    found = run(*line, "--lang", "ru")
    assert (found.exit, found.stdout) == (2, "")
    assert said in found.stderr
    assert not any(word in found.stderr for word in LATIN), found.stderr


def test_a_value_that_cannot_be_used_is_not_repeated() -> None:
    assert "kanarek" not in run("pack", "x", "--for", "kanarek", "--lang", "pl").stderr


@pytest.mark.parametrize("lang", ["be", "pl", "ru"])
def test_each_language_has_its_own_words(lang: str) -> None:
    english = run("compare", "x", "--strange").stderr
    assert run("compare", "x", "--strange", f"--lang={lang}").stderr != english


def test_without_a_language_it_is_as_it_was() -> None:
    for line in (("compare", "x", "--strange"), ("compare", "x", "--strange", "--lang", "xx")):
        assert "No such option '--strange'" in run(*line).stderr
    helped = run()
    assert "Usage: vyrai" in helped.stderr + helped.stdout


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ((), None),
        (("--lang",), None),
        (("--lang", "xx"), None),
        (("--lang", "ru", "--lang", "xx"), "ru"),
        (("--lang=be",), "be"),
        (("--lang", "ru", "--lang", "pl"), "pl"),
    ],
)
def test_the_language_of_a_line(line: tuple[str, ...], lang: str | None) -> None:
    assert wanted(line) == lang


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (click.UsageError("Missing command."), "Mistake: name a command"),
        (click.BadParameter("odd", param_hint="WHERE"), "Mistake: WHERE: odd"),
        (
            click.BadParameter("Path 'secret' is odd.", param=click.Argument(["out"], type=click.Path())),
            "Mistake: OUT: this file or folder cannot be used",
        ),
        (click.MissingParameter(param=click.Option(["-x", "--long"])), "Mistake: --long is missing"),
    ],
)
def test_mistakes_that_no_command_makes_today(error: click.UsageError, said: str) -> None:
    assert told(error, Words("en")) == [said]
