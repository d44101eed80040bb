"""`vyrai ask`: the next best question."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.option(
    "--count", type=click.IntRange(1, 100), default=1, metavar="N", help="How many questions, the best first."
)
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def ask(
    ctx: click.Context,
    case_file: str,
    count: int,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """The question whose answer would settle most for the family of CASE."""
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import ask as find

    questions = find(session.law, session.case, session.on, session.known, count)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(questions)
        return
    from vyrai.cli._text_ask import draw

    words, atlas = session.words, session.law.atlas
    places = {country.id: words.text(country.title) for country in atlas.countries}
    titles = {
        route.id: f"{places.get(route.folder, route.folder)}: {words.text(route.title)}"
        for route in atlas.routes
    }
    draw(questions, titles, words).write()
