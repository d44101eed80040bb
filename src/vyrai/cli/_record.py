"""`vyrai answer`, `mark`, `done` and `date`: the case with something more in it, in another file."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from vyrai.cli import _options
from vyrai.cli._failures import spoken
from vyrai.words import Words

if TYPE_CHECKING:
    from vyrai.cli._session import Session
    from vyrai.family import Case

_LONGEST = 100_000
_LOCAL = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
"""A day as most of those write it who use this."""
_MARKS = ("keep", "pocket", "crossed")


def _begin(ctx: click.Context, case_file: str, lang: str | None) -> Session:
    from vyrai.cli._session import begin

    return begin(ctx, case_file, None, None, lang)


def _save(session: Session, target: str, source: str, changed: Case) -> None:
    from vyrai.cli._save import write_case

    write_case(target, changed, source, session.words)


@click.command()
@_options.case
@click.argument("question")
@click.argument("value")
@_options.save
@_options.lang
@click.pass_context
def answer(
    ctx: click.Context, case_file: str, question: str, value: str, target: str, lang: str | None
) -> None:
    """Give QUESTION the answer VALUE, and save the case to another file.

    QUESTION is written as `stork.birth`, `sponsor` or `stork.languages[1].level`; `relatives[+]` adds one.
    VALUE is written as in the case file; a record or list as JSON. `does_not_know` and `will_not_say` are
    answers too, `not_asked` takes an answer out. VALUE - is read from standard input, so that it stays out of
    the list of commands that a shell keeps.
    """
    from vyrai.cli._session import Bad, today

    if value == "-" and case_file == "-":
        words = Words(lang or "en")
        raise Bad(words("CASE and VALUE cannot both be read from standard input"))
    session = _begin(ctx, case_file, lang)
    if value == "-":
        value = sys.stdin.read(_LONGEST).strip()
    changed = session.case.with_answer(question, _plain(value), max(session.on, today()))
    _save(session, target, case_file, changed)


def _plain(value: str) -> Any:
    """What is written, as plain data: a reason for unknown, JSON of a list or record, or the text."""
    if value == "not_asked":
        return None
    if value in ("does_not_know", "will_not_say"):
        return {"unknown": value}
    if value[:1] in ("[", "{"):
        import msgspec

        from vyrai.cli._session import Bad

        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            words = spoken()
            raise Bad(words("VALUE: this is not JSON, which begins with a bracket like this")) from None
    return value


@click.command("mark")
@_options.case
@click.argument("what")
@click.argument("written", metavar="MARK", type=click.Choice(_MARKS))
@_options.day("--until", "until", "The day on which the mark lapses.")
@click.option("--note", metavar="TEXT", help="What keeps it open.")
@_options.save
@_options.lang
@click.pass_context
def mark(
    ctx: click.Context,
    case_file: str,
    what: str,
    written: str,
    until: date | None,
    note: str | None,
    target: str,
    lang: str | None,
) -> None:
    """Write beside WHAT, a country or a route, that you keep it, hold it in your pocket or crossed it out."""
    from vyrai.cli._session import Bad, nearest

    session = _begin(ctx, case_file, lang)
    atlas = session.law.atlas
    known = {one.id for one in atlas.countries} | {one.id for one in atlas.routes}
    if what not in known:
        said = session.words("there is no such country or route in the atlas")
        raise Bad(f"{said}\n  {nearest(what, known, session.words)}")
    record = {"what": what, "mark": written}
    if note is not None:
        record["keeps_open"] = note
    if until is not None:
        record["until"] = until.isoformat()
    _save(session, target, case_file, _with(session, "marks", ("what",), record))


@click.command()
@_options.case
@click.argument("step")
@_options.day("--date", "day", "The day on which it was done.")
@click.option("--outcome", metavar="OUTCOME", help="What came of it, as granted or refused.")
@click.option(
    "--route", metavar="ROUTE", help="The only way of which it holds, where the step stands on several."
)
@_options.save
@_options.lang
@click.pass_context
def done(
    ctx: click.Context,
    case_file: str,
    step: str,
    day: date | None,
    outcome: str | None,
    route: str | None,
    target: str,
    lang: str | None,
) -> None:
    """Write down that STEP is done, and what came of it."""
    from vyrai.reach import may_be_refused

    session = _begin(ctx, case_file, lang)
    record = _of_step(session, step, route)
    if day is not None:
        record["date"] = day.isoformat()
    if outcome is not None:
        record["outcome"] = outcome
    _save(session, target, case_file, _with(session, "done", ("step", "route"), record))
    atlas = session.law.atlas
    ways = [one.id for one in atlas.routes if step in one.steps]
    if route is None and len(ways) > 1 and may_be_refused(atlas.step(step).outcomes):
        told = session.words(
            "This step stands on several ways: {ways}. If it was on one of them alone, say with --route "
            "which; else plans may ask again for what is behind you, or leave out what is not.",
            ways=", ".join(ways),
        )
        click.echo(told, err=True)


@click.command("date")
@_options.case
@click.argument("step")
@click.argument("day")
@click.option(
    "--route", metavar="ROUTE", help="The only way of which it holds, where the step stands on several."
)
@_options.save
@_options.lang
@click.pass_context
def given(
    ctx: click.Context, case_file: str, step: str, day: str, route: str | None, target: str, lang: str | None
) -> None:
    """Write down the DAY that you were given for STEP: a date at an office, a journey, an answer.

    Plans then keep that day. DAY none takes it out.
    """
    session = _begin(ctx, case_file, lang)
    record = _of_step(session, step, route)
    if day != "none":
        record["date"] = _written(session, day)
    _save(session, target, case_file, _with(session, "dates", ("step", "route"), record, keep=day != "none"))


def _written(session: Session, day: str) -> str:
    """The day as a case file has it, 14.01.2027 as 2027-01-14. Raises Bad for one that is over."""
    from vyrai.cli._session import Bad, today

    local = _LOCAL.fullmatch(day)
    if local is not None:
        day = f"{local[3]}-{int(local[2]):02}-{int(local[1]):02}"
    try:
        over = date.fromisoformat(day) < max(session.on, today())
    except ValueError:
        return day  # The check of the case says what is wrong with it.
    if over:
        words = session.words
        raise Bad(words("DAY: this day is over; write down what came of it with `vyrai done`"))
    return day


def _of_step(session: Session, step: str, route: str | None) -> dict[str, str]:
    """A record about a step of the atlas, on one way alone if that is said. Raises Bad."""
    from vyrai.cli._session import Bad, nearest

    known = {one.id for one in session.law.atlas.steps}
    if step not in known:
        said = session.words("there is no such step in the atlas")
        raise Bad(f"{said}\n  {nearest(step, known, session.words)}")
    if route is None:
        return {"step": step}
    ways = {one.id for one in session.law.atlas.routes if step in one.steps}
    if route not in ways:
        said = session.words("this step stands on no way of that name")
        raise Bad(f"{said}\n  {nearest(route, ways, session.words)}")
    return {"step": step, "route": route}


def _with(
    session: Session, name: str, keys: tuple[str, ...], record: dict[str, Any], keep: bool = True
) -> Case:
    """The case with a record at the end of a list, for what was done last stands last, and no other about
    the same thing. keep: False takes out those only.
    """
    from vyrai.cli._session import today

    held = session.case.data().get(name)
    items = held.get("items", []) if isinstance(held, dict) else held or []
    about = [record.get(key) for key in keys]
    same = [at for at, one in enumerate(items, 1) if [one.get(key) for key in keys] == about]
    changes: dict[str, Any] = {f"{name}[{at}]": None for at in same[::-1]}
    if keep:
        changes[f"{name}[+]"] = record
    return session.case.with_answers(changes, max(session.on, today()))
