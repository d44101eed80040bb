"""`vyrai compare`: every way of every country, for one family on one day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from vyrai.cli import _options
from vyrai.words import N_

if TYPE_CHECKING:
    from vyrai.choose import Comparison
    from vyrai.cli._session import Session


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
@click.option(
    "--weigh",
    is_flag=True,
    help="Instead, for how many ways of weighing each place comes first: no ranking and no chance.",
)
@click.option(
    "--matters",
    multiple=True,
    metavar="WHAT",
    help="With --weigh: only ways of weighing in which this is among the three that weigh most. May be "
    "repeated. WHAT: safety, work, profession, money, danger, language, school, sure; or wishes, for those "
    "in the case.",
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
    weigh: bool,
    matters: tuple[str, ...],
) -> None:
    """Where the family of CASE can lawfully go: open, perhaps or closed, and why.

    CASE is a file, or - for standard input.
    """
    from vyrai.cli._session import Bad, begin, named, nearest

    if matters and not weigh:
        raise click.UsageError(N_("--matters goes with --weigh"))
    if weigh and (html or only or everything):
        raise click.UsageError(N_("--weigh is an answer of its own: leave out --html, --to and --all"))
    session = begin(ctx, case_file, on, known, lang)
    countries = {one.id for one in session.law.atlas.countries if session.law.atlas.routes_of(one.id)}
    only = tuple(named(session, code) for code in only)
    for code in only:
        if code not in countries:
            said = session.words("there is no such country in the atlas: {code}", code=code)
            raise Bad(f"{said}\n  {nearest(code, sorted(countries), session.words)}")
    from vyrai.choose import compare as decide

    comparison = decide(session.law, session.case, session.on, session.known, everything)
    if weigh:
        _weigh(session, comparison, matters, as_json)
        return
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


def _weigh(session: Session, comparison: Comparison, matters: tuple[str, ...], as_json: bool) -> None:
    """The other answer: for how many ways of weighing a place comes first."""
    from vyrai.choose.weigh import CRITERIA, MOST, weigh, wished
    from vyrai.cli._session import Bad, nearest

    w = session.words
    for name in matters:
        if name not in (*CRITERIA, "wishes"):
            said = w("this cannot be weighed: {name}", name=name)
            raise Bad(f"{said}\n  {nearest(name, (*CRITERIA, 'wishes'), w)}")
    named = {name for name in matters if name != "wishes"}
    named |= set(wished(session.case)) if "wishes" in matters else set()
    if len(named) > MOST:
        raise Bad(w("not more than three things can be among the three that weigh most"))
    weighing = weigh(comparison, named)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(weighing)
        return
    from vyrai.cli._text_weigh import draw

    draw(weighing, w).write()
