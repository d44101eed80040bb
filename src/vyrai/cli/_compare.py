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
    "--to", "only", multiple=True, metavar="CC", help="Everything about this country; may be repeated."
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Everything about all of them, the address of each source, and places that nobody has modelled.",
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
    only: tuple[str, ...],
    everything: bool,
) -> None:
    """Where the family of CASE can lawfully go: open, perhaps or closed, and why.

    CASE is a file, or - for standard input.
    """
    from vyrai.cli._session import Bad, begin, nearest

    session = begin(ctx, case_file, on, known, lang)
    countries = {one.id for one in session.law.atlas.countries if session.law.atlas.routes_of(one.id)}
    only = tuple(code.upper() for code in only)
    for code in only:
        if code not in countries:
            said = session.words("there is no such country in the atlas: {code}", code=code)
            raise Bad(f"{said}\n  {nearest(code, sorted(countries), session.words)}")
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

    draw(comparison, session.words, everything, only).write()
