"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from vyrai.words import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType):
    """A day, as 2026-11-20."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that is written; a usage error if there is none such."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail("there is no such day; write year-month-day, as 2026-11-20", param, ctx)


def case(function: F) -> F:
    """The case file."""
    return click.argument("case_file", metavar="CASE")(function)


def on(function: F) -> F:
    """The day on which everything is decided."""
    return click.option(
        "--on", type=Day(), metavar="DATE", help="The day on which the papers are filed. Default: today."
    )(function)


def known(function: F) -> F:
    """The day up to which facts were known."""
    return click.option(
        "--known",
        type=Day(),
        metavar="DATE",
        help="Use only what was known on that day. Default: everything.",
    )(function)


def lang(function: F) -> F:
    """The language of the answer."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help="Language of the answer. Default: `lang` of the case file, else English.",
    )(function)


def as_json(function: F) -> F:
    """One JSON document instead of text."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON document; see docs/schema.")(
        function
    )


def save(function: F) -> F:
    """The file that is written."""
    return click.option(
        "--save",
        "target",
        required=True,
        type=click.Path(),
        metavar="FILE",
        help="Write the case to this file. The file that was read is never changed.",
    )(function)
