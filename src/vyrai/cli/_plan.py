"""`vyrai plan`: what to do, in which order, when and for how much, to reach one country."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vyrai.cli import _options

if TYPE_CHECKING:
    from vyrai.choose import Planning
    from vyrai.choose.published import Published
    from vyrai.cli._session import Session
    from vyrai.words import Words

OBJECTIVES = ("weeks", "money", "chance", "danger", "quality")


@click.command()
@_options.case
@click.option("--to", "country", required=True, metavar="CC", help="The country.")
@click.option(
    "--place",
    metavar="NAME",
    help="Where in the country you would live, as `vyrai belong --places` names it. Default: where rent is "
    "least.",
)
@click.option(
    "--objective",
    type=click.Choice(OBJECTIVES),
    help="Only the plan that is best in it: quickest, cheapest, likeliest to be granted, safest, or best for "
    "the child.",
)
@click.option("--all", "everything", is_flag=True, help="Every plan step by step.")
@_options.reserve
@click.option(
    "--risk",
    type=_options.Share(min=0, max=1),
    default=0.1,
    show_default=True,
    help="The share of simulated lives in which you would bear that money runs out, a paper lapses or "
    "something is not reached.",
)
@click.option(
    "--suppose",
    type=_options.Share(min=0, max=1, min_open=True, max_open=True),
    metavar="SHARE",
    help="Suppose that each decision of which nobody wrote down how often it is refused is refused in this "
    "share of cases: how likely safety is then, with and without reacting to a no.",
)
@click.option(
    "--seconds",
    type=_options.Seconds(min=0.1),
    default=10.0,
    show_default=True,
    help="How long to search for each question at most; what is found then is told as not finished.",
)
@click.option(
    "--html",
    "html",
    type=click.Path(),
    metavar="FILE",
    help="Also write it as one page, with sheets to print.",
)
@click.option(
    "--ics",
    "ics",
    type=click.Path(),
    metavar="FILE",
    help="Also write the days of the first plan shown for a calendar, without words that say what they are.",
)
@click.option(
    "--bucket",
    "buckets",
    type=_options.Bucket(),
    multiple=True,
    metavar="NAME=N",
    help="How fine an objective is told: plans that differ by less count as alike. May be repeated.",
)
@click.option(
    "--problems",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Also write the problem of each way and its plans as plain data, for checking them by another "
    "program; see docs/plans.md.",
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
    place: str | None,
    objective: str | None,
    everything: bool,
    reserve: int,
    risk: float,
    suppose: float | None,
    seconds: float,
    html: str | None,
    ics: str | None,
    buckets: tuple[tuple[str, int], ...],
    folder: Path | None,
    on: date | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """What the family of CASE does in which order to reach a country: when, for how much, what is unknown.

    Plans are proven on likely durations: no better one exists by what is known. Control-C stops the search
    and tells what was found.
    """
    from vyrai.cli._session import Bad, begin, named, today

    if objective is not None and everything:
        raise click.UsageError("--objective shows one plan and --all every one: leave out one of them")
    session = begin(ctx, case_file, on, known, lang)
    from vyrai.choose import drafting, planning, published

    country, w = named(session, country), session.words
    reached(session, country)
    if place is not None:
        place = lived_in(session, country, place)
    from vyrai.cli._folder import written
    from vyrai.cli._progress import Progress

    old = () if folder is None else written(folder)
    with Progress(w) as progress:
        asked = session.law, session.case, country, session.on, session.known, reserve, seconds
        found = planning(*asked, progress.tell, risk, place=place, suppose=suppose, buckets=dict(buckets))
    if found.savings is not None and reserve > found.savings:
        from vyrai.words.planning import untouchable

        raise Bad(untouchable(w, found, found.savings))
    if html is not None:
        from vyrai.cli._save import write_page
        from vyrai.pages import plans_alone

        write_page(html, plans_alone(w, found, objective), case_file, w)
    if ics is not None:
        _days(ics, found, objective, case_file, w)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
    else:
        from vyrai.cli import _text_plan

        _text_plan.draw(found, w, objective, everything, session.on < today()).write()
    if folder is not None:
        drafted = drafting(*asked[:6], place, suppose, dict(buckets)).draft
        _problems(folder, old, published(drafted, seconds), w)


def _problems(folder: Path, old: tuple[str, ...], ways: Iterable[Published], w: Words) -> None:
    """Write the problem and the front of each way, numbered, and which way has which number."""
    from vyrai.cli._folder import replace

    named: dict[str, tuple[str, ...]] = {}
    files: dict[str, object] = {"ways.json": named}
    for number, (way, problem, front) in enumerate(ways, 1):
        named[str(number)] = way
        files |= {f"{number}.problem.json": problem, f"{number}.front.json": front}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace(folder, old, {name: _plain(data) for name, data in files.items()})
    for name in files:
        (folder / name).chmod(0o600)
    said = w("Written: {file}. It is plain text: whoever opens it can read your answers.", file=folder)
    click.echo(said, err=True)


def _plain(data: object) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"


def _days(target: str, found: Planning, objective: str | None, source: str, w: Words) -> None:
    """Write the calendar of the first plan that is shown, where there is one."""
    from vyrai.choose.planned import chosen, days_of
    from vyrai.cli._save import write_page
    from vyrai.words.calendar import calendar, is_our_calendar

    place = next(iter(chosen(found, objective)), None)
    if place is None:
        click.echo(w("{file}: not written, for there is no plan", file=target), err=True)
    else:
        write_page(target, calendar(w, *days_of(found, place)), source, w, is_our_calendar)


def reached(session: Session, country: str) -> None:
    """Whether there are ways into the country that the family has to go. Raises Bad."""
    from vyrai.choose import leading
    from vyrai.cli._session import Bad

    w, atlas = session.words, session.law.atlas
    countries = [one.id for one in atlas.countries if leading(session.law, one.id)]
    if country in countries:
        return
    if any(one.get("residence") == country for one in session.case.data().get("members", ())):
        raise Bad(
            w(
                "you live in {country} already, and no way into it is written down; `vyrai belong` tells "
                "what there is for you",
                country=country,
            )
        )
    said = w("there is no such country in the atlas: {code}", code=country)
    raise Bad(f"{said}\n  {w('Known: {names}', names=', '.join(sorted(countries)))}")


def lived_in(session: Session, country: str, place: str) -> str:
    """The place inside the country. Raises Bad: there is none of that name."""
    from vyrai.cli._session import Bad

    w, places = session.words, session.law.atlas.places_of(country)
    asked = place.casefold()
    found = [one.id for one in places if asked in (one.id.casefold(), *map(str.casefold, one.title.values()))]
    if found:
        return found[0]
    if not places:
        raise Bad(w("nobody has written down places inside this country yet"))
    said = w("there is no such place in {country}: {code}", country=country, code=place)
    raise Bad(f"{said}\n  {w('Known: {names}', names=', '.join(w.text(one.title) for one in places))}")
