"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, TypeVar

import click

from vyrai.words import LANGUAGES, N_

F = TypeVar("F", bound=Callable[..., Any])


def _day(_: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """The day that is written; a usage error if there is none such."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(
            N_("there is no such day; write year-month-day, as 2026-11-20"), param=parameter
        ) from None


def day(name: str, variable: str, text: str) -> Callable[[F], F]:
    """An option that is a day."""
    return click.option(name, variable, metavar="DATE", callback=_day, help=text)


class Worded(click.ParamType[Any]):
    """A number within bounds, with a message that says how one is written."""

    says: ClassVar[str]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.BadParameter(self.says, param=param) from None


class Share(Worded, click.FloatRange):
    """A share from 0 to 1."""

    says = N_("a share is a number between 0 and 1: three of ten is 0.3")


class Sum(Worded, click.IntRange):
    """A sum in the family's currency."""

    says = N_("a sum is written in digits alone, in your currency and without its name: 500")


class Seconds(Worded, click.FloatRange):
    """How long to search."""

    says = N_("seconds are a number from 0.1 on: half a minute is 30")


class Bucket(click.ParamType[tuple[str, int]]):
    """How fine one objective is told: its name and a whole number from 1 on."""

    name = "bucket"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        from vyrai.reach import OBJECTIVES

        name, _, size = str(value).partition("=")
        if name not in OBJECTIVES or not (size.isascii() and size.isdecimal() and int(size)):
            raise click.BadParameter(
                N_(
                    "a bucket is written as money=100: weeks, money, chance, danger or quality, and a whole "
                    "number from 1 on"
                ),
                param=param,
                ctx=ctx,
            )
        return name, int(size)


def case(function: F) -> F:
    """The case file."""
    return click.argument("case_file", metavar="CASE")(function)


def on(function: F) -> F:
    """The day on which everything is decided."""
    return day("--on", "on", "The day on which the papers are filed. Default: today.")(function)


def known(function: F) -> F:
    """The day up to which facts were known."""
    return day("--known", "known", "Use only what was known on that day. Default: everything.")(function)


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


def reserve(function: F) -> F:
    """Money that plans leave alone."""
    return click.option(
        "--reserve",
        type=Sum(min=0),
        default=0,
        metavar="N",
        help="So much of the savings, in your currency, is never touched.",
    )(function)


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


def between(function: F) -> F:
    """Two days; both are needed."""
    first = click.option(
        "--from", "start", metavar="DATE", callback=_day, required=True, help="The earlier day."
    )
    last = click.option("--to", "end", metavar="DATE", callback=_day, required=True, help="The later day.")
    return first(last(function))
