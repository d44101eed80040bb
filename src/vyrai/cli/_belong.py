"""`vyrai belong`: what opens for each member in one country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.option("--to", "country", required=True, metavar="CC", help="The country.")
@click.option(
    "--route",
    metavar="ROUTE",
    help="The way that is gone, by the id of a route. Default: the way in with the least in the way.",
)
@click.option(
    "--ways", is_flag=True, help="All ways into the country and all months of arrival side by side."
)
@click.option(
    "--places", is_flag=True, help="The places inside the country side by side; with --ways on each way."
)
@click.option(
    "--html", "html", type=click.Path(), metavar="FILE", help="Also write the answer as one web page."
)
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def belong(
    ctx: click.Context,
    case_file: str,
    country: str,
    route: str | None,
    ways: bool,
    places: bool,
    html: str | None,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """When school, care and help open for each of the family of CASE, on which paper, and until which age.

    Children with needs come first. What is not known is said, and never helps.
    """
    from vyrai.cli._session import Bad, begin, named, nearest

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import Abreast, Around, Belongs, abreast, around, belongs, leading, unasked

    country, w = named(session, country), session.words
    atlas = session.law.atlas
    countries = [one.id for one in atlas.countries if one.home or leading(session.law, one.id)]
    if country not in countries:
        said = w("there is no such country in the atlas: {code}", code=country)
        raise Bad(f"{said}\n  {w('Known: {names}', names=', '.join(sorted(countries)))}")
    routes = leading(session.law, country)
    if route is not None and route not in routes:
        said = w("there is no such way into this country in the atlas")
        raise Bad(f"{said}\n  {nearest(route, routes, w)}")
    if ways and not routes:
        raise Bad(w("you live in this country: there are no ways into it to set side by side"))
    if places and ways and route is not None:
        raise Bad(w("--places with --ways looks at every way in: leave out --route, or --ways"))
    if places and not atlas.places_of(country):
        raise Bad(w("nobody has written down places inside this country yet"))
    asked = session.law, session.case, country, session.on, session.known, route
    wanted: Callable[..., Abreast | Around | Belongs] = abreast if ways else belongs
    found = around(*asked, ways) if places else wanted(*asked)
    unsaid = unasked(atlas, session.case)
    if html is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import opens_alone

        beside = abreast(*asked) if routes else None
        page = opens_alone(w, belongs(*asked), beside, around(*asked, ways) if places else None, unsaid)
        write_page(html, page, case_file, w)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    elif isinstance(found, Abreast):
        from vyrai.cli import _text_abreast

        _text_abreast.draw(found, unsaid, w).write()
    elif isinstance(found, Around):
        from vyrai.cli import _text_around

        _text_around.draw(found, unsaid, w).write()
    else:
        from vyrai.cli import _text_belong

        _text_belong.draw(found, w).write()
