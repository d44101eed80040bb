"""`vyrai board`: the board of first words in the Open Board Format, for programs that speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vyrai.cli import _options
from vyrai.cli._pack import named_member, other

if TYPE_CHECKING:
    from vyrai.cli._session import Bad
    from vyrai.prove import BoardError, Boards
    from vyrai.words import Words


@click.command()
@_options.case
@click.argument("out", metavar="OUT", type=click.Path())
@click.option("--member", required=True, metavar="ALIAS", help="Whose board it is.")
@other
@click.option(
    "--read",
    "before",
    type=click.Path(),
    metavar="IN",
    help="Boards that the child has (.obz or .obf): all of them go along, unchanged.",
)
@_options.lang
@click.pass_context
def board(
    ctx: click.Context,
    case_file: str,
    out: str,
    member: str,
    other: str | None,
    before: str | None,
    lang: str | None,
) -> None:
    """Write a board of first words into OUT (.obz): yes, no, stop, pain, help; in one language or two.

    Programs that speak for a child can open it. No word of the case stands in it.
    """
    from vyrai.cli._session import begin

    session = begin(ctx, case_file, None, None, lang)
    from vyrai.cli._save import write_boards
    from vyrai.prove import BoardError, first_words, together, write
    from vyrai.words.packing import own_name

    w = session.words
    named_member(member, session.case)
    languages = tuple(dict.fromkeys(one for one in (w.lang, other) if one is not None))
    form, names = session.case.form, own_name("first")
    if before is None:
        made = first_words(form, languages, names)
    else:
        own = _read(before, w)
        ids = {path: name for name, path in own.paths.items()}
        lead = ids.get(own.root, own.root), own.root
        ours = first_words(form, languages, names, lead, own_name("own"))
        try:
            made = together(ours, own)
        except BoardError as error:
            raise _bad(before, error, w) from None
    write_boards(out, write(made), [case_file, *([] if before is None else [before])], w)


def _read(file: str, w: Words) -> Boards:
    """The boards of a file. Raises Bad."""
    from pathlib import Path

    from vyrai.cli._session import Bad
    from vyrai.prove import MOST_BYTES, BoardError, read

    try:
        with Path(file).open("rb") as opened:
            return read(opened.read(MOST_BYTES + 1))
    except OSError:
        raise Bad(w("{file}: this file cannot be read", file=file)) from None
    except BoardError as error:
        raise _bad(file, error, w) from None


def _bad(file: str, error: BoardError, w: Words) -> Bad:
    from vyrai.cli._session import Bad
    from vyrai.words.packing import board_problem

    return Bad(f"{file}: {board_problem(w, error.problem, error.file)}")
