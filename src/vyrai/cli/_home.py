"""`vyrai home`: a sheet to hand over, if the parents cannot come home."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options
from vyrai.words import LANGUAGES


@click.command()
@_options.case
@click.option("--html", "html", type=click.Path(), metavar="FILE", help="Also write the sheet to be printed.")
@click.option(
    "--with", "beside", type=click.Choice(LANGUAGES), help="The sheet once more in this language, below."
)
@_options.day("--on", "on", "The day on which papers must hold. Default: today.")
@_options.lang
@_options.as_json
@click.pass_context
def home(
    ctx: click.Context,
    case_file: str,
    html: str | None,
    beside: str | None,
    on: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Who takes each child of CASE if the parents cannot come home, by which paper, and what to know of it.

    It says nothing of why, of what happened, or of where the family wants to go.
    """
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, on, None, lang)
    from vyrai.choose import at_home
    from vyrai.words import Words

    found, w = at_home(session.law, session.case, session.on), session.words
    languages = [w] if beside in (None, w.lang) else [w, Words(str(beside))]
    if html is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import sheet_alone

        write_page(html, sheet_alone(found, languages), case_file, w)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
        return
    from vyrai.cli._text_home import draw

    draw(found, languages).write()
