"""`vyrai pack`: what one audience gets to read, and nothing else of the case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import click

from vyrai.cli import _options
from vyrai.words import LANGUAGES

if TYPE_CHECKING:
    from vyrai.family import Case

AUDIENCES = ("anyone", "school", "health", "benefit", "status")
member = click.option("--member", metavar="ALIAS", help="Only this one of the family.")
other = click.option(
    "--with",
    "other",
    type=click.Choice(LANGUAGES),
    help="A second language beside the first. Default: none; for a school that of the country, else English.",
)


@click.command()
@_options.case
@click.option("--for", "audience", required=True, type=click.Choice(AUDIENCES), help="Who gets it.")
@click.option("--to", "country", metavar="CC", help="The country; only `anyone` needs none.")
@member
@other
@click.option("--html", "html", type=click.Path(), metavar="FILE", help="Also write it as pages to print.")
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def pack(
    ctx: click.Context,
    case_file: str,
    audience: str,
    country: str | None,
    member: str | None,
    other: str | None,
    html: str | None,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """What the school, a doctor or an office may read of CASE, and which papers to take for them.

    A pack holds only what that audience needs; nothing of what happened, of money or of other countries.
    """
    from vyrai.cli._session import Bad, begin, named, nearest

    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose.packing import packed
    from vyrai.prove import Audience
    from vyrai.words.packing import beside

    w = session.words
    countries = [one.id for one in session.law.atlas.countries]
    country = None if country is None or audience == "anyone" else named(session, country)
    if country is None and audience != "anyone":
        raise Bad(w("Say for which country with --to: each asks for other papers."))
    if country is not None and country not in countries:
        said = w("there is no such country in the atlas: {code}", code=country)
        raise Bad(f"{said}\n  {nearest(country, countries, w)}")
    named_member(member, session.case)
    whom = cast(Audience, audience)
    found = packed(session.law, session.case, whom, session.on, country, member, session.known)
    if other is None and country is not None:
        other = beside(w.lang, audience, session.law.atlas.country(country).languages)
    if html is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import pack_alone
        from vyrai.words import Words

        write_page(html, pack_alone(w, None if other is None else Words(other), found), case_file, w)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    else:
        from vyrai.cli._text_pack import draw

        draw(found, w, other).write()


def named_member(alias: str | None, case: Case) -> None:
    """Refuse somebody who does not go, or is not in the case. Raises Bad; it names no answer but aliases."""
    from vyrai.cli._failures import spoken
    from vyrai.cli._session import Bad, nearest
    from vyrai.prove import members, others

    aliases, behind = ([str(one.values["alias"]) for one in listed(case)] for listed in (members, others))
    if alias is None or alias.casefold() in [one.casefold() for one in aliases]:
        return
    w = spoken()
    if alias.casefold() in [one.casefold() for one in behind]:
        said = w(
            "{name} stays behind in this case. A pack or board is shown where the family arrives, so there "
            "is one only for who goes.",
            name=alias,
        )
        raise Bad(f"{said}\n  {w('You can choose: {names}.', names=', '.join(aliases))}")
    said = w("there is nobody of that name in the case: {name}", name=alias)
    raise Bad(f"{said}\n  {nearest(alias, aliases, w)}")
