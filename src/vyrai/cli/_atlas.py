"""`vyrai atlas`: check, show, count and compare the facts."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from vyrai.cli import _options


@click.group()
def atlas() -> None:
    """For those who keep the facts: check the atlas, show a fact, count what is there, see what changed."""


@atlas.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--strict", is_flag=True, help="Warnings count as problems.")
@click.pass_context
def check(ctx: click.Context, folder: Path | None, strict: bool) -> None:
    """Everything that is wrong in the atlas folder DIR. Exit 1 if there is anything."""
    from vyrai.cli._examples import tried_in
    from vyrai.cli._session import Bad, folder_of
    from vyrai.law.soundness import routes
    from vyrai.world import cache_of
    from vyrai.world import check as find

    folder = folder_of(folder or ctx.find_root().obj)
    if not folder.is_dir():
        raise Bad(f"{folder}: there is no such folder")
    if sys.stderr.isatty():
        click.echo(f"Checking {folder} ...", err=True)
    problems = find(folder, cache_of(folder), [routes, tried_in(cache_of(folder) / "examples.json")])
    for problem in sorted(problems, key=lambda one: one.grave):  # what must be mended stands last, in sight
        click.echo(str(problem))
    grave = sum(problem.grave for problem in problems)
    click.echo(f"{grave} problems, {len(problems) - grave} warnings")
    ctx.exit(1 if grave or (strict and problems) else 0)


@atlas.command()
@click.argument("fact")
@_options.on
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def show(
    ctx: click.Context, fact: str, on: date | None, known: date | None, lang: str | None, as_json: bool
) -> None:
    """FACT on a day: its claims side by side, how each stands, and where it is used."""
    from vyrai.cli._session import Bad, nearest, open_atlas, today
    from vyrai.words import Words
    from vyrai.world import show as look

    words = Words(lang or "en")
    atlas = open_atlas(ctx.find_root().obj)
    if fact not in atlas.by_fact:
        said = words("there is no such fact in the atlas")
        raise Bad(f"{said}\n  {nearest(fact, atlas.by_fact, words)}")
    view = look(atlas, fact, on or today(), known)
    if as_json:
        from vyrai.cli._json import write_json
        from vyrai.cli._text_fact import record

        write_json(record(view, known))
        return
    from vyrai.cli._text_fact import draw

    draw(view, words).write()


@atlas.command()
@click.option("--use", "of_use", is_flag=True, help="Which facts something uses, by country.")
@_options.as_json
@click.pass_context
def stats(ctx: click.Context, of_use: bool, as_json: bool) -> None:
    """How much the atlas holds, and on whose word it decides."""
    from vyrai.cli._session import open_atlas
    from vyrai.world import stats as count
    from vyrai.world import use

    atlas = open_atlas(ctx.find_root().obj)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(use(atlas) if of_use else count(atlas))
        return
    from vyrai.cli._text_stats import draw_stats, draw_use

    (draw_use(use(atlas)) if of_use else draw_stats(count(atlas))).write()


@atlas.command()
@_options.between
@click.argument("case_file", required=False, metavar="[CASE]")
@_options.known
@_options.lang
@_options.as_json
@click.pass_context
def diff(
    ctx: click.Context,
    start: date,
    end: date,
    case_file: str | None,
    known: date | None,
    lang: str | None,
    as_json: bool,
) -> None:
    """What opened, narrowed and closed between two days; with CASE only what matters to that family."""
    from vyrai.choose import news
    from vyrai.cli._session import Bad, begin, open_atlas
    from vyrai.law import Law
    from vyrai.words import Words

    if end <= start:
        raise Bad(Words(lang or "en")("--to must be a later day than --from"))
    if case_file is None:
        words, found = (
            Words(lang or "en"),
            news(Law(open_atlas(ctx.find_root().obj)), start, end, None, known),
        )
    else:
        session = begin(ctx, case_file, end, known, lang)
        words, found = session.words, news(session.law, start, end, session.case, known)
    if as_json:
        from vyrai.cli._json import write_json

        write_json(found)
        return
    from vyrai.cli._text_diff import draw

    draw(found, words, case_file is not None).write()
