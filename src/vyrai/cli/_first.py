"""`vyrai first`: what to begin with, whichever country it will be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from vyrai.cli import _options

if TYPE_CHECKING:
    from vyrai.cli._session import Session


@click.command()
@_options.case
@click.option(
    "--to",
    "countries",
    multiple=True,
    metavar="CC",
    help="A country; may be given several times. Without it every country that you have not crossed out.",
)
@click.option("--all", "everything", is_flag=True, help="Every step, not only the ten that serve most.")
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def first(
    ctx: click.Context,
    case_file: str,
    countries: tuple[str, ...],
    everything: bool,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """What the family of CASE can begin with now, ranked by the ways that it keeps open.

    Money binds nothing here: it counts as if what you lack were found. Control-C stops it and tells what was
    looked at so far.
    """
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import starting
    from vyrai.cli._progress import Progress

    names = _countries(session, countries)
    with Progress(session.words, countries=True) as progress:
        found = starting(session.law, session.case, names, session.on, session.known, None, progress.tell)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    else:
        from vyrai.cli._text_first import draw

        draw(found, session.words, everything).write()


def _countries(session: Session, asked: tuple[str, ...]) -> list[str]:
    """The countries into which there are ways that the family has to go. Raises Bad."""
    from vyrai.choose import destinations
    from vyrai.cli._plan import reached

    if not asked:
        return [*destinations(session.law, session.case, session.on)]
    names = [name.upper() for name in asked]
    for name in names:
        reached(session, name)
    return names
