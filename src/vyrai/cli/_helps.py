"""`vyrai helps`: support promised and support given, for a complaint."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.option(
    "--csv", "table", type=click.Path(), metavar="FILE", help="Also write the table for a spreadsheet."
)
@_options.day("--on", "on", "The day up to which weeks are counted. Default: today.")
@_options.lang
@_options.as_json
@click.pass_context
def helps(
    ctx: click.Context, case_file: str, table: str | None, on: date | None, lang: str | None, as_json: bool
) -> None:
    """Hours of support promised and given to each of CASE, what is missing, and its share.

    What is not known stays unknown.
    """
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, on, None, lang)
    from vyrai.choose import helps as reckon

    found, w = reckon(session.law, session.case, session.on), session.words
    if table is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import helps_table, is_our_table

        write_page(table, helps_table(found, w), case_file, w, is_our_table)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
        return
    from vyrai.cli._text_helps import draw

    draw(found, w).write()
