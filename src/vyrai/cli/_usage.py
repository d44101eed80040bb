"""Mistakes on the command line in the language that it names; Click itself tells them in English."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from itertools import pairwise

import click

from vyrai.cli._options import Worded
from vyrai.words import LANGUAGES, Words

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")
_NO_COMMAND, _TAKES_NONE = "Missing command.", "does not take a value"
"""What Click says of mistakes that it does not tell apart otherwise."""


def wanted(line: Sequence[str]) -> str | None:
    """The language that a command line asks for, though it cannot be read as a whole; the last counts."""
    found = [one.partition("=")[2] for one in line if one.startswith("--lang=")]
    found += [after for one, after in pairwise(line) if one == "--lang"]
    return next((one for one in reversed(found) if one in LANGUAGES), None)


def show(error: click.ClickException) -> None:
    """Tell a mistake on the command line, on standard error."""
    lang = wanted(sys.argv)
    helps = isinstance(error, click.exceptions.NoArgsIsHelpError)
    if lang is None or lang == "en" or helps or not isinstance(error, click.UsageError):
        error.show()
    else:
        click.echo("\n".join(told(error, Words(lang))), err=True)


def told(error: click.UsageError, w: Words) -> list[str]:
    """How the command is used, where there is help, what is wrong."""
    lines, context = [], error.ctx
    if context is not None:
        pieces = " ".join(context.command.collect_usage_pieces(context))
        lines = [
            w("Usage: {usage}", usage=f"{context.command_path} {pieces}"),
            w("Help: {command}", command=f"{context.command_path} --help"),
            "",
        ]
    return [*lines, w("Mistake: {what}", what=_what(error, w))]


def _what(error: click.UsageError, w: Words) -> str:
    if isinstance(error, click.exceptions.NoSuchOption):
        return _near(w("there is no option {name}", name=error.option_name), error.possibilities, w)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _near(w("there is no command {name}", name=error.command_name), error.possibilities, w)
    if isinstance(error, click.MissingParameter):
        return w("{name} is missing", name=_name(error)) + _choices(error, w)
    if isinstance(error, click.BadOptionUsage):
        return _bare(error, w)
    if isinstance(error, click.BadParameter):
        return f"{_name(error)}: {_value(error, w)}"
    extra = _EXTRA.search(error.message)
    if extra is not None:
        return w("too much stands on the line: {words}", words=extra[1])
    return w("name a command") if error.message == _NO_COMMAND else w(error.message)


def _near(said: str, names: Sequence[str] | None, w: Words) -> str:
    return f"{said}. {w('Did you mean: {names}?', names=', '.join(names))}" if names else said


def _bare(error: click.BadOptionUsage, w: Words) -> str:
    """An option that has no value and needs one, or has one and takes none."""
    if _TAKES_NONE in error.message:
        return w("the option {name} takes no value", name=error.option_name)
    return w("the option {name} needs a value after it", name=error.option_name)


def _name(error: click.BadParameter) -> str:
    """An option as it is typed, an argument as the usage names it."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def _choices(error: click.BadParameter, w: Words) -> str:
    kind = None if error.param is None else error.param.type
    if not isinstance(kind, click.Choice):
        return ""
    return f". {w('Write one of: {names}', names=', '.join(map(str, kind.choices)))}"


def _value(error: click.BadParameter, w: Words) -> str:
    """What is wrong with a value, which itself is not repeated."""
    kind = None if error.param is None else error.param.type
    if isinstance(kind, click.Choice):
        return w("this cannot be chosen") + _choices(error, w)
    if isinstance(kind, click.Path):
        return w("this file or folder cannot be used")
    numeric = click.types.FloatParamType | click.types.IntParamType
    if isinstance(kind, numeric) and not isinstance(kind, Worded):
        return w("this is no number that fits")
    return w(error.message)
