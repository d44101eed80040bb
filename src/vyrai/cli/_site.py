"""`vyrai site`: all pages that ask nobody anything, as files for any host or stick."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vyrai.cli import _options
from vyrai.words import LANGUAGES

if TYPE_CHECKING:
    from vyrai.pages import File

STEP = 100
"""After so many files progress is told."""


@click.command("site")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@_options.day("--on", "on", "The day whose law the pages tell. Default: today.")
@click.option(
    "--lang",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="Only this language; may be repeated. Default: all.",
)
@click.pass_context
def site(ctx: click.Context, out: Path, on: date | None, languages: tuple[str, ...]) -> None:
    """Write all countries, ways and facts as web pages into the folder OUT.

    They hold no script and no form and ask nothing of a family. OUT must be empty, or hold what this
    command wrote there before, which is then written anew.
    """
    from vyrai.cli._folder import replace, written
    from vyrai.cli._session import open_atlas, today
    from vyrai.pages import pages_in
    from vyrai.pages import site as make

    old = written(out)
    atlas, day = open_atlas(ctx.find_root().obj), on or today()
    wanted = languages or LANGUAGES
    every = list(_told(make(atlas, day, wanted), pages_in(atlas, day) * len(set(wanted))))
    size = replace(out, old, {file.path: file.text.encode() for file in every})
    click.echo(f"{len(every) + 1} files, {size / 1_000_000:.1f} MB: {out / 'index.html'}", err=True)


def _told(files: Iterator[File], pages: int) -> Iterator[File]:
    """The files; how far it is, is told on a terminal only."""
    shown = sys.stderr.isatty()
    for number, file in enumerate(files):
        if shown and not number % STEP:
            click.echo(f"\r{number} of {pages} pages ", err=True, nl=False)
        yield file
    if shown:
        click.echo("\r", err=True, nl=False)
