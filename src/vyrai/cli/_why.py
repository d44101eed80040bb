"""`vyrai why`: one route explained."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.argument("route")
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def why(
    ctx: click.Context,
    case_file: str,
    route: str,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """Why ROUTE is open, closed or unknown for the family of CASE, and what would open it.

    ROUTE is an id, as `compare --json` names it; a wrong one is answered with those most like it.
    """
    from vyrai.cli._session import Bad, begin, nearest

    session = begin(ctx, case_file, on, known, lang)
    routes = {found.id: found.title for found in session.law.atlas.routes}
    if route not in routes:
        raise Bad(
            session.words("there is no such route in the atlas")
            + "\n  "
            + nearest(route, routes, session.words)
        )
    from vyrai.choose import why as explain

    found = explain(session.law, session.case, route, session.on, session.known)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
        return
    from vyrai.cli._text_why import draw

    draw(found, session.words).write()
