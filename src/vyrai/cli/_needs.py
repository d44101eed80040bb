"""`vyrai needs`: how each member lives, in plain words."""

from __future__ import annotations

from datetime import date

import click

from vyrai.cli import _options


@click.command()
@_options.case
@click.option(
    "--member", metavar="ALIAS", help="Only this member. Default: everybody of whom something was said."
)
@click.option(
    "--icf", "coded", is_flag=True, help="Also the codes of the International Classification of Functioning."
)
@_options.on
@_options.lang
@_options.as_json
@click.pass_context
def needs(
    ctx: click.Context,
    case_file: str,
    member: str | None,
    coded: bool,
    on: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """How the children of CASE talk, what they need, and what should come true, in plain words.

    It repeats your own words. It is no diagnosis and ranks no therapy.
    """
    from vyrai.cli._session import Bad, begin, nearest

    session = begin(ctx, case_file, on, None, lang)
    from vyrai.belong import profiles

    found = profiles(session.law.atlas, session.case, member, coded)
    if not found.members:
        w = session.words
        names = [one.member for one in profiles(session.law.atlas, session.case).members]
        said = w("there is nobody of that name in this case")
        raise Bad(f"{said}\n  {nearest(member or '', names, w)}")
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    else:
        from vyrai.cli import _text_needs

        _text_needs.draw(found, session.words, coded).write()
