"""`vyrai plan`: what to do, in which order, when and for how much, to reach one country."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.option("--to", "country", required=True, metavar="CC", help="The country.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=10.0,
    show_default=True,
    help="How long to search for each question at most; what is found then is told as not proven.",
)
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def plan(
    ctx: click.Context,
    case_file: str,
    country: str,
    seconds: float,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """What the family of CASE does in which order to reach a country, when, for how much, and what is
    unknown.

    Plans are proven on likely durations: no better one exists by what is known.
    """
    from vyrai.cli._session import Bad, begin

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import leading, planning

    country, w = country.upper(), session.words
    countries = [one.id for one in session.law.atlas.countries if leading(session.law, one.id)]
    if country not in countries:
        said = w("there is no such country in the atlas: {code}", code=country)
        raise Bad(f"{said}\n  {w('Known: {names}', names=', '.join(sorted(countries)))}")
    found = planning(session.law, session.case, country, session.on, session.known, seconds=seconds)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    else:
        from vyrai.cli import _text_plan

        _text_plan.draw(found, w).write()
