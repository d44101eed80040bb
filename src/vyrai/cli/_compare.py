"""`vyrai compare`: every way of every country, for one family on one day."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.option(
    "--html", "html", type=click.Path(), metavar="FILE", help="Also write the answer as one web page."
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Closed ways in full too, the address of each source, and places that nobody has modelled.",
)
@click.pass_context
def compare(
    ctx: click.Context,
    case_file: str,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
    html: str | None,
    everything: bool,
) -> None:
    """Where the family of CASE can lawfully go: open, perhaps or closed, and why.

    CASE is a file, or - for standard input.
    """
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import compare as decide

    comparison = decide(session.law, session.case, session.on, session.known, everything)
    if html is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import notebook

        write_page(html, notebook(comparison, session.words), case_file, session.words)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(comparison)
        return
    from vyrai.cli._text_compare import draw

    draw(comparison, session.words, everything).write()
